"""The headline, byline and date that stand at the top of a plain text, each where it is safe to say so."""

import re

from sayso.intake.dates import written
from sayso.intake.furniture import BYLINE, Lines, furniture
from sayso.model import Span

LONGEST, SHORTEST = 200, 15
TOP = 8  # lines in which a headline, byline or date may stand
SENTENCE = re.compile(r"[.!?][\"”’]?\s+[\"“‘]?[A-Z]")


NAMES = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w’'-]+ and (?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w’'-]+")
CREDITED = re.compile(r".*(?:\(.*\)|\w/[\w ]+|\| [A-Z]{2,}\b.*)|story highlights .*|file ?[–—-] .*", re.I)


def headline(text: str) -> Span | None:
    """Span of the headline: the first line that is no furniture, if it looks like one and prose follows.

    A headline ends without a full stop, is 3 to 30 words long on a line of its own, and something longer comes after it.
    """
    lines = Lines(text)
    skipped = dict.fromkeys(furniture(text, None))
    for at, span in enumerate(lines.spans[:TOP]):
        if span in skipped:
            continue
        return span if _is_headline(lines, at) else None
    return None


def _is_headline(lines: Lines, at: int) -> bool:
    """Whether a line looks like a headline over what follows."""
    words = lines.words(at)
    if not (SHORTEST <= len(words) <= LONGEST and 2 <= words.count(" ") < 30) or words[0].islower():
        return False
    if (
        words.endswith((".", ",", ";", ":", "…", "!"))
        or SENTENCE.search(words)
        or any(p.fullmatch(words) for p in (BYLINE, NAMES, CREDITED))
    ):
        return False
    after = lines.spans[at + 1 : at + 5]
    return any(end - start > max(80, len(words)) for start, end in after)


def byline(text: str) -> tuple[Span, str] | None:
    """The line `By …` at the top and the names in it."""
    lines = Lines(text)
    for at, span in enumerate(lines.spans[:TOP]):
        found = BYLINE.fullmatch(lines.words(at))
        if found and found["names"].count(" ") and lines.words(at)[-1] not in '”"’':
            return span, found["names"]
    return None


def dateline(text: str) -> tuple[Span, str] | None:
    """A short line at the top that is a date, with the ISO date it gives: `Friday, 10 January 2020`, `Updated Jan. 10, 2020`."""
    lines = Lines(text)
    for at, span in enumerate(lines.spans[:TOP]):
        words = lines.words(at)
        day = written(words) if len(words) <= 60 and words.count(" ") <= 9 else None
        if day and not words.endswith(("?", "!", "”")):
            return span, day
    return None
