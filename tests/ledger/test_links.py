from pathlib import Path

import apsw
import pytest

from sayso.errors import BrokenRecord
from sayso.ledger import Ledger, View
from sayso.ledger.links import count, counted, keep, links, of_document, one, pending, retire
from sayso.ledger.traces import opened, sharing, sign, signature
from sayso.model.links import End, link
from sayso.model.signatures import Signature
from tests.ledger.linking import FIRST, SECOND, THIRD, WORDS, conflict, end, filled, quoted
from tests.ledger.made import statement


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "ossel.sayso")


def linked(path: Path) -> None:
    with Ledger(path) as ledger:
        assert keep(ledger, "quotes", "1", pending(ledger, "quotes", "1"), [quoted(), conflict("quotes/1")]) == 2


def test_links_are_kept_once_and_come_surest_first(path):
    linked(path)
    with Ledger(path) as ledger:
        assert keep(ledger, "quotes", "1", [], [quoted()]) == 0
    with View(path) as view:
        assert list(links(view)) == [quoted(), conflict("quotes/1")]
        assert list(links(view, kind="conflicts", sort="attribution", in_=FIRST.id[:8])) == [conflict("quotes/1")]
        assert (count(view, kind="quote"), count(view, in_=THIRD.id)) == (1, 0)
        assert counted(view) == {"conflicts attribution": 1, "quote": 1}


def test_a_link_is_found_by_the_beginning_of_its_id_and_from_both_ends(path):
    linked(path)
    with View(path) as view:
        assert one(view, quoted().id[:10]) == quoted()
        assert one(view, "abcdef") is None
        assert of_document(view, FIRST.id) == of_document(view, SECOND.id) == [conflict("quotes/1"), quoted()]


def test_what_is_new_or_read_anew_is_pending_and_nothing_else(path):
    linked(path)
    with Ledger(path) as ledger:
        assert pending(ledger, "quotes", "1") == []
        assert len(pending(ledger, "quotes", "2")) == len(pending(ledger, "copies", "1")) == 3
        ledger.write(FIRST, [statement(FIRST, "the mayor of Ossel", "said", f"“{WORDS},”", form="direct")], reader="next")
        assert [one.doc for one in pending(ledger, "quotes", "1")] == [FIRST.id]


def test_what_a_linker_retires_of_a_document_is_its_own_and_stays_to_be_explained(path):
    with Ledger(path) as ledger:
        keep(ledger, "quotes", "1", [], [quoted(), conflict("conflicts/1")])
        retire(ledger, "quotes", SECOND.id)
    with View(path) as view:
        assert list(links(view)) == [conflict("conflicts/1")]
        assert one(view, quoted().id) == quoted()


def test_a_link_outside_the_texts_is_refused_and_nothing_of_its_run_is_kept(path):
    outside = link("quote", end(FIRST), End(record=THIRD.id, doc=THIRD.id, spans=((0, 999),)), reason="", score=1, by="quotes/1")
    with Ledger(path) as ledger, pytest.raises(BrokenRecord, match=outside.id):
        keep(ledger, "quotes", "1", [], [quoted(), outside])
    with View(path) as view:
        assert list(links(view)) == []


def test_a_signature_leads_to_its_document_and_a_new_one_takes_its_place(path):
    with Ledger(path) as ledger:
        keys = [one.key for one in pending(ledger, "copies", "1")]
        for key in keys:
            sign(ledger, key, Signature(space="words", version="1", size=9, values=(5, -7, key * 100)))
        assert sharing(ledger, "words", [5, keys[1] * 100, 8], most=2) == {5: keys[:2], keys[1] * 100: [keys[1]], 8: []}
        sign(ledger, keys[0], Signature(space="words", version="2", size=9, values=(6,)))
        assert sharing(ledger, "words", [5, 6], most=9) == {5: keys[1:], 6: keys[:1]}
        assert signature(ledger, keys[0], "words") == Signature(space="words", version="2", size=9, values=(6,))
        assert opened(ledger, keys[0]) == (FIRST, ())


def test_forgetting_a_document_forgets_its_links_and_traces(path):
    linked(path)
    with Ledger(path) as ledger:
        sign(ledger, 1, Signature(space="words", version="1", size=3, values=(5, 6)))
        ledger.forget(FIRST.id)
        assert sharing(ledger, "words", [5, 6], most=9) == {5: [], 6: []}
    with View(path) as view:
        assert (list(links(view)), one(view, quoted().id)) == ([], None)
    assert b"the same words" not in path.read_bytes()


def test_a_link_whose_row_was_altered_is_told_of(path):
    linked(path)
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE link SET body = replace(body, '\"spans_a\":[[', '\"spans_a\":[[99999,') WHERE kind = 'quote'")
    connection.close()
    with Ledger(path) as ledger:
        assert [(flaw.kind, flaw.where) for flaw in ledger.check()] == [("link", quoted().id)]
