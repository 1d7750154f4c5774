"""Outlets known by name, so that one alone on a line of a page's top can be told from a section."""

from collections.abc import Iterable
from functools import cache

from sayso.lexicon import tables
from sayso.model import Span


def outlet_line(text: str, lines: Iterable[Span], before: int) -> str | None:
    """The name of the first outlet that the lexicon knows among lines of furniture that begin before `before`.

    >>> outlet_line("World\\nReuters\\nA story", [(0, 5), (6, 13)], 20), outlet_line("World", [(0, 5)], 20)
    ('Reuters', None)
    """
    for start, end in lines:
        if start < before and (name := _known().get(text[start:end].casefold())):
            return name
    return None


@cache  # read once a process
def _known() -> dict[str, str]:
    """Full names of outlets by every name they go by, lower case."""
    found: dict[str, str] = {}
    for alias, entry in tables.outlets():
        found.setdefault(alias.casefold(), entry.name)
    return found
