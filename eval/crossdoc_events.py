"""Events across documents: gold mentions of ECB+ put into clusters by the linker's own rules, and by the head's lemma alone.

python -m eval.crossdoc_events data/crossdoc/ecbplus.devtrain.jsonl --split dev

Mentions of acts in validated sentences, singletons included; documents of a topic are compared, nothing is known of subtopics. Two acts are of one
story where their documents are as like as `STORY` (cosine of telling words, rare ones weighing most). Prints MUC, B³, CEAF-e, their mean.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log, sqrt
from pathlib import Path
from typing import Any

import msgspec

from eval import coreference, shared
from sayso.link import events
from sayso.link.clauses import clauses
from sayso.link.events import form
from sayso.link.units import BREAK, EMPTY, stem
from sayso.link.words import WORD
from sayso.text.vectors import vectors

STORY = 0.2
"""Likeness of two short documents of one story: chosen on train. In a ledger story links say it."""


class Mention(msgspec.Struct, frozen=True):
    """A mention of an act: its topic and document, its words, their clause and sentence, its gold chain."""

    topic: int
    doc: str
    words: str
    clause: str
    sentence: str
    chain: str


def mentions(row: Mapping[str, Any]) -> list[Mention]:
    """The mentions of acts of a document, those of sentences that annotators validated."""
    text = row["text"]
    cuts = [0, *(match.end() for match in BREAK.finditer(text)), len(text)]
    spans = list(pairwise(cuts))
    out = []
    for one in row["mentions"]:
        start, end = one["spans"][0]
        if one["validated"] and one["tag"].startswith(("ACTION", "NEG")):
            sentence = next(span for span in spans if span[0] <= start < span[1])
            clause = min((span for span in clauses(text, sentence) if span[0] <= start < span[1]), key=lambda s: s[1] - s[0])
            out.append(
                Mention(row["topic"], row["id"], text[start:end], text[slice(*clause)], text[slice(*sentence)], one["chain"])
            )
    return out


def likeness(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], float]:
    """How like the documents of each topic are, by pairs of ids."""
    counts = {
        row["id"]: Counter(stem(word.casefold()) for word in WORD.findall(row["text"]) if word.casefold() not in EMPTY)
        for row in rows
    }
    having = Counter(word for counted in counts.values() for word in counted)
    weighed = {
        id: {word: (1 + log(many)) * log((len(rows) + 1) / having[word]) for word, many in counted.items()}
        for id, counted in counts.items()
    }
    norms = {id: sqrt(sum(value * value for value in vector.values())) for id, vector in weighed.items()}
    topics: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        topics[row["topic"]].append(row["id"])
    pairs = ((a, b) for ids in topics.values() for a in ids for b in ids)
    return {
        (a, b): sum(value * weighed[b].get(word, 0.0) for word, value in weighed[a].items()) / (norms[a] * norms[b])
        for a, b in pairs
    }


def clustered(found: Sequence[Mention], near: Mapping[tuple[str, str], float]) -> dict[int, int]:
    """The cluster of each mention by the linker's rules."""
    table = vectors()
    if table is None:
        raise SystemExit("install packages/sayso-vectors-en first")
    words, clause, sentence = (table.of([getattr(one, name) for one in found]) for name in ("words", "clause", "sentence"))
    forms = [form(one.words) for one in found]
    roots = list(range(len(found)))

    def root(place: int) -> int:
        while roots[place] != place:
            roots[place] = roots[roots[place]]
            place = roots[place]
        return place

    for i, one in enumerate(found):
        for j in range(i):
            two = found[j]
            if one.topic == two.topic and near[one.doc, two.doc] >= STORY:
                nearness = float(max(clause[i] @ clause[j], sentence[i] @ sentence[j]))
                if events.alike(forms[i] == forms[j], float(words[i] @ words[j]), nearness):
                    roots[root(i)] = root(j)
    return {place: root(place) for place in range(len(found))}


def scores(found: Sequence[Mention], ours: Mapping[int, object]) -> dict[str, float]:
    """MUC, B³, CEAF-e and their mean, in per cent."""
    gold = {place: one.chain for place, one in enumerate(found)}
    topics: defaultdict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        topics[one.topic].append(place)
    groups = [({one: gold[one] for one in places}, {one: str(ours[one]) for one in places}) for places in topics.values()]
    named = {place: str(cluster) for place, cluster in ours.items()}
    values = (coreference.muc(gold, named), coreference.bcubed(gold, named), coreference.ceaf(groups))
    made = dict(zip(("muc", "b3", "ceaf"), values, strict=True))
    return {name: round(100 * value, 1) for name, value in {**made, "mean": sum(values) / 3}.items()}


def main() -> None:
    """Nothing; prints the scores of the linker and of the baseline as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    given = parser.parse_args()
    path = given.path if given.path.exists() else shared.data(str(given.path))
    rows = [row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()) if row["split"] == given.split]
    found = [one for row in rows for one in mentions(row)]
    lemma = {place: (one.topic, form(one.words)) for place, one in enumerate(found)}
    print(
        json.dumps(
            {"linker": scores(found, clustered(found, likeness(rows))), "lemma": scores(found, lemma), "mentions": len(found)}
        )
    )


if __name__ == "__main__":
    main()
