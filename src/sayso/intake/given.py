"""What the caller says of the inputs, before anything is read from them."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

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
    """What was given on the command line, checked; `fields` are `text=body,title=headline`, in one string or several, or `@FILE`, whose lines
    are TOML: `text = "body"`.

    Raises: UsageError with the value that is wrong.

    >>> given("2020-01-10", fields=["text=body,title=headline"]).fields
    {'text': 'body', 'title': 'headline'}
    """
    if published is not None and (not re.match(r"\d{4}-\d\d-\d\d", published) or iso(published) is None):
        raise UsageError(f"--published {published}: not a date like 2020-01-10")
    return Given(published=iso(published), outlet=outlet or None, fields=dict(_pair(*pair) for pair in _pairs(fields)))


def _pairs(groups: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Targets and fields of `text=body,title=headline` and of files of them."""
    for group in groups:
        if group.startswith("@"):
            yield from _filed(Path(group[1:]))
        else:
            yield from ((target, field) for target, _, field in (pair.partition("=") for pair in group.split(",") if pair))


def _filed(file: Path) -> Iterator[tuple[str, str]]:
    """Targets and fields of a file."""
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"--map @{file}: {getattr(error, 'strerror', None) or error}") from error
    yield from ((target, field if isinstance(field, str) else "") for target, field in found.items())


def _pair(target: str, field: str) -> tuple[str, str]:
    """The same, checked."""
    if not field or target not in TARGETS:
        raise UsageError(f"--map {target}={field}: write {'|'.join(TARGETS)}=FIELD")
    return target, field
