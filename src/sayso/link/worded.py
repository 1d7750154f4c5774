"""A document's sentences with their clauses and vectors, and which sentences of many documents are roughly near those of one."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec
import numpy

from sayso.link.clauses import Told, clauses, told
from sayso.link.units import Units
from sayso.model import Span
from sayso.text.vectors import Matrix, Vectors

NEAR = 0.55
"""Rough nearness from which on two sentences are looked at."""

WHOLE = 4000
"""Steps that one is divided into: products of such whole numbers stay below 2**24, so single precision adds them exactly in any order."""

TOGETHER = 20
"""Documents compared in one product of matrices."""

ROWS, COLUMNS = 16, 128
"""Blocks that a product is made of: larger ones would be spread over threads whose waiting costs more than the product."""


class Worded(msgspec.Struct, dict=True, frozen=True):
    """A document's units with their words, prepared once for comparison with many."""

    doc: str
    outlet: str
    text: str
    made: Units
    vectors: Vectors

    @cached_property
    def places(self) -> tuple[tuple[Span, ...], ...]:
        """For each unit its clauses, the whole first."""
        return tuple(tuple(clauses(self.text, unit.span)) for unit in self.made.units)

    @cached_property
    def firsts(self) -> list[int]:
        """For each unit the row of its first clause."""
        out, at = [], 0
        for spans in self.places:
            out.append(at)
            at += len(spans)
        return out

    @cached_property
    def coded(self) -> Matrix:
        """The vectors of all clauses in order, in whole steps."""
        made: Matrix = numpy.rint(self.vectors.of([self.words(span) for spans in self.places for span in spans]) * WHOLE)
        return made

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What all clauses tell, in order."""
        return tuple(told(self.words(span)) for spans in self.places for span in spans)

    @cached_property
    def held(self) -> tuple[frozenset[int], ...]:
        """The features of each unit."""
        return tuple(frozenset(unit.features) for unit in self.made.units)

    def words(self, span: Span) -> str:
        """The words of a clause."""
        return self.text[span[0] : span[1]]

    def rows(self, unit: int) -> range:
        """The numbers of a unit's clauses."""
        return range(self.firsts[unit], self.firsts[unit] + len(self.places[unit]))


def nearest(a: Worded, others: Sequence[Worded]) -> Iterator[tuple[Worded, Matrix, list[tuple[int, int]]]]:
    """Each other document with the nearness of clauses (rows are a's) and the pairs of units that are near, the nearest first."""
    full = [other for other in others if other.made.units] if a.made.units else []
    for at in range(0, len(full), TOGETHER):
        part = full[at : at + TOGETHER]
        near = product(a.coded, numpy.concatenate([b.coded for b in part])) / numpy.float32(WHOLE * WHOLE)
        row = 0
        for b in part:
            found = near[:, row : row + len(b.coded)]
            row += len(b.coded)
            yield b, found, pairs(found, a.firsts, b.firsts)


def product(a: Matrix, b: Matrix) -> Matrix:
    """The products of all rows of a with all rows of b, block by block.

    >>> product(numpy.eye(2, 3, dtype=numpy.float32), numpy.ones((1, 3), dtype=numpy.float32)).tolist()
    [[1.0], [1.0]]
    """
    blocks = filled(a, ROWS)[:, None] @ filled(b, COLUMNS).swapaxes(1, 2)
    made: Matrix = blocks.swapaxes(1, 2).reshape(-1, blocks.shape[1] * COLUMNS)[: len(a), : len(b)]
    return made


def filled(rows: Matrix, block: int) -> Matrix:
    """The rows in blocks of so many, the last filled up with zeros."""
    out = numpy.zeros((-(-len(rows) // block), block, rows.shape[1]), dtype=numpy.float32)
    out.reshape(-1, rows.shape[1])[: len(rows)] = rows
    return out


def pairs(near: Matrix, mine: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of units, by the rows and columns they begin with, of which some clauses are near; the nearest first."""
    best = numpy.maximum.reduceat(numpy.maximum.reduceat(near, mine, axis=0), theirs, axis=1)
    i, j = numpy.nonzero(best >= NEAR)
    order = numpy.argsort(-best[i, j], kind="stable")
    return list(zip(i[order].tolist(), j[order].tolist(), strict=True))
