"""What the caller says of the inputs, before anything is read from them."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from sayso.errors import UsageError
from sayso.intake.dates import iso

TARGETS = ("text", "title", "outlet", "published", "url", "byline", "section", "language")


class Given(msgspec.Struct, frozen=True):
    """Date and outlet that hold for every input, and `fields`: which of their fields holds the text, the title and so on."""

    published: str | None = None
    outlet: str | None = None
    fields: Mapping[str, str] = {}


def given(published: str | None = None, outlet: str | None = None, fields: Iterable[str] = ()) -> Given:
    """What was given on the command line, checked; `fields` are `text=body,title=headline`, in one string or several.

    Raises: UsageError with the value that is wrong.

    >>> given("2020-01-10", fields=["text=body,title=headline"]).fields
    {'text': 'body', 'title': 'headline'}
    """
    if published is not None and (not re.match(r"\d{4}-\d\d-\d\d", published) or iso(published) is None):
        raise UsageError(f"--published {published}: not a date like 2020-01-10")
    pairs = [pair for group in fields for pair in group.split(",") if pair]
    return Given(published=iso(published), outlet=outlet or None, fields=dict(_pair(pair) for pair in pairs))


def _pair(words: str) -> tuple[str, str]:
    """Target and field of `text=body`."""
    target, sign, field = words.partition("=")
    if not sign or not field or target not in TARGETS:
        raise UsageError(f"--map {words}: write {'|'.join(TARGETS)}=FIELD")
    return target, field
