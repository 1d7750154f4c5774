"""Credit lines: "(AP) —", "Reuters contributed to this report", a byline: what a text itself says of where it comes from.

What it finds: datelines, contributions, sources and first publication named at the head or the foot, agencies in the byline.
What it misses: credits in the middle of a text, outlets that are no agencies unless "first published by" names them.
Source: own reading of agency copy; the agencies' names are the lexicon's.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from sayso.link.sides import Side
from sayso.model import Span

HEAD, FOOT = 400, 900
WORDING = (
    r"\((?P<dateline>{names})(?: (?:News|exclusive))?\)\s*[-–—:]",
    r"(?P<contributed>{names})\s+(?:staff )?(?:\w+ ){{0,3}}contributed (?:\w+ )?to this (?:report|story|article)",
    r"(?:[Ww]ith (?:files|reporting|material|information) (?:from|by)|[Ii]nformation from) (?:the )?(?P<files>{names})\b",
    r"(?:Source|Credit|Via|Copyright(?: \d{{4}})?|©(?: \d{{4}})?)[:\s]+(?:the )?(?P<source>{names})\b",
    r"^\s*(?:By |by )?[\w .,’'-]{{0,60}}(?:,| of| for|/)\s*(?:the )?(?P<byline>{names})\s*$",
    r"^\s*[—–-]\s*(?P<signed>{names})\s*$",
    r"\b(?P<repeated>{names}) (?:reported|reports)(?= *\.?\s*$)",
)
REUTERS_TEAM = re.compile(r"\(?Reporting by [^()\n]{3,300}; ?(?:[Ww]riting|[Ee]diting) by ")
FIRST = re.compile(
    r"(?:first|originally) (?:published|appeared) (?:by|in|on|at) (?P<first>(?:the )?[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,4})"
)


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a text names as its origin, and the words that say so (None where the outlet itself or the byline does)."""

    name: str
    span: Span | None = None


def credits(side: Side, agencies: Mapping[str, str]) -> tuple[Credit, ...]:
    """Those whom the document credits, in order of the text, each once; its own outlet first where that is an agency."""
    found: dict[str, Credit] = {}
    if own := agencies.get(side.document.outlet or ""):
        found[own] = Credit(name=own)
    for name in side.document.byline:
        for alias in names_in(name, agencies):
            found.setdefault(agencies[alias], Credit(name=agencies[alias]))
    for span, name in written(side.text, agencies):
        found.setdefault(name, Credit(name=name, span=span))
    return tuple(found.values())


def written(text: str, agencies: Mapping[str, str]) -> list[tuple[Span, str]]:
    """The credit lines at the head and the foot of a text with the names they give."""
    out: list[tuple[Span, str]] = []
    for start, end in parts(len(text)):
        for pattern in patterns(tuple(agencies)):
            found = [(match.lastgroup or 0, match) for match in pattern.finditer(text, start, end)]
            out += [(match.span(group), agencies[match[group]]) for group, match in found]
        out += [(match.span(), "Reuters") for match in REUTERS_TEAM.finditer(text, start, end)]
        out += [(match.span("first"), match["first"].removeprefix("the ")) for match in FIRST.finditer(text, start, end)]
    return sorted(dict.fromkeys(out))


def parts(size: int) -> tuple[Span, ...]:
    """Head and foot of a text of so many characters; a short one whole."""
    return ((0, size),) if size <= HEAD + FOOT else ((0, HEAD), (size - FOOT, size))


@lru_cache(4)
def patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The wordings with all the names in them, long names first."""
    joined = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return tuple(re.compile(wording.format(names=joined), re.MULTILINE) for wording in WORDING)


def names_in(byline: str, agencies: Mapping[str, str]) -> list[str]:
    """Names of agencies that stand in a byline as words of their own."""
    return [alias for alias in agencies if re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", byline)]
