import gzip

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


def test_damage_to_a_packed_record_spares_those_before_it() -> None:
    packed = [gzip.compress(record(PAGE)) for _ in range(3)]
    found = opened(packed[0] + packed[1][:40] + b"\x00" * 40 + packed[1][80:] + packed[2], "a.warc.gz")
    assert [type(item) for item in found] == [Document, Problem]


@pytest.mark.parametrize(
    "data", [b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 99999999999\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx"]
)
def test_an_archive_without_a_page_is_a_problem(data: bytes) -> None:
    assert problem(data, "a.warc").next


def test_a_bomb_in_a_record_is_a_problem() -> None:
    assert "bytes" in problem(gzip.compress(record(b"0" * 30_000_000)), "a.warc.gz").why
