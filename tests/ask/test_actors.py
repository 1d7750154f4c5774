from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ask import actors
from sayso.errors import UsageError
from sayso.ledger import View
from tests.ledger.doing import filled


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    with View(filled(tmp_path / "a.sayso")) as view:
        yield view


def test_an_actor_is_quoted_where_it_is_named_most_fully(view: View) -> None:
    row = next(row for row in actors.ask(view) if row.name == "Tova Lindqvar")
    document = view.document(row.doc or "")
    assert document
    assert (document.outlet, row.quote) == ("Sill Courier", "mayor Tova Lindqvar")
    assert document.text[row.spans[0][0] : row.spans[0][1]] == row.quote


def test_codes_may_be_written_small(view: View) -> None:
    (row,) = actors.ask(view, country="orr", sector="mil")
    assert (row.name, row.acts, row.documents) == ("Soldiers of Orrin", 4, 2)


@pytest.mark.parametrize("asked", [{"part": "dances"}, {"kind": "ghost"}])
def test_a_part_or_kind_that_is_none_is_told(view: View, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="it is one of"):
        list(actors.ask(view, **asked))  # type: ignore[arg-type]
