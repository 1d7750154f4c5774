import msgspec
import pytest

from sayso.ask.drafting import corrected, drafted, spans
from sayso.errors import UsageError
from sayso.model import Event, Forecast, Statement
from tests.ledger.made import document, harbour, span

DOC = document()
RECORDS = harbour(DOC)
MARROW, _, MINISTRY, LOST, ADDED, PROMISED = RECORDS


def test_a_statement_is_made_of_the_words_that_are_given():
    made, name = drafted(
        DOC, RECORDS, "statement", {"source": "The ministry", "cue": "denied", "content": "it.", "act": "deny", "speaker": "the ministry"}
    )  # fmt: skip
    assert isinstance(made, Statement)
    assert (made.source, made.cue, made.kernel) == ((span(DOC, "The ministry"),), (span(DOC, "denied"),), span(DOC, "denied"))
    assert (made.speaker, name, made.act, made.form, made.within) == (MINISTRY.id, "the ministry", "deny", "indirect", None)


def test_what_stands_in_marks_is_direct_unless_it_is_said_otherwise():
    sent = {"content": "“We lost nine days,”", "source": "harbour master Ilse Marrow"}
    made, _ = drafted(DOC, RECORDS, "statement", sent)
    assert isinstance(made, Statement)
    assert (made.form, made.speaker) == ("direct", MARROW.id)


def test_a_statement_stands_within_the_innermost_around_it():
    made, _ = drafted(DOC, RECORDS, "statement", {"cue": "promised", "content": "cranes"})
    assert (made.id, made.within) == (PROMISED.id + ".1", ADDED.id)


def test_events_and_forecasts_are_made_too():
    made, _ = drafted(
        DOC, RECORDS, "event", {"trigger": "reopened", "plover": "CONCEDE", "status": "CT+", "actors": "Ilse Marrow"}
    )
    assert isinstance(made, Event)
    assert (made.trigger, made.plover.type, made.actors) == (span(DOC, "reopened"), "CONCEDE", (MARROW.id,))
    made, _ = drafted(DOC, RECORDS, "forecast", {"proposition": "dredging goes on", "wording": "goes on", "kind": "plan"})
    assert isinstance(made, Forecast)
    assert (made.kernel, made.kind, made.condition) == (span(DOC, "goes on"), "plan", None)


def test_a_correction_changes_what_was_sent_and_nothing_else():
    made, name = corrected(DOC, RECORDS, LOST, {"content": "We lost nine days"})
    assert made == msgspec.structs.replace(LOST, content=(span(DOC, "We lost nine days"),), anchor=made.anchor)
    assert name is None


def test_a_name_that_the_text_does_not_mention_is_kept_as_a_name():
    made, name = corrected(DOC, RECORDS, LOST, {"speaker": "  Orla  Venn "})
    assert (made.speaker, name) == (None, "Orla Venn")  # type: ignore[union-attr]


def test_a_cue_that_moves_takes_the_kernel_with_it_but_not_the_id():
    made, _ = corrected(DOC, RECORDS, ADDED, {"cue": "promised"})
    assert (made.id, made.kernel) == (ADDED.id, ADDED.kernel if span(DOC, "added") in made.anchor else made.kernel)
    assert any(start <= made.kernel[0] < end for start, end in made.anchor)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("6-10", ((6, 10),)),
        (" 0-4,  6-10 ", ((0, 4), (6, 10))),
        ("0-4 3-10", ((0, 10),)),
        ("Rain #2", ((15, 19),)),
        ("Rain, … and", ((0, 5), (11, 14))),
        ("", ()),
    ],
)
def test_places_are_typed_as_numbers_or_as_words(typed, found):
    assert spans("Rain, rain and Rain", typed) == found


@pytest.mark.parametrize("typed", ["Rain", "snow", "6-99", "7-7", "9-3", "Rain #3"])
def test_words_that_are_not_there_once_are_told_of(typed):
    with pytest.raises(UsageError, match=r"stands|inside"):
        spans("Rain, rain and Rain", typed)


def test_code_points_are_counted_whatever_stands_before():
    text = "👩‍👩‍👧 Zoe\u0308 said no"
    assert [text[start:end] for start, end in spans(text, "Zoe\u0308")] == ["Zoe\u0308"]


@pytest.mark.parametrize(
    ("type", "sent", "why"),
    [
        ("statement", {"cue": "denied"}, "content is missing"),
        ("event", {"trigger": "reopened"}, "type of the event"),
        ("event", {"trigger": "reopened", "plover": "DANCE"}, "none of"),
        ("event", {"trigger": "reopened", "plover": "AID", "actors": "Nobody"}, "no actor"),
        ("statement", {"content": "it.", "within": "x"}, "no statement"),
        ("mention", {}, "can't be added"),
    ],
)
def test_what_is_missing_is_said(type, sent, why):
    with pytest.raises(UsageError, match=why):
        drafted(DOC, RECORDS, type, sent)
