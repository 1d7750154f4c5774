"""How many of the quotations that two outlets share are linked: counted apart from the linkers, by a plain n-gram script.

python -m bench.shared_quotations LEDGER [--words 6]

The count knows nothing of `sayso.link`: text between curly or straight double marks on one line, lower-cased words (letters and
digits, with points, hyphens and apostrophes inside), equal as a whole in documents of two outlets. A pair of places counts as found
where they are tied by links: by one between them, or each by links to a third (links of a much quoted sentence form a star or a chain,
not all pairs).
"""

import argparse
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from sayso.ledger import View
from sayso.ledger.links import links

MARKED = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"")
WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
Place = tuple[str, int, int]


def quoted(view: View, least: int) -> dict[str, list[Place]]:
    """Places (document, start, end) of each quotation of `least` words and more, by its words."""
    found: dict[str, list[Place]] = defaultdict(list)
    for row in view.documents(None):
        document = view.document(row.id)
        for match in MARKED.finditer(document.text if document else ""):
            group = match.lastindex or 1
            words = WORD.findall(match[group].lower().replace("’", "'"))
            if len(words) >= least:
                found[" ".join(words)].append((row.id, match.start(group), match.end(group)))
    return found


class Ties:
    """Places tied by links: those that overlap one end of a link belong together with those at its other end."""

    def __init__(self, view: View) -> None:
        self.roots: dict[str, str] = {}
        self.at: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self.copies: set[frozenset[str]] = set()
        for link in links(view):
            if link.kind == "copy":
                self.copies.add(frozenset((link.doc_a, link.doc_b)))
            if link.kind == "quote":
                for doc, spans in ((link.doc_a, link.spans_a), (link.doc_b, link.spans_b)):
                    self.at[doc] += [(start, end, link.id) for start, end in spans]

    def root(self, id: str) -> str:
        """The link that stands for all that are tied with one."""
        while self.roots.setdefault(id, id) != id:
            self.roots[id] = self.roots[self.roots[id]]
            id = self.roots[id]
        return id

    def of(self, place: Place) -> list[str]:
        """The links at a place."""
        return [id for start, end, id in self.at[place[0]] if start < place[2] and place[1] < end]

    def tie(self, places: list[Place]) -> None:
        """Nothing; links that meet at one place are tied."""
        for place in places:
            for one, two in pairwise(self.of(place)):
                self.roots[self.root(one)] = self.root(two)

    def tied(self, one: Place, two: Place) -> bool:
        """Whether two places are tied by links, or their documents are linked as copies."""
        mine, theirs = ({self.root(id) for id in self.of(place)} for place in (one, two))
        return bool(mine & theirs) or frozenset((one[0], two[0])) in self.copies


def main() -> None:
    """Nothing; prints the recall over pairs of documents of two outlets, and over quotations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--words", type=int, default=6)
    given = parser.parse_args()
    with View(given.ledger) as view:
        outlets = {row.id: row.outlet for row in view.documents(None)}
        found, ties = quoted(view, given.words), Ties(view)
    pairs = hits = whole = shared = 0
    for words, places in found.items():
        across = [(one, two) for n, one in enumerate(places) for two in places[n + 1 :] if outlets[one[0]] != outlets[two[0]]]
        ties.tie(places)
        right = [pair for pair in across if ties.tied(*pair)]
        pairs, hits, shared = pairs + len(across), hits + len(right), shared + bool(across)
        whole += bool(across) and len(right) == len(across)
        if len(right) < len(across):
            print(
                f"-----  {len(right)} of {len(across)} pairs: {len(words.split())} words in {across[0][0][0][:8]}, {across[0][1][0][:8]}"
            )
    print(
        f"{shared} quotations of {given.words} words and more in two outlets: {whole} tied in all pairs ({whole / max(1, shared):.3f})"
    )
    print(f"{pairs} pairs of places: {hits} tied ({hits / max(1, pairs):.3f})")


if __name__ == "__main__":
    main()
