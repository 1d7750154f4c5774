"""Rounds over feeds: what is new goes in once, politely, and a stop loses nothing."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from sayso.adding import Input
from sayso.errors import InputError, LedgerError
from sayso.intake.net.fetching import Fetched
from sayso.intake.net.polite import Guest
from sayso.model import Document, Problem
from sayso.watching import LONGEST, Feed, State, Watching, conditions, keep, kept

FEED = "https://quay.example/feed"
LONG = "The harbour master said that the barges would pass the gate again in the spring. " * 6
PAGE = "<html><head><title>{0}</title></head><body><article><p>" + LONG + "</p></article></body></html>"


def rss(*names: str, words: str = "Short.") -> bytes:
    items = "".join(
        f"<item><title>{name}</title><link>https://quay.example/{name}</link><description>{words}</description></item>"
        for name in names
    )
    return f"<rss><channel><title>Quay Post</title>{items}</channel></rss>".encode()


class Web:
    """Answers by address; what is not there is 404; `asked` is what was asked for, with its headers."""

    def __init__(self) -> None:
        self.answers: dict[str, Fetched | InputError] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []

    def give(self, url: str, body: bytes = b"", status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[url] = Fetched(url=url, status=status, headers=named, body=body)

    def __call__(self, url: str, headers: Mapping[str, str]) -> Fetched:
        self.asked.append((url, headers))
        found = self.answers.get(url, Fetched(url=url, status=404))
        if isinstance(found, InputError):
            raise found
        return found


class Desk:
    """A watching with a web, a clock at 0 and what was taken."""

    def __init__(self, pages: bool = True) -> None:
        self.web, self.taken, self.time = Web(), list[Document | Problem](), 0.0
        guest = Guest(self.web, clock=lambda: self.time, sleep=lambda seconds: None)
        self.watching = Watching(guest, self.take, lambda: self.time, every=1800.0, pages=pages)

    def take(self, inputs: Sequence[Input]) -> None:
        self.taken.extend(found for each in inputs for found in each.documents())

    def visit(self, feed: Feed | None = None) -> Feed:
        return self.watching.visit(FEED, feed or Feed())[0]


def titles(desk: Desk) -> list[str | None]:
    return [each.title for each in desk.taken if isinstance(each, Document)]


def test_new_entries_are_read_from_their_pages_the_oldest_first_and_once() -> None:
    desk = Desk()
    for name in ("ice", "gate", "lock"):
        desk.web.give(f"https://quay.example/{name}", PAGE.format(name).encode(), content_type="text/html")
    desk.web.give(FEED, rss("gate", "ice"))
    feed = desk.visit()
    desk.web.give(FEED, rss("lock", "gate", "ice"))
    desk.visit(feed)
    assert titles(desk) == ["ice", "gate", "lock"]


def test_a_feed_is_asked_whether_it_changed_and_its_marks_are_kept_where_it_did_not() -> None:
    desk = Desk(pages=False)
    desk.web.give(FEED, rss("gate"), etag='"1"', last_modified="Wed, 09 Apr 2031 07:05:00 GMT")
    feed = desk.visit()
    desk.web.give(FEED, status=304)
    again = desk.visit(feed)
    assert desk.web.asked[-1][1] == {"If-None-Match": '"1"', "If-Modified-Since": "Wed, 09 Apr 2031 07:05:00 GMT"}
    assert (again.etag, again.seen, len(desk.taken)) == ('"1"', feed.seen, 1)


def test_marks_that_would_break_a_header_are_not_sent() -> None:
    assert conditions(Feed(etag="a\r\nX: y", modified="é")) == {}


def test_failures_double_the_wait_up_to_a_day_and_success_ends_them() -> None:
    desk = Desk(pages=False)
    desk.web.give(FEED, status=500)
    feed, waits = Feed(), []
    for _ in range(9):
        feed = desk.visit(feed)
        waits.append(feed.due)
    assert waits[:3] == [3600.0, 7200.0, 14400.0]
    assert waits[-1] == LONGEST
    desk.web.give(FEED, rss("gate"))
    assert (desk.visit(feed).failures, desk.visit(feed).due) == (0, 1800.0)


@pytest.mark.parametrize(
    ("said", "due"), [("7200", 7200.0), ("999999999", LONGEST), ("9" * 40, 3600.0), ("Wed", 3600.0), ("-5", 3600.0)]
)
def test_a_server_is_left_alone_as_long_as_it_asks(said: str, due: float) -> None:
    desk = Desk()
    desk.web.give(FEED, status=503, retry_after=said)
    assert desk.visit().due == min(due, LONGEST)


def test_a_feed_that_is_gone_is_a_problem_and_marked() -> None:
    desk = Desk()
    desk.web.give(FEED, status=410)
    feed, problem = desk.watching.visit(FEED, Feed())
    assert feed.gone
    assert problem is not None
    assert "gone for good" in problem.next


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address() -> None:
    desk = Desk(pages=False)
    desk.web.answers[FEED] = Fetched(url="https://quay.example/new", status=200, body=rss("gate"), for_ever=True)
    desk.visit(desk.visit())
    assert desk.web.asked[-1][0] == "https://quay.example/new"


def test_where_a_page_is_not_to_be_had_a_whole_text_in_the_feed_stands_in_and_a_teaser_does_not() -> None:
    desk = Desk()
    desk.web.give(FEED, rss("gate", words=LONG))
    desk.visit()
    desk.web.give(FEED, rss("ice"))
    desk.visit()
    assert titles(desk) == ["gate"]
    assert [each.origin for each in desk.taken if isinstance(each, Problem)] == ["https://quay.example/ice"]


@pytest.mark.parametrize("body", [b"<html><p>No feed.", b"", b"\xff\xfe", b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>'])
def test_what_is_no_feed_is_a_failure(body: bytes) -> None:
    desk = Desk()
    desk.web.give(FEED, body)
    feed, problem = desk.watching.visit(FEED, Feed())
    assert feed.failures == 1
    assert problem is not None


def test_nothing_is_marked_as_had_when_taking_is_cut_short() -> None:
    desk = Desk(pages=False)
    desk.web.give(FEED, rss("gate"))
    desk.watching.take = lambda inputs: (_ for _ in ()).throw(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        desk.visit()
    desk.watching.take = desk.take
    desk.visit()
    assert titles(desk) == ["gate"]


def test_the_state_is_kept_whole_and_a_damaged_one_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.sayso-feeds.json"
    state = State(feeds={FEED: Feed(etag="x", seen=("a",))}, news=(("1" * 16, "2031"),))
    keep(file, state)
    assert kept(file) == state
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    file.write_bytes(b"{")
    with pytest.raises(LedgerError, match="read anew"):
        kept(file)
    assert kept(tmp_path / "none") == State()
