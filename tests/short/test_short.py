"""Short texts that each test one thing. What no reader does yet stands in expected_failures.txt and must fail.

`python -m tests.short` prints every fault; with `--pin` it writes the list anew.
"""

import pathlib

import pytest

from sayso.run import Reader
from tests.short.check import document_of, faults
from tests.short.markup import cases

EXPECTED = pathlib.Path(__file__).with_name("expected_failures.txt")
FAILING = set(EXPECTED.read_text(encoding="utf-8").splitlines()) if EXPECTED.exists() else set()
CASES = cases()


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


@pytest.mark.parametrize("name", CASES)
def test_the_reading_holds_what_is_written(name: str, reader: Reader, request: pytest.FixtureRequest) -> None:
    if name in FAILING:
        request.applymarker(pytest.mark.xfail(strict=True, reason="no reader does this yet"))
    case = CASES[name]
    assert faults(case, reader.read(document_of(case))) == []


def test_expected_failures_name_cases_that_exist() -> None:
    assert set(CASES) >= FAILING
