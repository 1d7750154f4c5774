import os
import time

import pytest

from sayso.errors import InputError
from sayso.intake.web import worker
from sayso.intake.web.worker import check, parsed
from tests.intake.opened import document, problem

PARAGRAPH = "<p>The harbour master said on Friday that the barges would pass the gate again in the spring of next year.</p>"


def page(body: str) -> str:
    return f"<html><head><title>Gate</title></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x", "attributes in one tag"),
        ("<div>" * 100_000 + PARAGRAPH, "elements in one page"),
        ("x" * 9_000_000, "characters, more than"),
    ],
)
def test_pages_beyond_the_caps_are_problems_at_once(body: str, why: str) -> None:
    started = time.monotonic()
    assert why in problem(page(body), "a.html").why
    assert time.monotonic() - started < 60


@pytest.mark.parametrize(
    "body", ["<b>" * 30_000 + PARAGRAPH, "<table><tr><td>" * 9_000 + PARAGRAPH, PARAGRAPH + "\x00" + PARAGRAPH]
)
def test_odd_pages_end_in_a_document_or_a_problem(body: str) -> None:
    check(page(body), "a.html")
    assert parsed(page(body), None, "a.html")["said"]


def test_a_page_that_takes_too_long_is_a_problem_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert document(page(PARAGRAPH), "a.html").title == "Gate"  # the worker is warm
    with monkeypatch.context() as patch:
        patch.setattr(worker, "PATIENCE", 0.3)
        assert "took too long" in problem(page("<h1>" * 40_000), "slow.html").why
    assert document(page(PARAGRAPH), "a.html").title == "Gate"


def test_a_worker_that_dies_is_replaced() -> None:
    document(page(PARAGRAPH), "a.html")
    process = worker.worker(os.getpid())._process
    assert process is not None
    process.kill()
    process.wait()
    assert document(page(PARAGRAPH), "a.html").title == "Gate"


def test_a_message_that_is_none_is_answered_with_the_fault() -> None:
    one = worker.Worker()
    assert b"DecodeError" in one.ask(b"\xc1 no message")
    one.close()


def test_a_process_that_can_not_answer_is_an_input_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/true")
    with pytest.raises(InputError, match="broke the parser"):
        worker.Worker().ask(b"hello")
