"""Whatever comes in: no exception, no hang, a document with true offsets or a problem with a next step."""

import time
from functools import cache

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.intake import Given, open_bytes
from sayso.model import Document, Problem, Record
from sayso.run import Reader
from tests.odd.inputs import SENTENCE, inputs

SPANS = ("anchor", "source", "cue", "content", "proposition", "condition", "wording", "differs")
SPAN = ("kernel", "span", "head", "trigger")
ALL = dict(inputs())


@cache
def reader() -> Reader:
    return Reader.load()


def check(document: Document, records: tuple[Record, ...]) -> None:
    """Nothing; asserts that every span lies in the text and that all can be written as JSON."""
    size = len(document.text)
    spans = [*document.furniture, *document.parts.values()]
    for record in records:
        spans += [span for name in SPANS for span in getattr(record, name, None) or ()]
        spans += [span for name in SPAN if (span := getattr(record, name, None))]
    assert all(0 <= start < end <= size for start, end in spans), document.origin
    assert msgspec.json.decode(msgspec.json.encode(document), type=Document) == document
    assert msgspec.json.encode(records)


def read(name: str, data: bytes) -> list[Document | Problem]:
    """What the input gives, documents read and checked."""
    found = list(open_bytes(data, name, Given()))
    documents = [item for item in found if isinstance(item, Document)]
    for document, records in zip(documents, reader().read_many(documents), strict=True):
        check(document, records)
    return found


def test_there_are_three_hundred() -> None:
    assert len(ALL) >= 300
    assert len(set(ALL.values())) > 270


@pytest.mark.parametrize("tenth", range(10))
def test_no_odd_input_raises_or_hangs_and_offsets_are_true(tenth: int) -> None:
    for name in list(ALL)[tenth::10]:
        started = time.monotonic()
        found = read(name, ALL[name])
        assert found or not ALL[name].strip(), name
        assert all(item.why and item.next for item in found if isinstance(item, Problem)), name
        assert time.monotonic() - started < 30, name


def test_ten_megabytes_on_one_line_are_a_problem_at_once() -> None:
    started = time.monotonic()
    (found,) = read("a.txt", "Words and “more” words. ".encode() * 420_000)
    assert isinstance(found, Problem)
    assert time.monotonic() - started < 60


def test_the_same_input_gives_the_same_bytes() -> None:
    documents = [item for name in list(ALL)[::9] for item in open_bytes(ALL[name], name, Given()) if isinstance(item, Document)]
    once, twice = (msgspec.json.encode(list(reader().read_many(documents))) for _ in range(2))
    assert once == twice


PIECES = st.sampled_from(
    [
        *SENTENCE.split(" "),
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "\n",
        "\n\n",
        "\r\n",
        "\x00",
        "…",
        "may",
        "if",
        "not",
        "Jan. 9",
        "the minister",
        "—",
        "(",
        ")",
        "🛶",
        "\u202e",
        "e\u0301",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_made_up_texts_are_read_with_true_offsets(text: str) -> None:
    read("a.txt", text.encode("utf-8", "surrogatepass"))
