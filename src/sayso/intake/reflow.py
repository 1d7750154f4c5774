"""Lines of printed pages to paragraphs: what runs along every page is dropped, lines are joined, words cut by hyphens made whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

EDGE = 2  # lines at the top and foot of a page that may run along all of them
ENDS = re.compile(r"[.!?…:][)\]”’\"'»]*$")
NUMBER = re.compile(r"(?:page\s+)?[-–—|\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.I)
CUT = re.compile(r"\w[-\u2010\u00ad]$")
WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")


def reflowed(pages: Sequence[str]) -> str:
    """The paragraphs of printed pages, parted by blank lines.

    >>> reflowed(["The gate will be shut until the ice\\nhas left the har-\\nbour.\\n1", "It will be opened again in spring.\\n2"])
    'The gate will be shut until the ice has left the harbour.\\n\\nIt will be opened again in spring.'
    """
    lines = list(_lines(pages))
    width = _width(lines)
    known = Counter(word.casefold() for line in lines for word in WORD.findall(line))
    out: list[str] = []
    before = ""
    for line in lines:
        if out and line and before and not _parts(before, line, width):
            out[-1] = _joined(out[-1], line, known)
        elif line:
            out.append(line)
        before = line
    return "\n\n".join(out)


def _lines(pages: Sequence[str]) -> Iterator[str]:
    """The lines of all pages without white space at their ends, without what runs along; blank ones part paragraphs."""
    split = [_trimmed([" ".join(line.split()) for line in page.splitlines()]) for page in pages]
    edges = Counter(key for page in split for key in {_key(line) for line in _edges(page)})
    running = {key for key, count in edges.items() if count > 2 and count > len(split) / 2}
    for page in split:
        inner = range(EDGE, len(page) - EDGE)
        kept = [line for at, line in enumerate(page) if at in inner or not (_key(line) in running or NUMBER.fullmatch(line))]
        yield from kept


def _trimmed(lines: list[str]) -> list[str]:
    """Lines without blank ones at either end."""
    filled = [at for at, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _edges(page: list[str]) -> list[str]:
    return [line for line in (*page[:EDGE], *page[-EDGE:]) if line]


def _key(line: str) -> str:
    """A line as it is on every page, its numbers aside."""
    return re.sub(r"\d+", "#", line).casefold()


def _width(lines: Sequence[str]) -> int:
    """The length of a full line."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _parts(before: str, line: str, width: int) -> bool:
    """Whether a paragraph, or a heading, ends with the line before."""
    if CUT.search(before) or line[0].islower():
        return False
    return len(before) < (0.85 if ENDS.search(before) else 0.6) * width


def _joined(above: str, line: str, known: Counter[str]) -> str:
    """Two lines as one; a hyphen at the end of the first goes, unless the text has the word with it elsewhere."""
    if not CUT.search(above) or not line[0].isalpha():
        return f"{above} {line}"
    left, right = above[:-1].rpartition(" ")[2], WORD.match(line)
    tail = right[0] if right else ""
    if (above[-1] != "\u00ad" and known[f"{left}-{tail}".casefold()]) or line[0].isupper():
        return above + line
    return above[:-1] + line
