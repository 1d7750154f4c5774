"""Likelihood: what readers take words of probability to mean, as ranges from a survey, never as points.

Rows of `likelihood.tsv`: phrase, low and high in per cent (nine in ten of those asked lie between), what the survey asked about, source.
"""

import importlib.resources
import re

import msgspec

from sayso.errors import ModelError
from sayso.model import Likelihood

FILE = "likelihood.tsv"
NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b")
WON = re.compile(r"\bwon['’]t\b")


class Wordings(msgspec.Struct, frozen=True):
    """Ranges by phrase, the longest phrases first."""

    rows: tuple[tuple[str, Likelihood], ...]

    def of(self, words: str) -> Likelihood | None:
        """The range of the longest phrase in lower-case `words`, turned round where it is denied; None where no survey knows them."""
        words = WON.sub("will not", words)
        for phrase, found in self.rows:
            m = re.search(rf"\b{re.escape(phrase)}\b", words)
            if m is not None:
                denied = NOT.search(words) is not None and NOT.search(phrase) is None
                return _turned(found, words) if denied else msgspec.structs.replace(found, phrase=words)
        return None


def _turned(found: Likelihood, words: str) -> Likelihood:
    """The range of the contrary."""
    return Likelihood(round(1 - found.high, 3), round(1 - found.low, 3), words, f"{found.source}, contrary")


def load() -> Wordings:
    """The ranges that ship with sayso. Raises ModelError for a row that does not hold."""
    return read(importlib.resources.files("sayso.lexicon").joinpath(FILE).read_text(encoding="utf-8").splitlines())


def read(lines: list[str]) -> Wordings:
    """Ranges from the lines of a TSV with a header; `#` lines are comments. Raises ModelError for a row that does not hold."""
    rows: list[tuple[str, Likelihood]] = []
    for number, line in enumerate(lines[1:], 2):
        if not line or line.startswith("#"):
            continue
        try:
            phrase, low, high, asked, source = line.split("\t")
            rows.append((phrase, Likelihood(float(low) / 100, float(high) / 100, phrase, f"{source}: “{asked}”")))
        except ValueError as wrong:
            raise ModelError(f"{FILE}, line {number}: {wrong}") from wrong
    return Wordings(tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))))
