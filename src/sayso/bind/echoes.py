"""Echoes: a headline says again what the body says; where its words part from the body's, that is shown.

A headline's statement (or, where it has none, its quotation) is held beside each statement of the body. They echo each other if
most of the headline's words of weight stand in the body's content. What differs: words of the headline's sentence that the
body's statement lacks, a condition or an accuser that nobody put there included.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.lexicon import Lexicon
from sayso.model import Document, Echo, Record, Span, Spans, Statement, record_id
from sayso.model.span import covers, hull, merged, overlaps
from sayso.text.parse import Parse, Token
from sayso.text.tree import tokens_under

VERSION = "1"
SHARED = 0.6  # of the headline statement's words of weight
FEWEST = 2  # words of weight that must be shared
WEIGHTY = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
TERMINAL = re.compile(r"[.!?…][\"'”’»)]*$")


def bind(parse: Parse, records: tuple[Record, ...], lexicon: Lexicon) -> tuple[Record, ...]:
    """The records, and an echo for every statement of the headline that the body has too."""
    del lexicon
    headline = headline_span(parse.document)
    if headline is None:
        return records
    statements = [r for r in records if isinstance(r, Statement)]
    above = [s for s in statements if covers(headline, hull(s.anchor))]
    below = [s for s in statements if s.kernel[0] >= headline[1]]
    return (*records, *_echoes(parse, headline, above, below))


def headline_span(document: Document) -> Span | None:
    """The title's span in the text: the part of that name, else a first line that ends without a full stop."""
    if "title" in document.parts:
        return document.parts["title"]
    text, start = document.text, 0
    for cut in (*document.furniture, None):
        line = re.compile(r"\S[^\r\n]*").search(text, start, cut[0] if cut else len(text))
        if line:
            span = (line.start(), line.start() + len(line.group().rstrip()))
            followed = text[span[1] :].strip() != ""
            return span if followed and not TERMINAL.search(line.group().rstrip()) else None
        start = cut[1] if cut else len(text)
    return None


def _echoes(parse: Parse, headline: Span, above: Sequence[Statement], below: Sequence[Statement]) -> Iterator[Echo]:
    words = _Words(parse)
    said = [(words.known(b.content), b) for b in below] if above else []
    met: Counter[Span] = Counter()
    for s in above:
        own = words.weighty(words.quoted(s.content) or s.content)
        if not own:
            continue
        shared = [(sum(bool(word & theirs) for word in own), b) for theirs, b in said]
        count, best = max(shared, key=lambda pair: (pair[0], -pair[1].kernel[0]), default=(0, None))
        share = count / len(own)
        if best is None or share < SHARED or count < min(FEWEST, len(own)):
            continue
        met[s.kernel] += 1
        yield Echo(
            id=record_id(s.doc, "echo", s.kernel, met[s.kernel] - 1),
            doc=s.doc,
            anchor=merged((*s.anchor, *best.anchor)),
            kernel=s.kernel,
            score=round(share, 3),
            by=f"echoes/{VERSION}",
            a=s.id,
            b=best.id,
            differs=words.lacking(headline, s, best),
        )


class _Words:
    """The document's words, asked by span."""

    def __init__(self, parse: Parse) -> None:
        self.tokens = parse.tokens
        self.text = parse.document.text
        self.quotes = parse.quotes

    def _in(self, spans: Spans) -> list[Token]:
        return tokens_under(self.tokens, spans)

    def quoted(self, spans: Spans) -> Spans:
        """The quotations inside spans."""
        return tuple(q.inner for q in self.quotes if q.depth == 0 and any(covers(span, q.span) for span in spans))

    def weighty(self, spans: Spans) -> list[frozenset[str]]:
        """Lemma and form of each word of weight under spans: headlines hide what is a verb and what a plural."""
        return [self._ways(t) for t in self._in(spans) if t.upos in WEIGHTY]

    def known(self, spans: Spans) -> frozenset[str]:
        """Lemmas and forms of the words of weight under spans."""
        return frozenset().union(*self.weighty(spans))

    def _ways(self, t: Token) -> frozenset[str]:
        return frozenset({t.lemma.lower(), self.text[t.start : t.end].lower()})

    def lacking(self, headline: Span, a: Statement, b: Statement) -> Spans:
        """Spans of the headline, its cue and source aside, whose words of weight the body's statement lacks."""
        known = self.known((*b.content, *b.source, *b.cue))
        left = [t for t in self._in((headline,)) if not any(overlaps((t.start, t.end), s) for s in (*a.cue, *a.source))]
        return merged([(t.start, t.end) for t in left if t.upos in WEIGHTY and not self._ways(t) & known], gap=1)
