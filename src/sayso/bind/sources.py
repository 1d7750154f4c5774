"""Sources: which mention of a statement's source speaks: its head, not what is named beside it."""

from bisect import bisect_left
from collections.abc import Iterable

from sayso.model import Span, Statement
from sayso.model.span import covers
from sayso.text.parse import Parse

LEANING = frozenset({"nmod:poss", "poss"})
ISSUING = frozenset({"by", "from"})


class Sources:
    """For each statement (by id) the index in `parse.mentions` of the mention that speaks, where one does."""

    def __init__(self, parse: Parse, statements: Iterable[Statement]) -> None:
        self._parse = parse
        self._text = parse.document.text
        self._heads = sorted((found.head, i) for i, found in enumerate(parse.mentions))
        self._by_head = {found.head: i for i, found in enumerate(parse.mentions)}
        self._starts = [token.start for token in parse.tokens]
        self.of: dict[str, int] = {}
        for statement in statements:
            if statement.source and (found := self._speaker(statement)) is not None:
                self.of[statement.id] = found

    def _speaker(self, statement: Statement) -> int | None:
        span = (statement.source[0][0], statement.source[0][1])
        inside = self._inside(span)
        if not inside:
            return None
        last = self._after_comma(span, statement.cue, inside)
        if last is not None:
            return last
        at = self._head(span)
        if at is None:
            return None
        token = self._parse.tokens[at]
        exact = self._by_head.get((token.start, token.end))
        if exact is not None:
            return exact
        around = [i for i in inside if covers(self._parse.mentions[i].span, (token.start, token.end))]
        if around:
            return min(around, key=lambda i: self._parse.mentions[i].span)
        return self._owner(at, inside)

    def _inside(self, span: Span) -> list[int]:
        first = bisect_left(self._heads, ((span[0], 0), -1))
        out = []
        for head, i in self._heads[first:]:
            if head[0] >= span[1]:
                break
            out.append(i)
        return out

    def _after_comma(self, span: Span, cue: Iterable[Span], inside: list[int]) -> int | None:
        """The name that stands between a comma and the cue: in "after the death of A, B argued" B speaks."""
        last = max(inside, key=lambda i: self._parse.mentions[i].span[1])
        found = self._parse.mentions[last]
        before = self._text[max(0, found.span[0] - 3) : found.span[0]].rstrip()[-1:] if found.span[0] > span[0] else ""
        follows = any(0 <= start - found.span[1] <= 2 for start, _ in cue)
        return (
            last if before == "," and follows and found.span[1] >= span[1] - 1 and found.kind in ("person", "pronoun") else None
        )

    def _head(self, span: Span) -> int | None:
        """The token of the span whose head lies outside it."""
        tokens = self._parse.tokens
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        outer = [i for i in range(first, last) if not first <= tokens[i].head < last or tokens[i].head == i]
        nominal = [i for i in outer if tokens[i].upos in ("NOUN", "PROPN", "PRON")]
        return next(iter(nominal or outer), None)

    def _owner(self, at: int, inside: list[int]) -> int | None:
        """Whose words they are: "his comments", "Smith's remarks"."""
        for i in inside:
            found = self._parse.mentions[i]
            token = self._parse.tokens[min(bisect_left(self._starts, found.head[0]), len(self._starts) - 1)]
            if token.head == at and (token.dep in LEANING or found.possessive):
                return i
        return self._issuer(at, inside)

    def _issuer(self, at: int, inside: list[int]) -> int | None:
        """Whose a paper is: "a statement issued by the office", "a letter from Smith"."""
        for i in inside:
            start = self._parse.mentions[i].span[0]
            before = self._text[max(0, start - 20) : start].split()[-1:]
            if self._parse.tokens[at].start < start and before and before[0].lower() in ISSUING:
                return i
        return None
