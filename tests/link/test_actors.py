import msgspec
import pytest

from sayso.link import actors
from sayso.link.sides import Side
from tests.ledger.made import document, mention
from tests.link.made import LEXICON, shown, side


def named(words: str, name: str, outlet: str, country: str | None = None, kind: str = "person") -> Side:
    doc = document(f"{words} spoke in Harl.", outlet=outlet)
    who = msgspec.structs.replace(mention(doc, words, name, kind=kind), country=country)
    return Side(doc, (who,))


def linked(one: Side, two: Side) -> list[tuple[str, str]]:
    mine, theirs = actors.actors(one), actors.actors(two)
    if set(actors.values(mine, LEXICON)).isdisjoint(actors.values(theirs, LEXICON)):
        return []
    made = [link for a in mine for b in theirs for link in actors.links(one, two, a, b, LEXICON)]
    return [(link.sort, link.reason) for link in made]


@pytest.mark.parametrize(
    ("one", "two", "sort"),
    [
        (("the miller Ilse Marrow", "Ilse Marrow"), ("Ilse Marrow, keeper of the lock", "Ilse Marrow"), "role"),
        (("Karim al-Mohandes", "Karim al-Mohandes"), ("Karim al-Muhandis", "Karim al-Muhandis"), "spelling"),
        (("I. Marrow", "I. Marrow"), ("Ilse Marrow", "Ilse Marrow"), "name"),
    ],
)
def test_one_actor_named_otherwise_is_linked_with_both_namings(one: tuple[str, str], two: tuple[str, str], sort: str):
    ((found, reason),) = linked(named(*one, "Ossel Gazette"), named(*two, "Lower Post"))
    assert found == sort
    assert f"“{one[0]}”" in reason
    assert f"“{two[0]}”" in reason


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Ilse Marrow", "Ilse Marrow"), ("Ilse Marrow", "Ilse Marrow")),
        (("the miller Marrow", "Marrow"), ("Ilse Marrow", "Ilse Marrow")),
        (("the miller Ann Venn", "Ann Venn"), ("Orla Venn", "Orla Venn")),
        (("the miller Ilse Marrow", "Ilse Marrow", "NOR"), ("Ilse Marrow, a keeper", "Ilse Marrow", "DNK")),
    ],
)
def test_what_tells_nothing_or_may_be_another_is_not_linked(one: tuple[str, ...], two: tuple[str, ...]):
    first, second = named(*one[:2], "Ossel Gazette", *one[2:]), named(*two[:2], "Lower Post", *two[2:])
    assert linked(first, second) == []


def test_each_wording_is_shown_once():
    doc = document("The miller Ilse Marrow came. Ilse Marrow left. Ilse Marrow wept.")
    full = mention(doc, "The miller Ilse Marrow", "Ilse Marrow")
    again = mention(doc, "Ilse Marrow left", "Ilse Marrow", refers_to=full.id)
    (actor,) = actors.actors(Side(doc, (full, again)))
    assert shown(Side(doc), actor.namings) == ["The miller Ilse Marrow", "Ilse Marrow left"]


def test_a_name_written_with_letters_of_another_script_is_flagged_and_not_taken_for_the_same():
    a, b = (
        side(f"{name} said it rains.", (name, "said", "it rains", name), outlet=name[:3]) for name in ("Orla Venn", "Оrla Venn")
    )
    (one,), (two,) = actors.actors(a), actors.actors(b)
    assert actors.value(one, LEXICON) == actors.value(two, LEXICON)
    (link,) = actors.links(a, b, one, two, LEXICON)
    assert (link.sort, link.score) == ("lookalike", 0.3)
    assert "letters of two scripts in one word" in link.reason
