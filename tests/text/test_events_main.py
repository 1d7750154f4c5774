"""Main events as they were read, set into the scene of a sentence: what an encoder says is made up here."""

import msgspec
import pytest

from sayso.lexicon.triggers import TYPES
from sayso.text.events import EventFound, Scene
from sayso.text.parse import MainEvent
from tests.reading import lexicon, parsed


def main(text: str, kind: str, word: str, source: str = "", target: str = "", none: float = 0.0) -> tuple[EventFound, ...]:
    """The events of a text whose main event was read so."""
    spans = [((text.index(w), text.index(w) + len(w)),) if w else () for w in (source, target)]
    types = (none, *((1 - none) * (t == kind) for t in TYPES))
    read = MainEvent(span=(0, len(text)), source=spans[0], target=spans[1], types=types, says=((text.index(word), 0.9),))
    return Scene(msgspec.structs.replace(parsed(text), mains=(read,)), lexicon()).events()


def only(found: tuple[EventFound, ...]) -> EventFound:
    (one,) = [e for e in found if e.main]
    return one


def sides(text: str, event: EventFound) -> tuple[list[str | None], list[str | None]]:
    return [s.country for s in event.sides.actors], [s.country for s in event.sides.recipients]


RECEIVED = "Georgian demonstrators received weapons from the Turkish government."


def test_the_main_event_has_the_sides_that_were_read() -> None:
    one = only(main(RECEIVED, "AID", "received", "the Turkish government", "Georgian demonstrators"))
    assert one.type == "AID"
    assert sides(RECEIVED, one) == (["TUR"], ["GEO"])


def test_it_stands_at_the_word_that_says_most_of_it() -> None:
    one = only(main(RECEIVED, "AID", "received", "the Turkish government", "Georgian demonstrators"))
    assert RECEIVED[slice(*one.trigger)] == "received"


def test_where_nothing_is_likely_to_be_done_there_is_none() -> None:
    assert not [e for e in main(RECEIVED, "AID", "received", "the Turkish government", none=0.95) if e.main]


def test_a_word_that_names_the_event_already_is_not_counted_twice() -> None:
    text = "The army of Iraq attacked Syrian troops on Friday."
    found = main(text, "ASSAULT", "attacked", "The army of Iraq", "Syrian troops")
    assert [text[slice(*e.trigger)] for e in found] == ["attacked"]


def test_an_auxiliary_is_no_trigger() -> None:
    text = "The Indian minister will host a dinner for the Israeli envoy."
    one = only(main(text, "AGREE", "will", "The Indian minister", "the Israeli envoy"))
    assert text[slice(*one.trigger)] != "will"


def test_all_who_consult_are_actors() -> None:
    text = "Iraq's adviser met the Syrian president on Friday."
    one = only(main(text, "CONSULT", "met", "Iraq's adviser", "the Syrian president"))
    assert sides(text, one) == (["IRQ", "SYR"], [])


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Iraq will never negotiate with Syria.", "negotiate", "CT+"),
        ("Iraq did not reject the Syrian offer.", "reject", "CT-"),
    ],
)
def test_what_is_refused_was_refused(text: str, word: str, status: str) -> None:
    assert only(main(text, "REJECT", word, "Iraq", "Syria")).status.value == status


def test_a_side_that_was_not_read_is_the_one_of_the_tree() -> None:
    text = "The army of Iraq attacked Syrian troops on Friday."
    one = only(main(text, "ASSAULT", "attacked", "The army of Iraq"))
    assert sides(text, one) == (["IRQ"], ["SYR"])


def test_of_a_phrase_whose_head_is_nobody_whoever_is_named_in_it_is_the_side() -> None:
    text = "Turkish jets struck a market in eastern Syria on Friday."
    one = only(main(text, "ASSAULT", "struck", "Turkish jets", "a market in eastern Syria"))
    assert sides(text, one) == (["TUR"], ["SYR"])


def test_who_only_tells_of_an_act_does_not_do_it() -> None:
    text = "Turkish officials said that Syrian troops had shelled a border post."
    one = only(main(text, "ASSAULT", "shelled", "Turkish officials", "a border post"))
    assert sides(text, one)[0] == ["SYR"]


def test_who_tells_of_an_own_act_does_it() -> None:
    text = "The Israeli army said it had struck a camp in Syria."
    one = only(main(text, "ASSAULT", "struck", "The Israeli army", "a camp in Syria"))
    assert sides(text, one) == (["ISR"], ["SYR"])


def test_who_promises_an_act_to_somebody_is_no_mere_teller() -> None:
    text = "The United States will supply arms to Israel."
    one = only(main(text, "AGREE", "supply", "The United States", "Israel"))
    assert sides(text, one) == (["USA"], ["ISR"])


def test_a_refusal_that_somebody_tells_of_is_claimed() -> None:
    text = "Iraq will never negotiate with Syria, its minister said on Monday."
    assert only(main(text, "REJECT", "negotiate", "Iraq", "Syria")).status.reality == "claimed"
