"""Cues: how often a word in a pattern attributes something, what act it is, and whether it carries what was said.

Rows of `cues.tsv`: lemma (`*`: any), pattern, act, core, how often seen and how often an attribution, source of the row.
"""

import csv
import importlib.resources
from collections.abc import Iterator

import msgspec

from sayso.errors import ModelError

FILE = "cues.tsv"
PRIOR = 4.0  # how many sightings the pattern's own rate is worth beside the lemma's
ACTS = frozenset("say claim deny ask demand promise threaten foretell believe want other".split())  # noqa: SIM905


class Cue(msgspec.Struct, frozen=True):
    """Act, whether core, and the share of such pairs that are attributions (0..1)."""

    act: str
    core: bool
    score: float


class Cues(msgspec.Struct, frozen=True):
    """The table, asked by pattern and lemma."""

    pairs: dict[tuple[str, str], Cue]
    acts: dict[str, tuple[str, bool]]
    patterns: dict[str, float]

    def find(self, pattern: str, lemma: str) -> Cue:
        """What is known of `lemma` in `pattern`; the pattern's own rate for words never seen in it."""
        known = self.pairs.get((pattern, lemma))
        if known is not None:
            return known
        act, core = self.acts.get(lemma, ("say", pattern.partition(" ")[0] in ("clause", "quotation", "colon")))
        return Cue(act, core, self.patterns.get(pattern, 0.0))

    def speaks(self, lemma: str) -> bool:
        """Whether `lemma` is known to introduce speech: it takes clauses or quotations."""
        return any((cue := self.pairs.get((pattern, lemma))) is not None and cue.score >= 0.5 for pattern in SPEAKING)


SPEAKING = ("clause", "clause before", "quotation", "inserted")


def load() -> Cues:
    """The cues that ship with sayso. Raises ModelError for a row that does not hold."""
    text = importlib.resources.files("sayso.lexicon").joinpath(FILE).read_text(encoding="utf-8")
    return read(text.splitlines())


def read(lines: list[str]) -> Cues:
    """Cues from the lines of a TSV with a header; lines that begin with # are comments.

    Raises ModelError for a row that does not hold.
    """
    rows = list(_rows(lines))
    acts = {lemma: (act, core) for lemma, pattern, act, core, _, _ in rows if pattern == "*"}
    patterns = {pattern: right / seen for lemma, pattern, _, _, seen, right in rows if lemma == "*" and seen}
    pairs = {}
    for lemma, pattern, act, core, seen, right in rows:
        if lemma != "*" and pattern != "*":
            score = (right + PRIOR * patterns.get(pattern, 0.0)) / (seen + PRIOR)
            pairs[pattern, lemma] = Cue(act, core, round(score, 3))
    return Cues(pairs, acts, patterns)


def _rows(lines: list[str]) -> Iterator[tuple[str, str, str, bool, int, int]]:
    table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in table:
        try:
            seen, right = int(row["seen"]), int(row["right"])
        except (TypeError, ValueError) as error:
            raise ModelError(f"{FILE}, line {table.line_num}: seen and right must be numbers, got {row}") from error
        if row["act"] not in ACTS or row["core"] not in ("core", "weak") or not row["source"] or right > seen:
            raise ModelError(f"{FILE}, line {table.line_num}: act, core, counts or source do not hold: {row}")
        yield row["lemma"], row["pattern"], row["act"], row["core"] == "core", seen, right
