"""A small ledger that the questions are put to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger, View
from sayso.model import Problem
from tests.ledger.made import document, harbour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.sayso"
    courier = document(
        published="2031-04-09", published_from="given", title="Port reopens", parts={"title": (0, 12), "body": (14, 249)}
    )
    plain = document("Nobody said a word about cranes. 😀\nRain.", outlet=None, origin="plain.txt")
    with Ledger(path) as ledger:
        ledger.write(courier, harbour(courier))
        ledger.write(plain, ())
        ledger.problem(Problem(origin="x.pdf", why="a PDF", next="save its text"))
    return path


@pytest.fixture
def view(path: Path) -> Iterator[View]:
    with View(path) as view:
        yield view
