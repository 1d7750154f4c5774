from pathlib import Path

import pytest

from sayso.ask import tied
from sayso.ledger import View
from tests.link.ledgers import FIRST, SECOND, WORDS, linked


@pytest.fixture
def view(tmp_path: Path):
    with View(linked(tmp_path / "ossel.sayso")) as opened:
        yield opened


def test_a_conflict_is_told_from_the_earlier_side_with_the_words_of_both(view):
    (tie,) = tied.ask(view, "conflicts")
    assert (tie.doc, tie.other_doc, tie.sort) == (FIRST.id, SECOND.id, "attribution")
    assert tie.quote == tie.other_quote == WORDS
    assert (tie.differs, tie.other_differs) == ("Ilse Marrow … said", "Anton Brisk … said")


def test_a_conflict_is_told_from_the_side_of_the_document_asked_for(view):
    (tie,) = tied.ask(view, "conflicts", in_=SECOND.id[:8])
    assert (tie.doc, tie.outlet, tie.other_outlet) == (SECOND.id, "Lower Post", "Ossel Gazette")
    assert [one.kind for one in tied.around(view, SECOND.id)] == ["conflicts", "quote"]
    assert [one.kind for one in tied.around(view, SECOND.id, 1)] == ["conflicts"]


def test_every_link_can_be_explained_by_the_beginning_of_its_id(view):
    (tie,) = tied.ask(view, "quote")
    assert tied.why(view, tie.link[:8]) == tie
    assert tied.why(view, "0" * 16) is None
