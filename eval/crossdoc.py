"""How much of what is known to hold between documents the linkers find.

python -m eval.crossdoc LEDGER seed|planted|families|stories

`seed`: the 30 checked links from the seed article (a link is found where its spans overlap both spans of ours and the kinds agree by
`KINDS`); `planted`: the twenty planted conflicts; `families`: copies against `neardup_pairs_computed.jsonl`; `stories`: B³ of documents held together
by story links against BASIL's events (origins there: EVENT/ARTICLE). The ledger holds the
articles with their ids of the corpora as `origin` (the seed's is "seed", a plant's "planted-N"), read and linked.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from eval import planted, shared
from sayso.ask.copies import FAR, joined
from sayso.ledger import View
from sayso.ledger.links import links, of_document
from sayso.model import Span, Spans
from sayso.model.links import Link
from sayso.model.span import overlaps

SAME_WORDS, SAME_CLAIM = ("quote",), ("claim", "supports", "quote", "event")
KINDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "same_quote_ATTRIBUTION_CONFLICT": (("conflicts",),),
    "same_quote_truncated_corroborates": (SAME_WORDS,),
    "same_speaker_same_occasion_variant_quote": (SAME_CLAIM,),
    "same_speaker_same_occasion_other_quote": (SAME_CLAIM, ("actor",)),
    "indirect_speech_paraphrase": (SAME_CLAIM,),
    "corroborates": (SAME_CLAIM,),
    "corroborates_with_number": (SAME_CLAIM,),
    "adds_detail": (SAME_CLAIM,),
    "adds_counter_statement": (SAME_CLAIM, ("conflicts",)),
    "adds_qualifier_nonbinding": (SAME_CLAIM, ("conflicts",)),
    "seed_states_as_fact_what_source_attributes": (("conflicts",), SAME_CLAIM),
    "role_variant": (("actor",),),
    "same_wire_as_previous": (SAME_CLAIM, ("copy",)),
}
"""The 13 labels of the seed's links and the kinds of ours that are the same thing: one of those of any group will do."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A link that is known to hold: between which spans of which articles, and how it is labelled."""

    doc: str
    relation: str
    fact: str
    seed_span: Span
    doc_span: Span


def known() -> Iterator[Known]:
    """The checked links of the seed article."""
    for line in shared.data("data/crossdoc/iran2020_seed_links.jsonl").read_text(encoding="utf-8").splitlines():
        yield msgspec.json.decode(line, type=Known)


def found(one: Known, ours: list[Link], seed: str) -> Link | None:
    """The link of ours that is the same: both spans overlap and the kind agrees."""
    wanted = {kind for group in KINDS[one.relation] for kind in group}
    for link in ours:
        here, there = (link.spans_a, link.spans_b) if link.doc_a == seed else (link.spans_b, link.spans_a)
        if link.kind in wanted and touches(here, one.seed_span) and touches(there, one.doc_span):
            return link
    return None


def touches(spans: Spans, span: Span) -> bool:
    """Whether one of the spans overlaps the span."""
    return any(overlaps(each, span) for each in spans)


def by_origin(view: View) -> dict[str, str]:
    """Ids of the ledger's documents by the names they came in with."""
    return {row.origin: row.id for row in view.documents(None)}


def seed_report(view: View) -> None:
    """Nothing; prints which of the seed's links are found, and its conflicts in order."""
    docs = by_origin(view)
    ours = of_document(view, docs["seed"])
    hits = 0
    for one in known():
        link = found(one, [each for each in ours if each.other(docs["seed"]) == docs[one.doc]], docs["seed"])
        hits += link is not None
        print(
            f"{'found' if link else '-----'}  {one.fact:22} {one.relation:42} {one.doc}  {link.id + ' ' + link.kind if link else ''}"
        )
    print(f"{hits} of {len(list(known()))}")
    for link in links(view, "conflicts", in_=docs["seed"]):
        print(f"conflict {link.score:.3f} {link.sort} {link.id}: {link.reason}")


def planted_report(view: View) -> None:
    """Nothing; prints which of the planted conflicts are found, of the kind and at the place they were planted."""
    docs = by_origin(view)
    hits = 0
    for plant in planted.plants():
        original, copy = docs[plant.doc], docs[f"planted-{plant.plant}"]
        ours = [link for link in links(view, "conflicts", plant.sort, copy) if link.other(copy) == original]
        right = any(touches(link.spans_a if link.doc_a == original else link.spans_b, plant.span) for link in ours)
        hits += right
        print(f"{'found' if right else '-----'}  {plant.plant:3} {plant.sort:12} {plant.doc}")
    print(f"{hits} of {len(planted.plants())}")


def families_report(view: View, least: float) -> None:
    """Nothing; prints how many of the computed pairs of near duplicates are linked as copies, by their containment."""
    docs = by_origin(view)
    ours = {frozenset((link.doc_a, link.doc_b)): link for link in links(view, "copy")}
    text = shared.data("data/crossdoc/neardup_pairs_computed.jsonl").read_text(encoding="utf-8")
    pairs = [json.loads(line) for line in text.splitlines()]
    here = [pair for pair in pairs if pair["containment"] >= least and pair["a"] in docs and pair["b"] in docs]
    hits = [pair for pair in here if frozenset((docs[pair["a"]], docs[pair["b"]])) in ours]
    for pair in here:
        if pair not in hits:
            print(f"-----  {pair['a']} {pair['b']} containment {pair['containment']} resemblance {pair['jaccard']}")
    print(
        f"{len(hits)} of {len(here)} pairs at containment {least}; {len(ours)} links, {sum(link.score >= FAR for link in ours.values())} hold families"
    )


def stories_report(view: View) -> None:
    """Nothing; prints B³ of the documents that story links hold together against the events they are of."""
    rows = view.documents(None)
    event = {row.id: row.origin.partition("/")[0] for row in rows}
    ours = {doc: tuple(family) for family in joined(list(links(view, "story"))) for doc in family}
    theirs: dict[str, set[str]] = {}
    for doc, name in event.items():
        theirs.setdefault(name, set()).add(doc)
    right = [
        (len(set(ours.get(doc, (doc,))) & theirs[event[doc]]), len(ours.get(doc, (doc,))), len(theirs[event[doc]]))
        for doc in event
    ]
    precision, recall = (sum(hit / row[n] for hit, row in ((row[0], row) for row in right)) / len(right) for n in (1, 2))
    print(
        f"B3 precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}, {len(rows)} documents"
    )


def main() -> None:
    """Nothing; prints the report that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("report", choices=("seed", "planted", "families", "stories"))
    parser.add_argument("--least", type=float, default=0.5, help="containment from which on pairs are looked for")
    given = parser.parse_args()
    with View(given.ledger) as view:
        if given.report == "families":
            families_report(view, given.least)
        else:
            {"seed": seed_report, "planted": planted_report, "stories": stories_report}[given.report](view)


if __name__ == "__main__":
    main()
