import gzip
import re

import pytest

from sayso.model import Document, Problem
from tests.intake.opened import opened, problem

PAGE = b"<html><head><title>Gate shut</title></head><body><p>The harbour master said on Friday that the lower gate would stay shut until spring.</p></body></html>"


def record(
    body: bytes,
    kind: str = "text/html",
    status: int = 200,
    length: int | None = None,
    url: str = "https://quay.example/2031/04/09/gate",
) -> bytes:
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Length: {length or len(body)}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
    return head.encode() + f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def test_pages_that_were_fetched_whole_are_articles_and_the_rest_is_not() -> None:
    found = opened(
        record(PAGE) + record(b"no", status=404) + record(b"\xff\xd8", "image/jpeg") + record(b"Words.", "text/plain"), "a.warc"
    )
    assert [item.origin for item in found] == ["a.warc#1", "a.warc#4"]
    assert [getattr(item, "published", None) for item in found] == ["2031-04-09", "2031-04-09"]


def test_a_cut_page_is_a_problem_and_the_rest_goes_on() -> None:
    found = opened(record(PAGE, length=9999) + record(PAGE), "a.warc")
    assert [type(item) for item in found] == [Problem, Document]
    assert "of 9999 bytes" in getattr(found[0], "why", "")


@pytest.mark.parametrize(
    "data", [b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 99999999999\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx"]
)
def test_an_archive_without_a_page_is_a_problem(data: bytes) -> None:
    assert problem(data, "a.warc").next


def test_a_bomb_in_a_record_is_a_problem() -> None:
    assert "bytes" in problem(gzip.compress(record(b"0" * 30_000_000)), "a.warc.gz").why


ARTICLES = [PAGE.replace(b"Friday", b"day %d" % n) for n in range(4)]
LENGTH = re.compile(rb"(msgtype=response\r\nContent-Length: )\d+")


def days(data: bytes, name: str = "a.warc") -> list[int]:
    """The days of the articles that are read, in order."""
    texts = [item.text for item in opened(data, name) if isinstance(item, Document)]
    return [int(text.partition("said on day ")[2][:1]) for text in texts]


@pytest.mark.parametrize("length", [b"0", b"50", b"99999", b"9" * 18, b"-5"])
def test_a_length_that_lies_spoils_no_record(length: bytes) -> None:
    whole = [record(page) for page in ARTICLES]
    whole[1] = LENGTH.sub(rb"\g<1>" + length, whole[1])
    assert days(b"".join(whole)) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "rubbish", [b"rubbish", b"\r\n\r\n", b"WARC/1.0 but no record\r\n", b"\x00" * 999, b"GET / HTTP/1.1\r\n\r\n"]
)
def test_rubbish_between_records_is_passed_over(rubbish: bytes) -> None:
    whole = [record(page) for page in ARTICLES]
    assert days(b"".join((*whole[:2], rubbish, b"\r\n\r\n", *whole[2:]))) == [0, 1, 2, 3]


@pytest.mark.parametrize("damage", ["bytes", "checksum", "cut", "rubbish"])
def test_after_a_damaged_packed_record_the_next_are_read(damage: str) -> None:
    packed = [gzip.compress(record(page)) for page in ARTICLES]
    hurt = {
        "bytes": packed[1][:60] + b"\x00" * 40 + packed[1][100:],
        "checksum": packed[1][:-8] + b"\x00" * 8,
        "cut": packed[1][:80],
        "rubbish": b"rubbish" + packed[1],
    }
    found = opened(packed[0] + hurt[damage] + packed[2] + packed[3], "a.warc.gz")
    assert days(packed[0] + hurt[damage] + packed[2] + packed[3], "a.warc.gz") == (
        [0, 1, 2, 3] if damage == "rubbish" else [0, 2, 3]
    )
    assert sum(isinstance(item, Problem) for item in found) == 1


def test_an_archive_packed_as_a_whole_is_read_also_where_it_is_cut() -> None:
    packed = gzip.compress(b"".join(record(page + bytes(range(32, 127)) * 9) for page in ARTICLES), 0)
    assert days(packed, "a.warc.gz") == [0, 1, 2, 3]
    found = opened(packed[:-900], "a.warc.gz")
    assert [type(item) for item in found] == [Document, Document, Document, Problem]


def test_the_end_of_a_cut_archive_is_told() -> None:
    packed = [gzip.compress(record(page)) for page in ARTICLES]
    assert [type(item) for item in opened(packed[0] + packed[1][:80], "a.warc.gz")] == [Document, Problem]
    assert [type(item) for item in opened(record(ARTICLES[0]) + record(ARTICLES[1])[:-40], "a.warc")] == [Document, Problem]


def test_revisits_and_requests_hold_no_page() -> None:
    kinds = [
        record(ARTICLES[0]).replace(b"WARC-Type: response", b"WARC-Type: " + kind) for kind in (b"revisit", b"request", b"x")
    ]
    assert days(b"".join((*kinds, record(ARTICLES[1])))) == [1]


@pytest.mark.parametrize("coding", ["gzip", "chunked"])
def test_codings_are_undone_once(coding: str) -> None:
    body = gzip.compress(ARTICLES[2]) if coding == "gzip" else b"%x\r\n%s\r\n0\r\n\r\n" % (len(ARTICLES[2]), ARTICLES[2])
    name = b"Content-Encoding: gzip" if coding == "gzip" else b"Transfer-Encoding: chunked"
    whole = record(body).replace(b"Content-Type: text/html\r\n", b"Content-Type: text/html\r\n" + name + b"\r\n")
    whole = LENGTH.sub(lambda found: found[1] + b"%d" % (int(found[0].rpartition(b" ")[2]) + len(name) + 2), whole)
    assert days(whole + record(ARTICLES[3])) == [2, 3]


def test_charsets_are_those_of_the_response_or_the_page() -> None:
    page = PAGE.replace(b"lower gate", "Schleuse für Boote".encode("latin-1"))
    found = opened(record(page, "text/html; charset=iso-8859-1"), "a.warc")
    assert "Schleuse für Boote" in getattr(found[0], "text", "")
