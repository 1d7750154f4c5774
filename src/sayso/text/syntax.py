"""Tokens with tags, heads and relations, sentences and names, from the same pass of the encoder that finds who says what.

Each window of the encoder gives scores for all its tokens; a sentence is read in the window that holds it with most room around it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import msgspec
import numpy as np

from sayso.model import Document, Span
from sayso.text import syntax_mend as mend
from sayso.text.encoder_decode import Floats
from sayso.text.encoder_inputs import Inputs, Ints, Pieces
from sayso.text.encoder_windows import Window
from sayso.text.encoder_words import Words
from sayso.text.lemmas import Lemmas
from sayso.text.parse import Name, Token
from sayso.text.pieces import pieces
from sayso.text.syntax_tree import heads
from sayso.text.tokens import tokens

SURE = 0.3  # the chance from which a token begins a sentence; low, since marks stand there (gold dev)
ENDS = frozenset(".!?…:;")
CLOSERS = frozenset("\"'”’»)]")
LOWER, TITLE, UPPER, MIXED, MARK, NUMBER = range(6)
FEATS = {
    "VB": "VerbForm=Inf", "VBD": "Tense=Past|VerbForm=Fin", "VBG": "Aspect=Prog|Tense=Pres|VerbForm=Part",
    "VBN": "Aspect=Perf|Tense=Past|VerbForm=Part", "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "MD": "VerbForm=Fin", "NN": "Number=Sing", "NNS": "Number=Plur",
    "NNP": "Number=Sing", "NNPS": "Number=Plur", "JJ": "Degree=Pos", "JJR": "Degree=Cmp", "JJS": "Degree=Sup", "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
}  # fmt: skip


class Scored(NamedTuple):
    """Of T tokens of one window: arc scores [T, T] (itself: the root), vectors for labels [T, 65] twice, tags, chances of a start [T].

    `names` counts 0 outside, 2k+1 where a name of kind k begins, 2k+2 where it goes on.
    """

    arcs: Floats
    dependents: Floats
    governors: Floats
    upos: Ints
    xpos: Ints
    names: Ints
    starts: Floats


class SyntaxNetwork(Protocol):
    """Anything that scores tokens from what the encoder made of their pieces."""

    def tokens(self, inner: Floats, first: Ints, last: Ints, looks: Ints) -> Scored:
        """Scores of T tokens: `inner` [P, 512] of the window's pieces, first and last piece [T] and looks [T, 3] of each token."""
        ...

    def labels(self, dependents: Floats, governors: Floats) -> Ints:
        """The relation [N] of each of N pairs."""
        ...


class Tags(msgspec.Struct, frozen=True):
    """The labels that the network's numbers stand for."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]


class Part(NamedTuple):
    """A window that was read: the tokens it holds, those that are decided in it, their scores."""

    tokens: range
    decided: range
    scored: Scored


class Cut(NamedTuple):
    """A document's tokens: spans, the first and last word of each with the piece inside it, and whether a paragraph begins there."""

    spans: Sequence[Span]
    first: list[tuple[int, int]]
    last: list[tuple[int, int]]
    begins: Sequence[bool]

    @classmethod
    def of(cls, document: Document, words: Words, at: Pieces) -> "Cut":
        """The tokens of a document without its furniture."""
        spans: list[Span] = []
        begins: list[bool] = []
        for start, end in pieces(document):
            found = tokens(document.text, start, end)
            spans += found
            begins += [i == 0 for i in range(len(found))]
        return cls.over(document.text, spans, begins, words, at)

    @classmethod
    def over(cls, text: str, spans: Sequence[Span], begins: Sequence[bool], words: Words, at: Pieces) -> "Cut":
        """Tokens given as spans, each with the pieces of the encoder's words that it lies on."""
        starts, ends = words.starts, words.ends
        first, last = [], []
        for start, end in spans:
            i = min(bisect_right(ends, start), len(ends) - 1)
            j = max(i, bisect_left(starts, end) - 1)
            first.append((i, at.holding(text[starts[i] : ends[i]], start - starts[i])))
            last.append((j, at.holding(text[starts[j] : ends[j]], end - 1 - starts[j])))
        return cls(spans, first, last, begins)

    def held(self, start: int, end: int) -> range:
        """The tokens that begin in words [start, end)."""
        a = bisect_left(self.first, (start, 0))
        return range(a, bisect_left(self.first, (end, 0), lo=a))

    def places(self, held: range, window: Window, given: Inputs) -> tuple[Ints, Ints]:
        """First and last piece of each token in the window's row of pieces."""
        firsts, final = given.firsts, len(given.pieces) - 2
        first = [int(firsts[w - window.start]) + k for w, k in self.first[held.start : held.stop]]
        last = [int(firsts[w - window.start]) + k if w < window.end else final for w, k in self.last[held.start : held.stop]]
        return np.asarray(first, np.int64), np.asarray(last, np.int64)


class SyntaxReader:
    """Reads tokens out of windows; holds the network and its labels, and nothing of what it read."""

    def __init__(self, network: SyntaxNetwork, tags: Tags, lemmas: Lemmas) -> None:
        self.network, self.tags, self.lemmas = network, tags, lemmas

    def part(self, text: str, found: Cut, window: Window, given: Inputs, inner: Floats) -> Part | None:
        """What one window says of its tokens, None where it holds none."""
        held = found.held(window.start, window.end)
        if not held:
            return None
        first, last = found.places(held, window, given)
        seen = np.asarray(list(looks(text, found.spans, held, first)), np.int64)
        return Part(held, found.held(window.first, window.last), self.network.tokens(inner, first, last, seen))

    def analysis(
        self, text: str, found: Cut, parts: Sequence[Part]
    ) -> tuple[tuple[Token, ...], tuple[Span, ...], tuple[Name, ...]]:
        """Tokens, sentences as ranges of tokens, and names."""
        out: list[Token] = []
        names: list[Name] = []
        sentences = list(_sentences(text, found, parts))
        trees = [_tree(span, part) for span, part in sentences]
        related = self._relations(sentences, trees)
        for number, ((span, part), tree) in enumerate(zip(sentences, trees, strict=True)):
            relations = related[len(out) : len(out) + len(tree)]
            sentence = mend.tree(list(self._sentence(text, found.spans, span[0], part, tree, relations, number)), span[0])
            out += sentence
            names += mend.names(self._names(found.spans, span, part), sentence)
        return tuple(out), tuple(span for span, _ in sentences), tuple(mend.repeated(names, text, out))

    def _relations(self, sentences: Sequence[tuple[Span, Part]], trees: Sequence[Sequence[int]]) -> Ints:
        """The relation of every token to its head, asked of the network once."""
        if not sentences:
            return np.zeros(0, np.int64)
        dependents, governors = [], []
        for ((start, end), part), tree in zip(sentences, trees, strict=True):
            a = start - part.tokens.start
            dependents.append(part.scored.dependents[a : a + end - start])
            governors.append(part.scored.governors[[a + j for j in tree]])
        return self.network.labels(np.concatenate(dependents), np.concatenate(governors))

    def _sentence(
        self, text: str, spans: Sequence[Span], start: int, part: Part, tree: Sequence[int], relations: Ints, number: int
    ) -> Iterator[Token]:
        a, s = start - part.tokens.start, part.scored
        for i, head in enumerate(tree):
            span = spans[start + i]
            form = text[span[0] : span[1]]
            upos, xpos = self.tags.upos[s.upos[a + i]], self.tags.xpos[s.xpos[a + i]]
            relation = self.tags.relations[relations[i]]
            relation = "root" if head == i else "dep" if relation == "root" else relation
            lemma = self.lemmas.of(form, xpos, upos)
            yield Token(*span, lemma, upos, xpos, FEATS.get(xpos, ""), start + head, relation, number)

    def _names(self, spans: Sequence[Span], sentence: Span, part: Part) -> Iterator[Name]:
        """Runs of name tags, begun by any and gone on with by those that go on; of the kind that most of its tags have, else the first."""
        base, i = part.tokens.start, sentence[0]
        tags = [int(tag) for tag in part.scored.names]
        while i < sentence[1]:
            begun, i = i, i + 1
            if tags[begun - base]:
                while i < sentence[1] and tags[i - base] and tags[i - base] % 2 == 0:
                    i += 1
                kinds = [(tag - 1) // 2 for tag in tags[begun - base : i - base]]
                kind = max(kinds, key=kinds.count)
                yield Name(span=(spans[begun][0], spans[i - 1][1]), kind=self.tags.names[kind])


def _tree(sentence: Span, part: Part) -> list[int]:
    """The head of each token of a sentence, counted from its start."""
    a, b = (i - part.tokens.start for i in sentence)
    return heads(part.scored.arcs[a:b, a:b])


def looks(text: str, spans: Sequence[Span], held: range, first: Ints) -> Iterator[tuple[int, int, int]]:
    """Of each token: whether it begins in the piece of the one before, whether no space stands between, and its shape."""
    before_piece, before_end = -1, -1
    for i, piece in zip(held, first, strict=True):
        start, end = spans[i]
        yield int(piece == before_piece), int(start == before_end), _shape(text[start:end])
        before_piece, before_end = int(piece), end


def _shape(form: str) -> int:
    if not form[0].isalnum():
        return MARK
    if form[0].isdigit():
        return NUMBER
    if form.islower() or not form[0].isupper():
        return LOWER
    if len(form) > 1 and form.isupper():
        return UPPER
    return TITLE if form[1:].islower() or len(form) == 1 else MIXED


def _sentences(text: str, found: Cut, parts: Sequence[Part]) -> Iterator[tuple[Span, Part]]:
    """Ranges of tokens, each with the window that it is read in; a sentence that no window holds is cut where windows meet."""
    chance: dict[int, tuple[float, int]] = {
        i: (float(part.scored.starts[i - part.tokens.start]), n) for n, part in enumerate(parts) for i in part.decided
    }
    if not (n := len(found.spans)):
        return
    starts = [i for i in range(n) if found.begins[i] or (chance[i][0] >= SURE and _may_begin(text, found.spans, i))]
    for start, end in zip(starts, [*starts[1:], n], strict=True):
        near = [p for p in parts if p.tokens.start <= start and end <= p.tokens.stop]
        if near:
            yield (start, end), max(near, key=lambda p: min(start - p.tokens.start, p.tokens.stop - end))
            continue
        at = start
        while at < end:
            part = parts[chance[at][1]]
            upto = min(end, part.decided.stop)
            yield (at, upto), part
            at = upto


def _may_begin(text: str, spans: Sequence[Span], i: int) -> bool:
    """Whether the token stands after the end of something: a mark, with or without what closes, or a gap between lines."""
    if "\n" in text[spans[i - 1][1] : spans[i][0]]:
        return True
    j = i - 1
    while j >= 0 and spans[j][1] - spans[j][0] == 1 and text[spans[j][0]] in CLOSERS and j > i - 4:
        j -= 1
    return text[spans[j][1] - 1] in ENDS or (j < i - 1 and text[spans[i - 1][0]] in CLOSERS and text[spans[j][1] - 1] in ENDS)
