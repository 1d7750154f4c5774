"""Feeds into a ledger, again and again: only what is new, asked for politely, with what is known kept in a file beside the ledger."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from sayso.adding import ENTRY, FEED, Input
from sayso.errors import InputError, LedgerError
from sayso.intake import Given
from sayso.intake.formats import feed as xml_feed
from sayso.intake.formats import json as json_feed
from sayso.intake.net.fetching import Fetched
from sayso.intake.net.page import articles
from sayso.intake.net.polite import Guest
from sayso.model import Document, Problem

LONGEST = 24 * 3600.0  # seconds, the most that is waited after failures or because a server asks for it
SEEN = 5_000  # entries of one feed that are remembered
NEWS = 200  # documents that the feed of what is new names
BRIEF = 400  # characters: a feed's own text of fewer is a teaser


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a feed: marks of what the server gave last, when to ask again, failures since the last success, entries had."""

    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    failures: int = 0
    gone: bool = False
    moved: str | None = None
    seen: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Feeds by their address, and the documents that came of them last: id and time."""

    feeds: dict[str, Feed] = {}
    news: tuple[tuple[str, str], ...] = ()


class Entry(msgspec.Struct, frozen=True):
    """A new entry of a feed: its mark, and what the feed itself has of the article."""

    mark: str
    found: Document | Problem


def beside(ledger: Path) -> Path:
    """Where the state of a ledger's feeds is kept."""
    return Path(f"{ledger}-feeds.json")


def kept(file: Path) -> State:
    """The state in a file, an empty one where there is none. Raises LedgerError where it is damaged."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=State)
    except FileNotFoundError:
        return State()
    except (OSError, msgspec.MsgspecError) as error:
        raise LedgerError(f"{file}: {error}; take it away, and every feed is read anew") from error


def keep(file: Path, state: State) -> None:
    """Nothing; the state is in the file, whole or as it was before. Raises LedgerError where it can't be written."""
    new = Path(f"{file}.new")
    try:
        with new.open("wb") as out:
            out.write(msgspec.json.encode(state))
            out.flush()
            os.fsync(out.fileno())
        new.replace(file)
    except OSError as error:
        raise LedgerError(f"{file}: {error.strerror or error}") from error


class Watching:
    """Rounds over feeds. `take` puts inputs into the ledger; `now` is the time in seconds since 1970."""

    def __init__(
        self, guest: Guest, take: Callable[[Sequence[Input]], None], now: Callable[[], float], *, every: float, pages: bool
    ) -> None:
        self.guest = guest
        self.take = take
        self.now = now
        self.every = every
        self.pages = pages

    def visit(self, url: str, feed: Feed) -> tuple[Feed, Problem | None]:
        """What is known of a feed after asking for it, and why nothing came of that; all that is new in it has been taken."""
        try:
            found = self.guest.get(feed.moved or url, conditions(feed))
            if found.status == 304:
                return self.asked(feed, found), None
            if found.status != 200:
                return self.failed(url, feed, found)
            entries = list(new(found, url, feed))
        except InputError as error:
            return self.later(feed), Problem(origin=url, why=str(error), next=error.next)
        self.take([self.input(entry, url) for entry in entries])
        seen = tuple(dict.fromkeys((*(entry.mark for entry in entries), *feed.seen)))[:SEEN]
        marks = {"etag": found.headers.get("etag"), "modified": found.headers.get("last-modified"), "seen": seen}
        moved = found.url if found.for_ever else feed.moved
        return msgspec.structs.replace(self.asked(feed, found), **marks, moved=moved), None

    def asked(self, feed: Feed, found: Fetched) -> Feed:
        """The feed after a success."""
        return msgspec.structs.replace(feed, due=self.now() + max(self.every, waits(found)), failures=0, gone=False)

    def failed(self, url: str, feed: Feed, found: Fetched) -> tuple[Feed, Problem]:
        """The feed after an answer that is none; one that is gone for good is not asked for again."""
        why = f"{url}: the server answers {found.status}"
        if found.status == 410:
            return msgspec.structs.replace(feed, gone=True), Problem(
                origin=url, why=why, next="take it from the list: it is gone for good"
            )
        return self.later(feed, waits(found)), Problem(origin=url, why=why, next="nothing: it is asked again later")

    def later(self, feed: Feed, least: float = 0.0) -> Feed:
        """The feed after a failure: each time the wait is twice as long, up to a day."""
        wait = min(self.every * 2 ** min(feed.failures + 1, 30), LONGEST)
        return msgspec.structs.replace(feed, due=self.now() + max(wait, least), failures=feed.failures + 1)

    def input(self, entry: Entry, url: str) -> Input:
        """The article of an entry as an input."""
        link = entry.found.url if isinstance(entry.found, Document) else None
        return Input(link or f"{url}#{entry.mark}", lambda: self.article(entry.found), given=ENTRY if link else FEED)

    def article(self, found: Document | Problem) -> Iterator[Document | Problem]:
        """The page that an entry leads to; where that is not to be had, what the feed has, if it is more than a teaser."""
        if isinstance(found, Problem) or not found.url or not self.pages:
            yield found
            return
        try:
            read = list(articles(self.guest.get(found.url), found.url, Given()))
        except InputError as error:
            read = [Problem(origin=found.url, why=str(error), next=error.next)]
        documents = [dated(each, found) for each in read if isinstance(each, Document)]
        enough = found.parts.get("body", (0, 0))
        yield from documents or ([found] if enough[1] - enough[0] >= BRIEF else read)


def conditions(feed: Feed) -> dict[str, str]:
    """The headers by which a server can say that nothing has changed."""
    marks = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    return {name: value for name, value in marks.items() if value and value.isprintable() and value.isascii()}


def new(found: Fetched, url: str, feed: Feed) -> Iterator[Entry]:
    """The entries that were not there before, the oldest first. Raises InputError where this is no feed."""
    seen = set(feed.seen)
    form = next((form for form in (xml_feed, json_feed) if form.looks_like(found.body)), None)
    entries = [] if form is None else list(form.documents(found.body, url, Given()))
    if not entries or entries[0].origin == url:
        why = entries[0].why if entries and isinstance(entries[0], Problem) else f"{url}: no feed"
        raise InputError(why, "give the address of an RSS, Atom or JSON feed")
    for each in reversed(entries):
        key = (each.url or each.id) if isinstance(each, Document) else f"{each.why}"
        mark = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]
        if mark not in seen:
            seen.add(mark)
            yield Entry(mark, each)


def dated(page: Document, entry: Document) -> Document:
    """The page's document, with the date of the feed where the page has none."""
    if page.published or not entry.published:
        return page
    return msgspec.structs.replace(page, published=entry.published, published_from="metadata")


def waits(found: Fetched) -> float:
    """The seconds a server asks to be left alone, up to a day; 0 where it doesn't, or names a day."""
    said = found.headers.get("retry-after", "").strip()
    return min(float(said), LONGEST) if said.isdecimal() and len(said) < 12 else 0.0
