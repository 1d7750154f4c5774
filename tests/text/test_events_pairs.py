import pytest

from sayso.lexicon import pairing
from sayso.lexicon.triggers import TYPES
from sayso.text.events import Scene
from sayso.text.events_features import Seen
from sayso.text.events_pairs import between, features, kinds, nearness
from tests.reading import lexicon, parsed

CASES = [
    ("{Halden's police} arrested {nine reporters} on Monday.", "COERCE"),
    ("{The prime minister} sharply condemned {the raid by Orrin} at a press conference.", "ACCUSE"),
    ("{Orrin} will send food and medicine to {the flooded districts of Brack}.", "AID"),
    ("{The foreign minister} met {her counterpart from Brack} for talks on Tuesday.", "CONSULT"),
    ("{Rebels} shelled {an army base} overnight, killing four.", "ASSAULT"),
    ("{The council} rejected {a request from the governor} for more police.", "REJECT"),
]


def marked(text: str) -> tuple[str, list[list[list[int]]]]:
    """The text without its brackets, and the spans of the two that stood in them."""
    plain, spans = "", []
    for n, piece in enumerate(text.replace("}", "{").split("{")):
        if n % 2:
            spans.append([[len(plain), len(plain) + len(piece)]])
        plain += piece
    return plain, spans


@pytest.mark.parametrize(("text", "kind"), CASES, ids=[kind for _, kind in CASES])
def test_an_act_between_two_sides_has_its_type(text: str, kind: str) -> None:
    plain, (source, target) = marked(text)
    chances = pairing.load().kinds(features(Scene(parsed(plain), lexicon()), source, target))
    assert TYPES[max(range(len(TYPES)), key=chances.__getitem__)] == kind


def test_the_way_between_two_sides_goes_over_the_verb_that_joins_them() -> None:
    plain, (source, target) = marked("{The mayor} thanked {the nurses}.")
    tree = Scene(parsed(plain), lexicon()).tree
    way = between(tree, [(source[0][0], source[0][1])], [(target[0][0], target[0][1])])
    assert [tree.words[i] for i in way.up] == ["thanked"]
    assert [tree.words[i] for i in way.down] == ["thanked"]


@pytest.mark.parametrize("text", ["", "Rain.", "…", "a\0b 😀"])
def test_spans_that_hold_no_word_tell_nothing_and_raise_nothing(text: str) -> None:
    found = features(Scene(parsed(text), lexicon()), [[0, 0]], [])
    assert "in order" not in found


def test_what_an_encoder_sees_near_both_sides_weighs_as_much_as_the_model() -> None:
    plain, (source, target) = marked("{The two leaders} discussed {the border}.")
    scene = Scene(parsed(plain), lexicon())
    alone = kinds(scene, pairing.load(), source, target)
    place = plain.index("discussed")
    scene.seen = {place: Seen(0.1, tuple(0.9 * (kind == "THREATEN") for kind in TYPES))}
    both = kinds(scene, pairing.load(), source, target)
    assert (
        both[TYPES.index("THREATEN")] / both[TYPES.index("CONSULT")]
        > alone[TYPES.index("THREATEN")] / alone[TYPES.index("CONSULT")]
    )
    assert nearness(place, [place]) == 1.0 > nearness(place, [0])
