"""Statements: who says what, on whose word.

What it finds: attributions of speech, writing, belief and intention, with form, act and kind of source.
What it misses: attributions that no cue, quotation mark or layout shows; sources named sentences away.
Source: S. Pareti, Attribution: a computational approach (2015); the guideline is `docs/annotating.md`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.lexicon import Lexicon
from sayso.model import Span, Spans, Statement, record_id
from sayso.model.span import any_covers, covers, hull, merged, overlaps
from sayso.text.parse import Attribution, MentionFound, Parse, Quote, Token
from sayso.text.tree import tokens_under

VERSION = "1"
WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
DIRECT = 0.9
CROWD = frozenset({
    "many", "most", "some", "few", "others", "several", "all", "both", "half", "majority", "minority", "third", "quarter", "percent",
    "people", "public",
})  # fmt: skip
DOCUMENTS = frozenset({
    "report", "statement", "letter", "study", "survey", "poll", "document", "memo", "email", "e-mail", "book", "article", "paper",
    "indictment", "complaint", "filing", "ruling", "law", "bill", "data", "figure", "research", "analysis", "census", "transcript",
    "affidavit", "lawsuit", "cable", "dossier", "review", "release", "tweet", "post", "website", "account", "record", "speech",
    "editorial", "column", "story", "headline", "note", "message", "file", "estimate", "average", "index",
})  # fmt: skip


def read(parse: Parse, lexicon: Lexicon) -> Iterator[Statement]:
    """A statement for every attribution, in the order of the parse; `within` as the attributions have it."""
    del lexicon
    quotes = Quoted(parse.quotes)
    kernels = [_kernel(a) for a in parse.attributions]
    ids = _ids(parse.document.id, kernels)
    for number, (a, kernel) in enumerate(zip(parse.attributions, kernels, strict=True)):
        yield Statement(
            id=ids[number],
            doc=parse.document.id,
            anchor=merged((*a.source, *a.cue, *a.content)),
            kernel=kernel,
            score=round(a.score, 3),
            by=f"statements-{a.by}/{VERSION}",
            source=a.source,
            cue=a.cue,
            content=a.content,
            form=form(parse.document.text, a.content, quotes.over(hull(a.content)), kernel),
            act=a.act,
            source_kind=source_kind(parse, a.source),
            within=None if a.parent is None else ids[a.parent],
            core=a.core,
        )


def _kernel(a: Attribution) -> Span:
    return min(a.cue or (*a.source, *a.content))


def _ids(doc: str, kernels: Sequence[Span]) -> list[str]:
    seen: dict[Span, int] = {}
    out = []
    for kernel in kernels:
        nth = seen.get(kernel, 0)
        out.append(record_id(doc, "statement", kernel, nth))
        seen[kernel] = nth + 1
    return out


class Quoted:
    """The document's quotations, asked by place."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = quotes
        self._levels: dict[int, list[int]] = {}
        for i, quote in enumerate(quotes):
            self._levels.setdefault(quote.depth, []).append(i)

    def over(self, span: Span) -> list[Quote]:
        """Quotations that share a character with `span`, in order."""
        found: list[int] = []
        for level in self._levels.values():  # those of one depth don't overlap
            first = bisect_right(level, span[0], key=lambda i: self._quotes[i].span[1])
            last = bisect_left(level, span[1], key=lambda i: self._quotes[i].span[0])
            found += level[first:last]
        return [self._quotes[i] for i in sorted(found)]


def form(text: str, content: Spans, quotes: Sequence[Quote], kernel: Span) -> str:
    """direct, mixed or indirect, by the share of words inside quotation marks that do not hold the cue as well."""
    marks = [q.inner for q in quotes if not covers(q.inner, kernel) or any_covers(content, q.span)]
    marks = [mark for mark in marks if any(overlaps(mark, span) for span in content)]
    inner = merged(marks)
    words = [found.span() for span in content for found in WORD.finditer(text, *span)]
    quoted = sum(any(overlaps(word, mark) for mark in inner) for word in words)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT * len(words) else "mixed"


def source_kind(parse: Parse, source: Spans) -> str:
    """named, unnamed, document, collective, outlet, or unstated where there is no source."""
    if not source:
        return "unstated"
    tokens = tokens_under(parse.tokens, source)
    head = _head(tokens, parse.tokens)
    if head is None:
        return "named"
    found = _mentions(parse.mentions, (head.start, head.end))
    if any(m.sector == "JRN" and m.kind == "organization" for m in found):
        return "outlet"
    if head.upos in ("PROPN", "PRON") and head.lemma.lower() not in CROWD:
        return "named"
    if head.lemma.lower() in DOCUMENTS:
        return "document"
    return _kind_of_noun(head, tokens, found)


def _mentions(mentions: Sequence[MentionFound], head: Span) -> list[MentionFound]:
    """Mentions around or on a head word; they are in order and seldom longer than a line."""
    at = bisect_right(mentions, head[0], key=lambda m: m.span[0])
    return [m for m in mentions[max(0, at - 8) : at] if overlaps(m.head, head)]


def _head(tokens: Sequence[Token], every: Sequence[Token]) -> Token | None:
    """The token whose head lies outside the source."""
    inside = {(t.start, t.end) for t in tokens}
    for t in tokens:
        head = every[t.head]
        if t.upos != "PUNCT" and ((head.start, head.end) not in inside or head is t):
            return t
    return None


def _kind_of_noun(head: Token, tokens: Sequence[Token], found: Sequence[MentionFound]) -> str:
    if any(t.lemma.lower() in CROWD for t in tokens):
        return "collective"
    if any(m.kind == "organization" for m in found):
        return "named"
    if any(t.upos == "PROPN" and t.dep in ("appos", "flat") for t in tokens):
        return "named"
    if head.xpos in ("NNS", "CD", "JJ", "JJS", "DT") or head.lemma.lower() in CROWD:
        return "unnamed" if any(m.role is not None and m.kind == "role" for m in found) else "collective"
    return "unnamed"
