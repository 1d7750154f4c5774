import time
import zlib

import pytest

from sayso.intake.web import pdf as inside
from sayso.model import Document
from tests.intake.opened import document, opened, problem
from tests.intake.printed import pdf

PAGE = (
    "Quay Post",
    "Harbour gate stays shut",
    "The harbour master said on Friday that “the gate will stay shut until",
    "the ice has left the har-",
    "bour”, and that nobody had asked for the long-standing rule (of 2019) to",
    "be changed.",
    "Orla Venn, who owns four barges, said she had not been told.",
    "1",
)


def test_the_text_layer_is_read_as_paragraphs() -> None:
    doc = document(pdf(PAGE), "a.pdf")
    assert doc.title == "Harbour gate stays shut"
    assert (
        "said on Friday that “the gate will stay shut until the ice has left the harbour”, and that nobody had asked for the "
        "long-standing rule (of 2019) to be changed.\n\nOrla Venn, who" in doc.text
    )
    assert not doc.text.endswith("1")


def test_bytes_that_begin_as_pdf_are_told_without_a_suffix() -> None:
    assert "harbour master" in document(pdf(PAGE), "a.data").text


def test_pictures_of_pages_are_a_problem_that_names_the_way_out() -> None:
    found = problem(pdf((), ()), "a.pdf")
    assert "only pictures of pages" in found.why
    assert "OCR" in found.next


@pytest.mark.parametrize("cut", [20, 200, -60])
def test_a_damaged_pdf_is_read_or_a_problem(cut: int) -> None:
    (found,) = opened(pdf(PAGE, PAGE)[:cut], "a.pdf")
    assert "gate" in found.text if isinstance(found, Document) else "a PDF that can't be parsed" in found.why


def test_pages_beyond_the_cap_are_a_problem() -> None:
    many = pdf(*[("x",)] * (inside.PAGES + 1))
    assert f"more than {inside.PAGES}" in problem(many, "a.pdf").why


def test_a_stream_that_unpacks_to_hundreds_of_megabytes_is_a_problem_soon() -> None:
    data, bomb = pdf(("a",)), zlib.compress(zlib.compress(b"(x) Tj " * 30_000_000))
    start, end = data.index(b"<< /Length"), data.index(b"endstream")
    stream = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\n" % (len(bomb), bomb)
    started = time.monotonic()
    assert "can't be parsed" in problem(data[:start] + stream + data[end:], "a.pdf").why
    assert time.monotonic() - started < 60
