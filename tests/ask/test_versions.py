from pathlib import Path

import pytest

from sayso.ask.versions import ask, compared, words
from sayso.ledger import Ledger, View
from sayso.ledger.versions import versions
from tests.ledger.made import document, statement

URL = "https://coast.example/locks"
BEFORE = "Ilse Bramm said the locks stay shut for nine days. Orla Venn denied it. Tova Brisk asked for calm and more boats."
AFTER = "Ilse Bramm said the locks stay shut for two days. Anton Marsh denied it. Pim Rook wants all the cranes back by spring."


def said(doc, source: str, cue: str, content: str):
    return statement(doc, source, cue, content)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "locks.sayso"
    first, second = document(BEFORE, url=URL, published="2031-04-01"), document(AFTER, url=URL, published="2031-04-02")
    other = document("Rain.", url="https://coast.example/rain")
    with Ledger(made) as ledger:
        ledger.write(first, [
            said(first, "Ilse Bramm", "said", "the locks stay shut for nine days"), said(first, "Orla Venn", "denied", "it"),
            said(first, "Tova Brisk", "asked", "for calm and more boats"),
        ])  # fmt: skip
        ledger.write(second, [
            said(second, "Ilse Bramm", "said", "the locks stay shut for two days"), said(second, "Anton Marsh", "denied", "it"),
            said(second, "Pim Rook", "wants", "all the cranes back by spring"),
        ])  # fmt: skip
        ledger.write(other, ())
    return made


def test_what_came_again_is_compared_statement_by_statement(path):
    with View(path) as view:
        rows = list(ask(view))
    assert [(row.what, row.was, row.quote) for row in rows] == [
        ("altered", "the locks stay shut for nine days", "the locks stay shut for two days"),
        ("credited", "it", "it"),
        ("added", "", "all the cranes back by spring"),
        ("removed", "for calm and more boats", ""),
    ]
    assert (rows[1].was_speaker, rows[1].speaker, rows[1].url) == ("Orla Venn", "Anton Marsh", URL)


def test_both_places_are_exact(path):
    with View(path) as view:
        for row in ask(view):
            before, after = view.document(row.was_doc), view.document(row.doc)
            assert [before.text[a:b] for a, b in row.was_spans] == ([row.was] if row.was else [])
            assert [after.text[a:b] for a, b in row.spans] == ([row.quote] if row.quote else [])


def test_versions_of_one_address_follow_each_other(path):
    third = document(AFTER + " More.", url=URL)
    with Ledger(path) as ledger:
        ledger.write(third, ())
    first, second = (document(text, url=URL).id for text in (BEFORE, AFTER))
    with View(path) as view:
        assert list(versions(view)) == [(second, third.id), (first, second)]
        assert list(versions(view, first[:8])) == [(second, third.id), (first, second)]
        assert list(versions(view, "0" * 8)) == list(versions(view, document("Rain.", url="https://coast.example/rain").id)) == []


def test_the_same_statements_twice_are_matched_one_to_one(path):
    with View(path) as view:
        rows = list(view.statements(in_=document(BEFORE, url=URL).id))
    assert compared([rows[0], rows[0]], [rows[0]])[0].what == "removed"
    assert compared(rows, rows) == []


def test_words_are_compared_without_case_and_marks():
    assert words("“The Locks, — stay\nshut.”") == ["the", "locks", "stay", "shut"]
