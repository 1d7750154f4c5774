import pytest

from sayso.text.events_cast import Cast
from sayso.text.events_sides import sides
from sayso.text.events_status import status
from sayso.text.events_weighing import Voice
from sayso.text.tree import Tree
from tests.reading import lexicon, parsed


def told(text: str, word: str, voiced: bool = False) -> str:
    """The status of the first word written so, as the outlet or (`voiced`) the text's first statement has it."""
    parse = parsed(text)
    tree = Tree(text, parse.tokens, parse.sentences)
    i = tree.words.index(word)
    said = parse.attributions[0] if voiced else None
    voice = None if said is None else Voice(said.cue, said.act, said.content)
    return status(tree, i, sides(Cast(tree, parse.mentions, lexicon()), i, "ASSAULT").verb, voice).value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Kenya may avenge the minister's killing.", "killing", "CT+"),
        ("Kenya would face consequences for the killing of the minister.", "killing", "CT+"),
        ("The army might leave after the attack.", "attack", "CT+"),
        ("The raids were aimed at deterring Chad.", "raids", "CT+"),
        ("Kenya ordered the killing of the minister.", "killing", "CT+"),
        ("Police used water cannons to disperse the crowd.", "disperse", "CT+"),
        ("Kenya will send soldiers to protect the embassy.", "protect", "PR+"),
        ("The inquiry would later condemn the army.", "condemn", "CT+"),
        ("Kenya condemned an alleged attack on its army.", "attack", "PR+"),
        ("Any attack on Kenya fails.", "attack", "PS+"),
        ("Kenya planned attacks on Chad.", "attacks", "PS+"),
        ("The minister considered resigning.", "resigning", "PS+"),
        ("The army protects the port from attacks by rebels.", "attacks", "PS+"),
        ("No convoys were targeted on Friday.", "targeted", "CT-"),
        ("The rebels were not involved in the attack.", "attack", "CT-"),
    ],
)
def test_status_as_the_outlet_has_it(text: str, word: str, value: str) -> None:
    assert told(text, word) == value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Kenya said it would withdraw its soldiers.", "withdraw", "PR+"),
        ("Kenya says it would withdraw its soldiers.", "withdraw", "PS+"),
        ("Chad denied its involvement in the attack.", "attack", "CT-"),
        ("Chad denies involvement in attacks on Kenya.", "attacks", "CT-"),
    ],
)
def test_status_as_a_voice_has_it(text: str, word: str, value: str) -> None:
    assert told(text, word, voiced=True) == value
