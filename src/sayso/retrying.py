"""What was set aside, as inputs to be read again, each with the options that were given for it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec

from sayso.adding import ENTRY, FEED, PAGE, STORED, Input, digest
from sayso.intake import Given, open_path
from sayso.intake.net.page import articles, open_url
from sayso.intake.net.polite import Guest
from sayso.intake.opening import STDIN
from sayso.ledger import Ledger
from sayso.model import Document, Problem

OPTIONS = msgspec.json.Decoder(tuple[str | None, str | None, dict[str, str]])


def inputs(ledger: Ledger) -> Iterator[Input]:
    """The inputs with problems, in the order in which they were met. Left out: standard input, feeds, which are asked for again anyway,
    and documents of the ledger, which `sayso reread` is for.
    """
    guest = Guest()
    for origin, given in ledger.unread():
        if given == PAGE:
            yield Input(origin, partial(open_url, origin), given=given)
        elif given == ENTRY:
            yield Input(origin, partial(visited, guest, origin), given=given)
        elif given not in (FEED, STORED) and origin != STDIN:
            yield Input(origin, partial(open_path, origin, options(given)), digest(Path(origin)), given)


def visited(guest: Guest, url: str) -> Iterator[Document | Problem]:
    """The articles of a page that a feed led to, asked for as `sayso watch` does. Raises InputError where it can't be had."""
    yield from articles(guest.get(url), url, Given())


def options(given: str) -> Given:
    """What was given for a file; nothing where that was not kept."""
    published, outlet, fields = OPTIONS.decode(given) if given else (None, None, {})
    return Given(published=published, outlet=outlet, fields=fields)
