"""What was fetched, read as a file of its kind would be."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from sayso.errors import InputError
from sayso.intake.formats import html
from sayso.intake.given import Given
from sayso.intake.making import problem
from sayso.intake.net.fetching import Fetched, fetch
from sayso.intake.opening import open_bytes
from sayso.model import Document, Problem

MARKUP = ("text/html", "application/xhtml+xml")
NAMES = {"application/pdf": "a.pdf", "text/plain": "a.txt", "application/json": "a.json", "application/feed+json": "a.json"}


def open_url(url: str, given: Given | None = None) -> Iterator[Document | Problem]:
    """The articles at a URL, or the problem with it."""
    try:
        found = fetch(url)
    except InputError as error:
        yield problem(error, url)
        return
    yield from articles(found, url, given or Given())


def articles(found: Fetched, url: str, given: Given) -> Iterator[Document | Problem]:
    """The articles in what a server sent for `url`; anything but success is a problem."""
    if found.status != 200:
        yield problem(InputError(f"{url}: the server answers {found.status}", advice(found.status)), url)
    elif found.kind in MARKUP or (not found.kind and html.looks_like(found.body)):
        yield html.article(html.Page(found.body, found.url, found.charset), url, given)
    else:
        yield from open_bytes(found.body, url, given, name=NAMES.get(found.kind) or urlsplit(found.url).path)


def advice(status: int) -> str:
    """What to do about a status."""
    if status in (401, 402, 403, 451):
        return "open it in a browser, save the page and read the file"
    return "check the address" if status in (404, 410) else "try again later"
