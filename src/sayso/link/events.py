"""Same event: acts of two documents of one story that are one act.

What it finds: acts of one type whose words are forms of one word in clauses that are not far from each other, or near words in near clauses.
What it misses: acts told in words that vectors don't know for near, and those of documents that no story holds together. Two acts of one
kind and story (a second strike) may be taken for one: the link is a guess with a score, and says on which words it rests.
Source: lemma and story as in the usual baselines of cross-document coreference; nearness chosen on ECB+ train (`eval.crossdoc_events`).
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from sayso.link.clauses import apart, clauses, told
from sayso.link.sides import Side
from sayso.link.units import sentences, stem
from sayso.link.words import WORD, keyed
from sayso.model import Event, Span
from sayso.model.links import End, Link, link
from sayso.model.span import covers
from sayso.text.vectors import Matrix, Vectors

LINKER, VERSION = "events", "1"
BY = f"{LINKER}/{VERSION}"

WORD_NEAR, CLAUSE_NEAR, FORM_NEAR = 0.7, 0.6, 0.3
"""How near the words of two acts and their clauses must be; and the clauses, where the words are forms of one."""

SURE = 0.6
"""Nearness of clauses from which on a ledger's acts are linked: its stories are wider than the short articles of one event that the above were
chosen on, and one word in common is seldom one act there."""


class Acts(msgspec.Struct, dict=True, frozen=True):
    """The acts of a document with their clauses and sentences, ready to be compared."""

    doc: str
    outlet: str
    text: str
    events: tuple[Event, ...]
    places: tuple[tuple[Span, Span], ...]
    vectors: Vectors

    @cached_property
    def forms(self) -> list[str]:
        """The stem of each act's word."""
        return [form(self.text[slice(*one.trigger)]) for one in self.events]

    @cached_property
    def words(self) -> Matrix:
        """The vectors of the acts' words."""
        return self.vectors.of([self.text[slice(*one.trigger)] for one in self.events])

    @cached_property
    def clauses(self) -> Matrix:
        """The vectors of their clauses."""
        return self.vectors.of([self.text[slice(*clause)] for clause, _ in self.places])

    @cached_property
    def sentences(self) -> Matrix:
        """The vectors of their sentences."""
        return self.vectors.of([self.text[slice(*sentence)] for _, sentence in self.places])


def acts(side: Side, vectors: Vectors) -> Acts:
    """The acts of a document that are said to be or to have been."""
    spans = list(sentences(side))
    found = [one for one in side.records if isinstance(one, Event) and one.status in ("CT+", "PR+")]
    placed = [(one, sentence) for one in found for sentence in spans if covers(sentence, one.trigger)]
    places = tuple((clause(side.text, sentence, one.trigger), sentence) for one, sentence in placed)
    return Acts(side.id, side.outlet, side.text, tuple(one for one, _ in placed), places, vectors)


def clause(text: str, sentence: Span, at: Span) -> Span:
    """The least clause of a sentence that holds a place."""
    return min(
        (span for span in clauses(text, sentence) if covers(span, at)), key=lambda span: span[1] - span[0], default=sentence
    )


def form(words: str) -> str:
    """The stem of the first word of several, as an act's further words are particles.

    >>> form("carried out"), form("withdrawal")
    ('carr', 'withdraw')
    """
    first = WORD.search(words)
    return stem(keyed(first[0])) if first else words


def alike(one_form: bool, word: float, clause: float) -> bool:
    """Whether two acts of one story are one, by their words and by how near words and clauses are."""
    return (one_form and clause >= FORM_NEAR) or (word >= WORD_NEAR and clause >= CLAUSE_NEAR)


def links(a: Acts, b: Acts) -> Iterator[Link]:
    """The links of acts of two documents, the nearest first, none of them twice."""
    if not a.events or not b.events:
        return
    words, near = a.words @ b.words.T, (a.clauses @ b.clauses.T).clip(min=a.sentences @ b.sentences.T)
    pairs = [
        (float(near[i, j]), i, j)
        for i, one in enumerate(a.events)
        for j, two in enumerate(b.events)
        if one.plover.type == two.plover.type
        and near[i, j] >= SURE
        and alike(a.forms[i] == b.forms[j], float(words[i, j]), float(near[i, j]))
        and not parted(a, b, i, j)
    ]
    for nearness, i, j in once(sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))):
        yield tie(a, b, i, j, nearness)


def once(pairs: Sequence[tuple[float, int, int]]) -> Iterator[tuple[float, int, int]]:
    """The first of those pairs that share an act."""
    mine: set[int] = set()
    theirs: set[int] = set()
    for nearness, i, j in pairs:
        if i not in mine and j not in theirs:
            mine.add(i)
            theirs.add(j)
            yield nearness, i, j


def parted(a: Acts, b: Acts, i: int, j: int) -> bool:
    """Whether the clauses of two acts give other figures or are an outlet's formula: then they are two, or a conflict's matter."""
    one, two = (side.text[slice(*side.places[n][0])] for side, n in ((a, i), (b, j)))
    return apart(told(one).figures, told(two).figures) or (one == two and a.outlet == b.outlet)


def tie(a: Acts, b: Acts, i: int, j: int, near: float) -> Link:
    """The link of two acts."""
    one, two = a.events[i], b.events[j]
    ends = [End(record=act.id, doc=side.doc, spans=(side.places[n][0],)) for side, act, n in ((a, one, i), (b, two, j))]
    words = [side.text[slice(*act.trigger)] for side, act in ((a, one), (b, two))]
    same = "forms of one word" if a.forms[i] == b.forms[j] else "words near each other"
    reason = f"one story, one type ({one.plover.type}); “{words[0]}” and “{words[1]}” are {same}, clauses near by {near:.2f} ({a.outlet}, {b.outlet})"
    return link("event", *ends, reason=" ".join(reason.split()), score=min(0.9, 0.3 + 0.6 * near), by=BY)
