"""Quotations without a cue: they go on with the last speaker's words, or stand for themselves."""

from bisect import bisect_left

from sayso.model import Span, Spans
from sayso.model.span import covers, merged, overlaps
from sayso.text.attributions_parts import Candidate, Marks
from sayso.text.parse import Quote
from sayso.text.tree import Tree

ASIDE = 60  # characters between a cue and the second half of its quotation, at most
FAR = 200  # characters between a content and the quotation that goes on with it, at most
WINDOW = 48  # contents looked at before a quotation: nesting is not deeper
TITLE_WORDS = 3  # words of more than three letters from which capitals make a title
LONGEST_TITLE = 300  # characters; what is longer is no title
FEWEST = 4  # words of a quotation that can stand as a statement of nobody


def continued(tree: Tree, marks: Marks, paragraphs: list[Span], kept: list[Candidate]) -> list[Candidate]:
    """`kept` with wholly quoted sentences added to the content they go on with, or as statements without a source."""
    spoken = _Spoken(kept)
    last: int | None = None
    for start, end in paragraphs:
        span = (tree.tokens[start].start, tree.tokens[end - 1].end)
        own = False
        for quote in marks.within(span):
            at = spoken.holder(quote)
            if at is not None:
                last, own = at, True
            elif last is not None and spoken.interrupted(last, quote, tree.text):
                spoken.add(last, quote)
            elif not _whole(tree, quote, span) or is_title(tree.text, quote):
                continue
            elif last is not None and (own or quote.span[0] <= span[0] + 1) and spoken.near(last, quote, tree.text):
                spoken.add(last, quote)
                own = True
            elif _words(tree, quote) >= FEWEST:
                last, own = spoken.new(quote), True
    return spoken.kept


def in_title(tree: Tree, marks: Marks, c: Candidate) -> bool:
    """Whether the cue stands in, or the content is, the quoted title of a book or film, which nobody says."""
    place = (c.cue or c.content)[0][0]
    quotes = [marks.around(place), *(marks.around(span[0]) for span in c.content[:1] if len(c.content) == 1)]
    return any(
        q is not None and is_title(tree.text, q) and (i == 0 or covers(q.span, c.content[0])) for i, q in enumerate(quotes)
    )


def is_title(text: str, quote: Quote) -> bool:
    """Whether a quotation is capitalised as titles are, in running text: three words of weight and more, nearly all of them."""
    if quote.inner[1] - quote.inner[0] > LONGEST_TITLE:
        return False
    line = (
        text[max(0, quote.span[0] - 200) : quote.span[0]].rpartition("\n")[2]
        + text[quote.span[1] : quote.span[1] + 200].partition("\n")[0]
    )
    return _capitalised(text[quote.inner[0] : quote.inner[1]], TITLE_WORDS) and not _capitalised(line, 1)


def _capitalised(text: str, fewest: int) -> bool:
    weighty = [word for word in text.split() if len(word.strip(",.:;?!’'")) > 3]
    return len(weighty) >= fewest and sum(word[0].isupper() for word in weighty) >= 0.8 * len(weighty)


class _Spoken:
    """Candidates with the quotations that their contents hold."""

    def __init__(self, kept: list[Candidate]) -> None:
        self.kept = list(kept)
        self._order = sorted((span, i) for i, c in enumerate(kept) for span in c.content)

    def holder(self, quote: Quote) -> int | None:
        """Index of the widest candidate one of whose spans shares a character with the quotation, if its cue stands outside."""
        best: int | None = None
        at = bisect_left(self._order, ((quote.span[1], 0), 0))
        for span, i in self._order[max(0, at - WINDOW) : at]:
            if overlaps(span, quote.span) and not any(overlaps(cue, quote.span) for cue in self.kept[i].cue):
                best = i if best is None or _size(self.kept[i].content) >= _size(self.kept[best].content) else best
        return best

    def near(self, i: int, quote: Quote, text: str) -> bool:
        """Whether only the cue's own sentence lies between the content of `i` and the quotation."""
        c = self.kept[i]
        end = max(
            (span[1] for span in (*c.content, *c.cue, *c.source) if span[1] <= quote.span[0] + 1), default=quote.span[0] - FAR
        )
        return text.count(".", end, quote.span[0]) <= 3 and quote.span[0] - end < FAR

    def interrupted(self, i: int, quote: Quote, text: str) -> bool:
        """Whether between a quotation of `i` and this one stands little more than its cue and source: “…,” she said, “…”."""
        c = self.kept[i]
        before = [span for span in c.content if span[1] <= quote.span[0]]
        if not before or not c.cue or not before[-1][1] <= c.cue[0][0] < quote.span[0]:
            return False
        said = max(span[1] for span in (*c.cue, *c.source) if span[1] <= quote.span[0])
        between = text[said : quote.span[0]]
        return len(between) <= ASIDE and between.rstrip().endswith((",", ";", "—", "–", "-", ":")) and "." not in between

    def add(self, i: int, quote: Quote) -> None:
        """Lengthen the content of `i` by the quotation."""
        c = self.kept[i]
        self.kept[i] = c._replace(content=merged((*c.content, quote.span), gap=2))

    def new(self, quote: Quote) -> int:
        """Index of a new statement of nobody."""
        self.kept.append(Candidate("unsourced", "", -1, (), (), (quote.span,)))
        return len(self.kept) - 1


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _whole(tree: Tree, quote: Quote, paragraph: Span) -> bool:
    """Whether the quotation is whole sentences of its own: it starts where one may start and ends like one."""
    text, (start, end) = tree.text, quote.span
    before = text[max(paragraph[0], start - 3) : start].rstrip()
    inner = text[quote.inner[0] : quote.inner[1]].rstrip()
    begins = not before or before[-1] in ".!?”\"’'…:"
    return begins and bool(inner) and (inner[-1] in ".!?…—" or end >= paragraph[1] - 1) and not inner[0].islower()


def _words(tree: Tree, quote: Quote) -> int:
    return len(tree.text[quote.inner[0] : quote.inner[1]].split())
