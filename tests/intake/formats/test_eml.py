import time

import pytest

from tests.intake.opened import document, opened, problem

HEAD = "From: Quay Post <news@quay.example>\r\nTo: a@b.example\r\nSubject: =?utf-8?q?Gate_st=C3=A4ys_shut?=\r\nDate: Wed, 09 Apr 2031 07:05:00 +0000\r\nMIME-Version: 1.0\r\n"


def test_subject_sender_date_and_text_are_taken() -> None:
    doc = document(
        HEAD
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n4oCcTm8s4oCdIHNoZSBzYWlkLg==\r\n",
        "a.eml",
    )
    assert (doc.text, doc.outlet, doc.published) == (
        "Gate stäys shut\n\n“No,” she said.",
        "Quay Post",
        "2031-04-09T07:05:00+00:00",
    )


def test_html_is_read_where_there_is_no_plain_text() -> None:
    doc = document(
        HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>She <b>left</b>.</p></body></html>", "news.eml"
    )
    assert doc.text == "Gate stäys shut\n\nShe left."


def test_mail_is_known_without_a_suffix_and_a_memo_is_text() -> None:
    assert document(HEAD + "\r\nWords.", "a").title == "Gate stäys shut"
    assert document("To: all\nRe: gate\nWhen: now\n\nIt is shut.", "a").text.startswith("To: all")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "\r\n",
        "From:\r\n\r\n",
        HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x",
        "Date: Wed, 99 Foo\r\nSubject: =?x?b?!?=\r\nFrom: <\r\n\r\nhi",
    ],
)
def test_odd_mail_never_raises(data: str) -> None:
    assert opened(data, "a.eml")


def test_mail_without_text_says_so() -> None:
    assert "without text" in problem(HEAD + "Content-Type: image/png\r\n\r\nxx", "a.eml").why


@pytest.mark.parametrize(
    "header", ["From", "Subject", "Date", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition"]
)
@pytest.mark.parametrize(
    "value", ["(" * 50_000, "a " * 500_000, "=?utf-8?q?a?= " * 50_000, '"' * 50_000, "a@b," * 100_000, "<" * 50_000]
)
def test_no_header_is_a_trap(header: str, value: str) -> None:
    started = time.process_time()
    (found,) = opened(f"MIME-Version: 1.0\n{header}: {value}\n\nThe gate is shut.", "a.eml")
    assert found
    assert time.process_time() - started < 10
