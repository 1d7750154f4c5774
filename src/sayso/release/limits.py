"""Limits: how many words of other people's texts a release may give away, a quotation and a document."""

import re

import msgspec

WORD = re.compile(r"\S+")
CUT = "…"


class Limit(msgspec.Struct, frozen=True):
    """At most `words` of each quotation and `total` of each document in all (None: without end)."""

    words: int | None = 15
    total: int | None = None


class Allowance:
    """What is left of a limit for one document: `cut` gives words away until it is spent."""

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self.left = limit.total

    def cut(self, words: str) -> str:
        """The words, cut where the limit is reached and so marked; "" where nothing is left.

        >>> few = Allowance(Limit(3, 4))
        >>> few.cut("rain and wind all day"), few.cut("wind and rain"), few.cut("rain")
        ('rain and wind…', 'wind…', '')
        """
        found = [match.end() for match in WORD.finditer(words)]
        most = min((n for n in (self.limit.words, self.left) if n is not None), default=len(found))
        given = min(len(found), most)
        if self.left is not None:
            self.left -= given
        if given == len(found):
            return words
        return f"{words[: found[given - 1]]}{CUT}" if given else ""
