"""Attributions by rules: who is said to say what, from the trees, the quotation marks and the layout.

Finders propose candidates; the lexicon says how often such a pair of pattern and word is an attribution; what scores too low is
dropped. One cue keeps one candidate. Quotations that follow without a cue go on with the last speaker's content.
"""

from collections.abc import Iterator, Sequence

from sayso.lexicon.cues import Cues
from sayso.model import Document, Span
from sayso.model.span import covers, length
from sayso.text.attributions_layout import beside, colon, signed
from sayso.text.attributions_nouns import nominal
from sayso.text.attributions_parts import Candidate, Marks
from sayso.text.attributions_quoted import continued
from sayso.text.attributions_verbs import verbal
from sayso.text.parse import Attribution, Quote, Token
from sayso.text.pieces import pieces
from sayso.text.tree import Tree

FLOOR = 0.4
BY = "rules"


def attributions(document: Document, tree: Tree, quotes: tuple[Quote, ...], cues: Cues) -> tuple[Attribution, ...]:
    """All attributions of a document in the order of their cues; `parent` is the one that reports another."""
    marks = Marks(quotes)
    paragraphs = paragraph_tokens(document, tree.tokens)
    found = [c for c in candidates(tree, marks, paragraphs, cues) if cues.find(c.pattern, c.lemma).score >= FLOOR]
    kept = best(found, cues)
    kept = continued(tree, marks, paragraphs, kept)
    kept = [c for c in kept if cues.find(c.pattern, c.lemma).score >= FLOOR]
    kept.sort(key=lambda c: ((c.cue or c.content)[0], c.content))
    return tuple(_made(c, kept, cues) for c in kept)


def candidates(tree: Tree, marks: Marks, paragraphs: list[Span], cues: Cues) -> Iterator[Candidate]:
    """Every candidate, also those too weak to keep."""
    verbs = {i: t.lemma.lower() for i, t in enumerate(tree.tokens) if t.upos == "VERB" and cues.speaks(t.lemma.lower())}
    yield from verbal(tree, marks)
    yield from nominal(tree, marks)
    yield from beside(tree, marks, iter(verbs))
    yield from colon(tree, marks, paragraphs, verbs)
    yield from signed(tree, marks, paragraphs)


def paragraph_tokens(document: Document, tokens: Sequence[Token]) -> list[Span]:
    """Token ranges of the document's paragraphs, in order, none empty."""
    out: list[Span] = []
    at = 0
    for _, end in pieces(document):
        start = at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        if at > start:
            out.append((start, at))
    return out


def best(found: Sequence[Candidate], cues: Cues) -> list[Candidate]:
    """One candidate a cue: the best scored, the longer content among equals."""
    by_anchor: dict[int, Candidate] = {}
    out = [c for c in found if c.anchor < 0]
    for c in found:
        if c.anchor >= 0:
            other = by_anchor.get(c.anchor)
            by_anchor[c.anchor] = c if other is None or _rank(c, cues) > _rank(other, cues) else other
    return out + list(by_anchor.values())


def _rank(c: Candidate, cues: Cues) -> tuple[bool, float, int]:
    return c.pattern == "colon", cues.find(c.pattern, c.lemma).score, length(c.content)


def _made(c: Candidate, kept: list[Candidate], cues: Cues) -> Attribution:
    cue = cues.find(c.pattern, c.lemma)
    act = cue.act
    parent = _parent(c, kept)
    return Attribution(c.source, c.cue, c.content, cue.score, parent, act, cue.core, BY)


def _parent(c: Candidate, kept: list[Candidate]) -> int | None:
    """Index of the innermost other whose content holds the cue of `c`, or that shares its content under a "citing"."""
    kernel = (c.cue or c.content)[0]
    place: int | None = None
    for i, other in enumerate(kept):
        if other is c or not _reports(other, c, kernel):
            continue
        if place is None or length(other.content) < length(kept[place].content):
            place = i
    return place


def _reports(other: Candidate, c: Candidate, kernel: Span) -> bool:
    if c.pattern == "citing" and other.pattern != "citing" and other.content == c.content:
        return True
    holds = any(covers(span, kernel) for span in other.content)
    return holds and length(other.content) > length(c.content)
