"""The plain dependency script that everybody writes in an afternoon: who is the subject of a verb of saying, and what hangs on it.

A yardstick for speed alone: whatever stands on spaCy's pipeline costs at least this.
"""

from collections.abc import Iterable, Iterator
from typing import Any

SAYING = frozenset(
    "say tell add claim announce report warn argue insist deny suggest explain note state admit declare believe think".split()  # noqa: SIM905
)
SUBJECTS, CONTENTS = ("nsubj", "nsubjpass"), ("ccomp", "parataxis", "dobj")


def attributions(documents: Iterable[Any]) -> Iterator[list[tuple[str, str, str]]]:
    """The (source, cue, content) of each parsed document."""
    for parsed in documents:
        found = []
        for token in parsed:
            if token.lemma_ in SAYING and token.pos_ == "VERB":
                sources = [child for child in token.children if child.dep_ in SUBJECTS]
                contents = [child for child in token.children if child.dep_ in CONTENTS]
                found += [(words(one), token.text, words(two)) for one in sources for two in contents]
        yield found


def words(token: Any) -> str:
    """The words under a token."""
    return str(token.doc[token.left_edge.i : token.right_edge.i + 1].text)
