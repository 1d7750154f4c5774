from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from sayso.ask import did
from sayso.errors import BrokenRecord, UsageError
from sayso.ledger import View
from sayso.ledger.did import Sought
from sayso.model.span import quote
from tests.ledger.doing import filled, raid


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "a.sayso")


@pytest.fixture
def view(path: Path) -> Iterator[View]:
    with View(path) as view:
        yield view


def test_every_event_quotes_the_text_at_its_spans(view: View) -> None:
    rows = list(did.ask(view))
    assert len(rows) == 8
    for row in rows:
        document = view.document(row.doc or "")
        assert document
        assert quote(document.text, row.spans) == row.quote
        assert document.text[row.passage_span[0] : row.passage_span[1]] == row.passage
        assert row.quote in row.passage


def test_the_passage_is_the_sentence_of_the_event(view: View) -> None:
    row = next(did.ask(view, Sought(status="CT-")))
    assert row.passage == "Orrin denied that its soldiers shelled the bridge."
    assert (row.voice, row.own, row.chain) == ("Orrin", False, ("Sill Courier", "Orrin"))


def test_a_death_toll_keeps_its_words(view: View) -> None:
    (row, _) = did.ask(view, Sought(deadly=True))
    assert row.dead
    assert (row.dead.low, row.dead.high) == (11, 11)
    assert raid()[0].text[row.dead.span[0] : row.dead.span[1]] == "Eleven"


@pytest.mark.parametrize("sought", [Sought(type="MURDER"), Sought(status="maybe")])
def test_a_type_or_status_that_is_none_is_told(view: View, sought: Sought) -> None:
    with pytest.raises(UsageError, match="it is one of"):
        list(did.ask(view, sought))


def test_types_and_statuses_may_be_written_in_any_case(view: View) -> None:
    assert [row.quote for row in did.ask(view, Sought(type="coerce", status="ps+"), limit=1)] == ["close"]


def test_altered_words_are_never_answered(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE deed SET words = 'peace' WHERE type = 'COERCE'")
    connection.close()
    with View(path) as view, pytest.raises(BrokenRecord):
        list(did.ask(view, Sought(type="COERCE")))


@pytest.mark.parametrize("text", ["x", "." * 1000, "a b " * 500, "\n\n\nword\n\n", "“A.” B! C?"])
def test_a_passage_never_leaves_the_text_or_loses_its_words(text: str) -> None:
    for start in range(0, len(text), 97):
        low, high = did.passage(text, ((start, start + 1),))
        assert 0 <= low <= start < start + 1 <= high <= len(text)
