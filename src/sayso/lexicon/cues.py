"""Cues: how often a word in a pattern attributes something, what act it is, and whether it carries what was said.

A pair never seen is ruled out by hand. Rows of `cues.tsv`: lemma (`*`: any without, `+`: any with an act of its own), pattern, act, core, how often seen and how often an attribution, source of the row.
"""

import csv
import importlib.resources
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from sayso.errors import ModelError

FILE = "cues.tsv"
PRIOR = 4.0  # how many sightings the pattern's own rate is worth beside the lemma's
FEWEST = 3  # sightings from which a word is known to introduce speech, or not to
ACTS = frozenset("say claim deny ask demand promise threaten foretell believe want other".split())  # noqa: SIM905


class Cue(msgspec.Struct, frozen=True):
    """Act, whether core, and the share of such pairs that are attributions (0..1)."""

    act: str
    core: bool
    score: float


class Cues(msgspec.Struct, frozen=True):
    """The table, asked by pattern and lemma.

    `acts` says of a word its act and whether it carries content; `rates` how often a pattern attributes with words that are
    seldom seen, apart for words that have an act of their own (True) and others (False); `speech` how often a word introduces
    a clause or quotation.
    """

    pairs: dict[tuple[str, str], Cue]
    acts: dict[str, tuple[str, bool]]
    rates: dict[tuple[str, bool], float]
    speech: dict[str, float]

    def find(self, pattern: str, lemma: str) -> Cue:
        """What is known of `lemma` in `pattern`; the pattern's own rate for words never seen in it."""
        known = self.pairs.get((pattern, lemma))
        if known is not None:
            return known
        act, core = self.acts.get(lemma, ("say", True))
        return Cue(act, core and pattern in TELLING, self.rate(pattern, lemma))

    def rate(self, pattern: str, lemma: str) -> float:
        """How often `pattern` attributes with a word like `lemma`."""
        if pattern in SPEAKING and lemma in self.speech:
            return self.speech[lemma]
        return self.rates.get((pattern, lemma in self.acts), 0.0)

    def speaks(self, lemma: str) -> bool:
        """Whether `lemma` is known to introduce speech: it takes clauses or quotations."""
        return self.speech.get(lemma, 0.0) >= 0.5


SPEAKING = ("clause", "clause before", "quotation", "tag", "inserted", "colon")
TELLING = frozenset({
    *SPEAKING, "according", "adverb", "citing", "clause passive", "headline", "in a", "label", "noun that", "object infinitive",
    "posted", "question", "signed", "unsourced",
})  # fmt: skip
ANY, LISTED = "*", "+"


def load() -> Cues:
    """The cues that ship with sayso. Raises ModelError for a row that does not hold."""
    text = importlib.resources.files("sayso.lexicon").joinpath(FILE).read_text(encoding="utf-8")
    return read(text.splitlines())


def read(lines: list[str]) -> Cues:
    """Cues from the lines of a TSV with a header; lines that begin with # are comments.

    Raises ModelError for a row that does not hold.
    """
    rows = list(_rows(lines))
    acts = {row.lemma: (row.act, row.core) for row in rows if row.pattern == ANY}
    rates = {(row.pattern, row.lemma == LISTED): row.right / row.seen for row in rows if row.lemma in (ANY, LISTED) and row.seen}
    pairs = [row for row in rows if row.lemma not in (ANY, LISTED) and row.pattern != ANY]
    empty = Cues({}, acts, rates, _speech(pairs))
    return msgspec.structs.replace(empty, pairs={(row.pattern, row.lemma): _cue(row, empty) for row in pairs})


class Row(NamedTuple):
    """A line of the table."""

    lemma: str
    pattern: str
    act: str
    core: bool
    seen: int
    right: int


def _cue(row: Row, cues: Cues) -> Cue:
    if not row.seen:
        return Cue(row.act, row.core, 0.0)
    score = (row.right + PRIOR * cues.rate(row.pattern, row.lemma)) / (row.seen + PRIOR)
    return Cue(row.act, row.core, round(score, 3))


def _speech(rows: list[Row]) -> dict[str, float]:
    """Share of attributions among the clauses and quotations of a word, for words seen often enough to tell."""
    seen: dict[str, int] = {}
    right: dict[str, int] = {}
    for row in rows:
        if row.pattern in SPEAKING:
            seen[row.lemma] = seen.get(row.lemma, 0) + row.seen
            right[row.lemma] = right.get(row.lemma, 0) + row.right
    return {lemma: round(right[lemma] / seen[lemma], 3) for lemma in seen if seen[lemma] >= FEWEST}


def _rows(lines: list[str]) -> Iterator[Row]:
    table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in table:
        try:
            seen, right = int(row["seen"]), int(row["right"])
        except (TypeError, ValueError) as error:
            raise ModelError(f"{FILE}, line {table.line_num}: seen and right must be numbers, got {row}") from error
        if row["act"] not in ACTS or row["core"] not in ("core", "weak") or not row["source"] or right > seen:
            raise ModelError(f"{FILE}, line {table.line_num}: act, core, counts or source do not hold: {row}")
        yield Row(row["lemma"], row["pattern"], row["act"], row["core"] == "core", seen, right)
