"""Whatever is asked, each row's quotation stands in its document at its spans, or the row is not given."""

from itertools import pairwise

import pytest

from sayso.ask import documents, find, problems, said, voices
from sayso.errors import BrokenRecord
from sayso.ledger import Ledger, View
from sayso.model.span import quote

QUESTIONS = {
    "said": said.ask,
    "voices": voices.ask,
    "documents": documents.ask,
    "find": lambda view: find.ask(view, "cranes OR the"),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_row_quotes_its_document_exactly(view, question):
    rows = list(QUESTIONS[question](view))
    assert len(rows) >= 2
    for row in rows:
        assert quote(view.document(row.doc).text, row.spans) == row.quote


@pytest.mark.parametrize("question", ["said", "find"])
def test_a_text_that_was_altered_is_not_quoted(path, question):
    with Ledger(path) as ledger:
        ledger.connection.execute("UPDATE document SET text = replace(text, 'cranes', 'boats!')")
    with View(path) as view, pytest.raises(BrokenRecord, match="run sayso check"):
        list(QUESTIONS[question](view))


def test_said_gives_source_cue_and_chain_as_written(view):
    (row,) = said.ask(view, act="promise")
    assert (row.source, row.cue, row.quote, row.speaker) == ("the ministry", "promised", "cranes", "the ministry")
    assert row.chain == ("Coast Courier", "Ilse Marrow", "the ministry")
    assert (row.outlet, row.published, row.title) == ("Coast Courier", "2031-04-09", "Port reopens")


def test_said_narrows_by_every_condition_at_once(view):
    found = said.ask(
        view, by="Marrow", in_="courier", about="ministry", containing='"promised cranes"', since="2031", until="2031-04"
    )
    assert [row.form for row in found] == ["mixed"]
    assert list(said.ask(view, by="Marrow", since="2032")) == []


def test_voices_share_out_the_text_the_outlets_own_first(view):
    rows = list(voices.ask(view, in_="Coast"))
    assert [row.own for row in rows] == [True, False, False]
    assert rows[0].speaker == "Coast Courier"
    assert [row.speaker for row in rows[1:]] == ["Ilse Marrow", "the ministry"]
    assert sum(row.share for row in rows) == pytest.approx(1, abs=0.002)
    spans = sorted(span for row in rows for span in row.spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_voices_of_a_document_without_statements_are_its_own_alone(view):
    (row,) = [row for row in voices.ask(view) if row.outlet is None]
    assert (row.own, row.share, row.speaker) == (True, 1.0, "the outlet")


def test_find_tells_in_whose_voice_the_words_stand(view):
    rows = {row.quote + row.after[:1]: row.chain for row in find.ask(view, "cranes OR days OR dredging")}
    assert rows["days,"] == ("Coast Courier", "Ilse Marrow")
    assert rows["cranes”"] == ("Coast Courier", "Ilse Marrow", "the ministry")
    assert rows["dredging "] == ("Coast Courier",)
    assert rows["cranes."] == ("the outlet",)


def test_documents_are_quoted_by_title_or_first_line(view):
    assert [row.quote for row in documents.ask(view)] == ["Port reopens", "Nobody said a word about cranes. 😀"]
    assert [row.found.get("statement") for row in documents.ask(view, containing="dredging")] == [3]


def test_problems_say_what_to_do_and_point_to_no_document(view):
    (row,) = problems.ask(view)
    assert (row.doc, row.spans, row.origin, row.why, row.next) == (None, (), "x.pdf", "a PDF", "save its text")
