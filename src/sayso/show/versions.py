"""The page of versions: statements as they were and as they are, the words in which they part marked."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from sayso.ask.versions import Altered
from sayso.show.lists import Leaf, turning
from sayso.show.render import render

SAID = {
    "altered": "altered", "credited": "credited to another", "removed": "removed", "added": "added",
}  # fmt: skip


class Word(msgspec.Struct, frozen=True):
    """Words of one side; `other` where the other side has not got them."""

    text: str
    other: bool


def versions_page(rows: Sequence[Altered], doc: str | None, leaf: Leaf) -> str:
    """What was altered, version by version."""
    shown = [(row, *parted(row.was, row.quote)) for row in rows]
    around = turning("/versions", {"in": doc}, leaf)
    return render("versions.html", rows=shown, leaf=leaf, doc=doc, said=SAID, **around, home="/", inline=None, here="/versions")


def parted(was: str, now: str) -> tuple[list[Word], list[Word]]:
    """The words of both sides in runs, those that only one side has marked. Each side joins to its whole text."""
    before, after = list(pieces(was)), list(pieces(now))
    matcher = SequenceMatcher(None, [one.strip() for one in before], [one.strip() for one in after], autojunk=False)
    left, right = [], []
    for tag, i, j, k, m in matcher.get_opcodes():
        left.append(Word("".join(before[i:j]), tag != "equal"))
        right.append(Word("".join(after[k:m]), tag != "equal"))
    return [one for one in left if one.text], [one for one in right if one.text]


def pieces(text: str) -> Iterator[str]:
    """The words of a text, each with the blanks after it.

    >>> list(pieces("Rain  and snow"))
    ['Rain  ', 'and ', 'snow']
    """
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or (text[at - 1].isspace() and not text[at].isspace()):
            yield text[start:at]
            start = at
