"""Attributions by rules: who is said to say what, from the trees, the quotation marks and the layout.

Finders propose candidates; the lexicon says how often such a pair of pattern and word is an attribution; what scores too low is
dropped. One cue keeps one candidate. Quotations that follow without a cue go on with the last speaker's content.
"""

from collections.abc import Iterator, Sequence

from sayso.lexicon.cues import Cues
from sayso.model import Document, Span
from sayso.model.span import covers, length
from sayso.text.attributions_layout import beside, colon, headline, posted, signed
from sayso.text.attributions_nouns import nominal
from sayso.text.attributions_parts import Candidate, Marks
from sayso.text.attributions_quoted import continued, in_title
from sayso.text.attributions_verbs import verbal
from sayso.text.nesting import holders
from sayso.text.parse import Attribution, Quote, Token
from sayso.text.pieces import pieces
from sayso.text.tree import Tree

FLOOR = 0.5  # more likely an attribution than not
WEAK_FLOOR = 0.6  # attitudes and acts: rather leave the outlet its own words
BY = "rules"
FULL_STOPS = frozenset('.!?…"”’')


def attributions(document: Document, tree: Tree, quotes: tuple[Quote, ...], cues: Cues) -> tuple[Attribution, ...]:
    """All attributions of a document in the order of their cues; `parent` is the one that reports another."""
    marks = Marks(quotes)
    paragraphs = paragraph_tokens(document, tree.tokens)
    found = [c for c in candidates(tree, marks, paragraphs, cues) if _holds(c, cues) and not in_title(tree, marks, c)]
    kept = best(found, cues)
    kept += headline(tree, marks, headline_tokens(document, tree, paragraphs), kept)
    kept = continued(tree, marks, paragraphs, kept)
    kept.sort(key=lambda c: ((c.cue or c.content)[0], c.content))
    return tuple(_made(c, parent, cues) for c, parent in zip(kept, _parents(kept), strict=True))


def _holds(c: Candidate, cues: Cues) -> bool:
    cue = cues.find(c.pattern, c.lemma)
    return cue.score >= (FLOOR if cue.core else WEAK_FLOOR)


def candidates(tree: Tree, marks: Marks, paragraphs: list[Span], cues: Cues) -> Iterator[Candidate]:
    """Every candidate, also those too weak to keep."""
    verbs = {i: t.lemma.lower() for i, t in enumerate(tree.tokens) if t.upos == "VERB" and cues.speaks(t.lemma.lower())}
    yield from verbal(tree, marks)
    yield from nominal(tree, marks)
    yield from beside(tree, marks, cues.speaks)
    yield from colon(tree, marks, paragraphs, verbs)
    yield from signed(tree, marks, paragraphs)
    yield from posted(tree, paragraphs)


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


def headline_tokens(document: Document, tree: Tree, paragraphs: list[Span]) -> Span | None:
    """Token range of the title, or of a first paragraph that ends without a full stop and is followed by others."""
    title = document.parts.get("title")
    for start, end in paragraphs[:2]:
        if title is not None and covers(title, (tree.tokens[start].start, tree.tokens[end - 1].end)):
            return start, end
        if title is None and len(paragraphs) > 1 and tree.words[end - 1] not in FULL_STOPS and end - start > 3:
            return start, end
    return None


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


def _made(c: Candidate, parent: int | None, cues: Cues) -> Attribution:
    cue = cues.find(c.pattern, c.lemma)
    return Attribution(c.source, c.cue, c.content, cue.score, parent, cue.act, cue.core, BY)


def _parents(kept: list[Candidate]) -> list[int | None]:
    """For every candidate the innermost other whose content holds its cue, or that shares its content under a "citing"."""
    sizes = [length(c.content) for c in kept]
    held = holders([c.content for c in kept], [(c.cue or c.content)[0] for c in kept])
    out = [next((h for h in inner if h != i and sizes[h] > sizes[i]), None) for i, inner in enumerate(held)]
    reports = {c.content: i for i, c in enumerate(kept) if c.pattern != "citing"}
    for i, c in enumerate(kept):
        if c.pattern == "citing" and c.content in reports:
            out[i] = reports[c.content]
    return out
