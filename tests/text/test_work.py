"""What is found in a text takes work that grows with its length, not with the square of it."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from sayso.model import Record
from sayso.run import BINDERS, readers
from sayso.text.parse import Analysis
from sayso.text.parsing import parse
from tests.reading import document, engine, lexicon

SHORT = 2_000
PIECES = {
    "statements within statements": "Ana said that Bo said that ",
    "quotations that never end": "“Ana said ‘Bo said ",
    "quotations in one quotation": "Ana Mirel said ‘the gate’ ‘may be shut’. ",
    "apostrophes": "'Ana's said' it' ",
    "modals": "may if will could attack killed ",
    "pronouns": "He said they left it to her. ",
    "one name": "Mirel and Mr Mirel and Ana Mirel and Mrs Mirel ",
    "deaths": "Troops killed 12 people in Vellin and arrested protesters, ",
}


def text(piece: str, size: int) -> str:
    """One paragraph, all of it in a quotation."""
    return "Bo Harde said: “" + piece * (size // len(piece)) + "”"


def read(words: str, analysis: Analysis) -> tuple[Record, ...]:
    """All that is found in an analysed text."""
    parsed = parse(document(words), analysis, lexicon())
    found = tuple(record for reader in readers().values() for record in reader(parsed, lexicon()))
    for bind in BINDERS:
        found = bind(parsed, found, lexicon())
    return found


def lines_run(work: Callable[[], object]) -> int:
    """Lines of Python that `work` runs, each turn of a loop counted."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", PIECES)
def test_work_grows_with_the_length_and_not_its_square(name: str) -> None:
    run = []
    for size in (SHORT, 4 * SHORT):
        words = text(PIECES[name], size)
        analysis = next(engine().analyse([document(words)]))
        read("Bo said so.", next(engine().analyse([document("Bo said so.")])))  # what is loaded once counts for neither
        run.append(lines_run(lambda words=words, analysis=analysis: read(words, analysis)))
    assert run[1] < 6 * run[0], f"{run[0]} lines for {SHORT} characters, {run[1]} for four times as many"
