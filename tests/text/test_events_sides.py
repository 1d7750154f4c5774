import pytest

from sayso.text.events_cast import Cast
from sayso.text.events_sides import sides
from sayso.text.tree import Tree
from tests.reading import lexicon, parsed


def who(text: str, word: str, kind: str = "ASSAULT") -> tuple[list[str], list[str]]:
    """(actors, recipients) of the first word written so, by the words of their mentions' heads."""
    parse = parsed(text)
    tree = Tree(text, parse.tokens, parse.sentences)
    cast = Cast(tree, parse.mentions, lexicon(), [t.span for t in parse.times])
    found = sides(cast, next(i for i, w in enumerate(tree.words) if w == word), kind)
    named = [
        [text[slice(*parse.mentions[s.mention].head)] for s in side if s.mention is not None]
        for side in (found.actors, found.recipients)
    ]
    return named[0], named[1]


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        ("The French attack on the Kenyan army came at dawn.", "attack", ["French"], ["army"]),
        ("A French drone strike killed the minister of Chad.", "strike", ["French"], ["minister"]),
        ("The Kenyan-led invasion ended in May.", "invasion", ["Kenyan"], []),
        ("He warned of an attack against Kenyan interests.", "attack", [], ["Kenyan"]),
        ("The report tells of raids in recent weeks by Kenya.", "raids", ["Kenya"], []),
        ("She spoke of a wave of attacks by Uganda on Kenyan bases.", "attacks", ["Uganda"], ["Kenyan"]),
        ("Kenya authorized the minister's killing.", "killing", ["Kenya"], ["minister"]),
        ("Kenya responded with strikes on Chad.", "strikes", ["Kenya"], ["Chad"]),
        ("Kenya blamed Chad for the attack on its army.", "attack", ["Chad"], ["army"]),
        ("Chad denied involvement in attacks on Kenyan bases.", "attacks", ["Chad"], ["Kenyan"]),
    ],
)
def test_sides_of_a_noun(text: str, word: str, actors: list[str], recipients: list[str]) -> None:
    assert who(text, word) == (actors, recipients)


def test_a_strike_that_kills_has_the_sides_of_the_killing() -> None:
    text = "A strike by Kenya that killed the minister was condemned."
    assert who(text, "strike") == who(text, "killed") == (["Kenya"], ["minister"])


def test_who_speaks_in_a_call_takes_part_in_it() -> None:
    assert who("President Ruto said in a call with President Macron that talks went on.", "call", "CONSULT")[0] == [
        "Ruto",
        "Macron",
    ]


def test_a_condemned_act_tells_who_is_condemned() -> None:
    assert who("Chad condemned French air strikes.", "condemned", "ACCUSE") == (["Chad"], ["French"])


def test_a_killing_condemned_does_not_condemn_the_one_killed() -> None:
    assert who("Chad condemned the minister's killing.", "condemned", "ACCUSE") == (["Chad"], [])


def test_the_name_in_apposition_is_who_acts() -> None:
    assert who("Kenya's influential top cleric, Sheikh Ali Hassan, condemned the strikes.", "condemned", "ACCUSE")[0] == [
        "Hassan"
    ]


def test_sanctions_named_after_a_state_are_aimed_at_it() -> None:
    assert who("Kenya imposed new Chad sanctions.", "sanctions", "COERCE") == (["Kenya"], ["Chad"])


def test_whom_an_attack_by_rebels_was_on_is_no_part_of_the_rebels() -> None:
    text = "The office denounced attacks by Kenyan rebels on French soldiers."
    rebels = next(m for m in parsed(text).mentions if text[slice(*m.head)] == "rebels")
    assert (text[slice(*rebels.span)], rebels.country) == ("Kenyan rebels", "KEN")
    assert who(text, "attacks") == (["rebels"], ["soldiers"])


def test_an_adjective_of_a_state_is_a_mention_of_the_state_only_beside_an_act() -> None:
    text = "The French attack on Kenyan cattle spoiled the French cooking."
    assert [(text[slice(*m.span)], m.name) for m in parsed(text).mentions] == [("French", "France"), ("Kenyan", "Kenya")]


def test_soldiers_who_are_withdrawn_act() -> None:
    assert who("Kenyan soldiers were withdrawn from Chad.", "withdrawn", "RETREAT")[0] == ["soldiers"]


def test_what_follows_a_told_act_is_no_side_of_the_telling() -> None:
    assert who("The office denounced attacks by Kenyan rebels on French soldiers.", "denounced", "ACCUSE") == (
        ["office"],
        ["rebels"],
    )


@pytest.mark.parametrize(
    ("text", "word", "kind", "actors", "recipients"),
    [
        ("Hundreds of Kenyan troops attacked on Monday.", "attacked", "ASSAULT", ["troops"], []),
        ("Kenya said a bomb was fired at it.", "fired", "ASSAULT", [], ["Kenya"]),
        ("Chad is considering sanctions against Kenya.", "sanctions", "COERCE", ["Chad"], ["Kenya"]),
        ("Taliban assaults killed two soldiers.", "assaults", "ASSAULT", ["Taliban"], ["soldiers"]),
        ("Protesters clashed with police in Chad.", "clashed", "ASSAULT", ["Protesters", "police"], []),
        ("Chad rejected a deal with Kenya.", "rejected", "REJECT", ["Chad"], ["Kenya"]),
    ],
)
def test_sides_behind_numbers_pronouns_and_things(
    text: str, word: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert who(text, word, kind) == (actors, recipients)


def test_a_day_is_no_side() -> None:
    text = "Chad attacked on Monday."
    parse = parsed(text)
    cast = Cast(Tree(text, parse.tokens, parse.sentences), parse.mentions, lexicon(), [t.span for t in parse.times])
    assert sides(cast, 1, "ASSAULT").recipients == ()
