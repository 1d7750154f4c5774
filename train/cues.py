"""How often each word in each pattern is an attribution: the counted rows of `lexicon/cues.tsv`, from PolNeAR train and our gold's train part.

    python -m train.cues [OUT.tsv] [--limit N] [--spacy]

Every candidate of the rules' finders counts as seen; as right where an annotated statement has its cue and half of its content. What PolNeAR
leaves out by its guideline, candidates inside another's content, is not counted there. Rows made by hand are kept as they are; acts are the
hand's too. A pair gets a row of its own from FEWEST sightings on; what was seen at most MOST times tells the pattern's own rate, apart for
words that have an act (`+`) and others (`*`); where nothing is seen so seldom, the whole pattern does.

Prints how many rows are as they ship, and which differ most. The shipped table can't be had again to the byte: it was counted over
spaCy's trees (`--spacy`), 39 gold articles and the finders of that day, in turns with the finders' writing.
"""

import argparse
import csv
import pathlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.lexicon import Lexicon
from sayso.lexicon import cues as table
from sayso.lexicon.cues import ANY, FEWEST, LISTED, TELLING, Row
from sayso.model import Document, Spans, document_id
from sayso.model.span import length, overlaps
from sayso.text.attributions import candidates, paragraph_tokens
from sayso.text.attributions_parts import Candidate, Marks
from sayso.text.encoder_engine import engine
from sayso.text.quotes import quotes
from sayso.text.tree import Tree
from train.data import POLNEAR, Article, Attr, gold, polnear

MOST = 3
COUNTED, SELDOM = "PolNeAR train and own gold train", "PolNeAR train and own gold train, words seen at most three times"
FILE = pathlib.Path(table.__file__).with_name(table.FILE)
Seen = Counter[tuple[str, str]]


class Counts(NamedTuple):
    """Sightings of (lemma, pattern), and those that were attributions."""

    seen: Seen
    right: Seen


def is_right(one: Candidate, attrs: Iterable[Attr]) -> bool:
    """Whether an annotated statement has the candidate's cue and half of its content, by characters."""
    return any(_touch(one.cue, attr.cue) and _dice(one.content, attr.content) >= 0.5 for attr in attrs)


def is_left_out(one: Candidate, attrs: Iterable[Attr]) -> bool:
    """Whether the candidate's cue lies inside an annotated content."""
    return any(_touch(one.cue, attr.content) for attr in attrs)


def _touch(a: Iterable[tuple[int, int]], b: Sequence[tuple[int, int]]) -> bool:
    return any(overlaps(x, y) for x in a for y in b)


def _dice(a: Spans, b: Sequence[tuple[int, int]]) -> float:
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    return 2 * shared / max(length(a) + length(tuple(b)), 1)


def count(articles: Sequence[Article], *, weights: bool = True) -> Counts:
    """The counts over articles, read by the engine."""
    lexicon, reading, out = Lexicon.load(), engine(weights=weights), Counts(Counter(), Counter())
    made = [Document(id=document_id(each.text), text=each.text, origin="", sha256="") for each in articles]
    for article, document, found in zip(articles, made, reading.analyse(made), strict=True):
        tree = Tree(document.text, found.tokens, found.sentences)
        marks, paragraphs = Marks(quotes(document.text)), paragraph_tokens(document, found.tokens)
        add(out, set(candidates(tree, marks, paragraphs, lexicon.cues)), article)
    return out


def add(counts: Counts, found: Iterable[Candidate], article: Article) -> None:
    """Nothing; adds an article's candidates to the counts."""
    for one in found:
        right = bool(one.cue) and is_right(one, article.attrs)
        if one.cue and (right or article.guideline != POLNEAR or not is_left_out(one, article.attrs)):
            counts.seen[one.lemma, one.pattern] += 1
            counts.right[one.lemma, one.pattern] += right


def rows(counts: Counts, acts: dict[str, tuple[str, bool]]) -> Iterator[Row]:
    """The counted rows, patterns' own rates after the pairs, in order."""
    for (lemma, pattern), seen in sorted(counts.seen.items()):
        if seen >= FEWEST:
            act, core = acts.get(lemma, ("say", True))
            yield Row(lemma, pattern, act, core and pattern in TELLING, seen, counts.right[lemma, pattern])
    for pattern in sorted({pattern for _, pattern in counts.seen}):
        pairs = [pair for pair in counts.seen if pair[1] == pattern]
        for mark, listed in ((ANY, False), (LISTED, True)):
            few = [pair for pair in pairs if counts.seen[pair] <= MOST and (pair[0] in acts) == listed] or pairs
            yield Row(
                mark, pattern, "say", pattern in TELLING, sum(counts.seen[p] for p in few), sum(counts.right[p] for p in few)
            )


def shipped() -> tuple[list[dict[str, str]], dict[tuple[str, str], tuple[int, int]]]:
    """(rows made by hand, the counted ones' numbers by lemma and pattern) of the table as it ships."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        found = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    counted = {(r["lemma"], r["pattern"]): (int(r["seen"]), int(r["right"])) for r in found if r["source"] in (COUNTED, SELDOM)}
    return [r for r in found if r["source"] not in (COUNTED, SELDOM)], counted


def written(hand: Sequence[dict[str, str]], counted: Iterable[Row]) -> Iterator[str]:
    """The lines of a table: rows by hand first, as they were; a counted row that the hand has too is left out."""
    yield "lemma\tpattern\tact\tcore\tseen\tright\tsource"
    yield from ("\t".join(row.values()) for row in hand)
    kept = {(row["lemma"], row["pattern"]) for row in hand}
    for row in counted:
        if (row.lemma, row.pattern) not in kept:
            source = SELDOM if row.lemma in (ANY, LISTED) else COUNTED
            cells = (row.lemma, row.pattern, row.act, "core" if row.core else "weak", row.seen, row.right, source)
            yield "\t".join(map(str, cells))


def compared(ours: dict[tuple[str, str], tuple[int, int]], kept: dict[tuple[str, str], tuple[int, int]]) -> Iterator[str]:
    """Lines on how counted rows and shipped ones differ, the largest changes of a share first."""
    both = ours.keys() & kept.keys()
    alike = sum(ours[pair] == kept[pair] for pair in both)
    yield f"{len(kept)} rows ship, {len(ours)} are counted here, {len(both)} in both, {alike} of them with the same numbers"
    share = {
        pair: ours[pair][1] / ours[pair][0] - kept[pair][1] / kept[pair][0] for pair in both if ours[pair][0] and kept[pair][0]
    }
    for pair in sorted(share, key=lambda pair: (-abs(share[pair]) * min(ours[pair][0], 30), pair))[:12]:
        yield f"  {pair[0]} / {pair[1]}: {kept[pair][1]} of {kept[pair][0]} ships, {ours[pair][1]} of {ours[pair][0]} here"


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path, nargs="?")
    parser.add_argument("--limit", type=int, help="the first so many articles of each")
    parser.add_argument("--spacy", action="store_true")
    asked = parser.parse_args()
    hand, kept = shipped()
    counts = count([*polnear("train")[: asked.limit], *gold("train")[: asked.limit]], weights=not asked.spacy)
    found = list(rows(counts, table.load().acts))
    print(*compared({(row.lemma, row.pattern): (row.seen, row.right) for row in found}, kept), sep="\n")
    if asked.out:
        asked.out.write_text("\n".join(written(hand, found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
