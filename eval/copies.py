"""Pairs of documents that share much text, labelled by hand: copy (one article, whole, in part or rewritten) or block (captions, lists
of links or people, a passage used again: what both carry beside their own article).

python -m eval.copies

`gold/crossdoc/copies.tsv` has the hundred computed pairs of the shared data with both texts at hand that the linker links and that
share most; `copies_other.tsv` 33 further pairs that share at least four sampled runs among the later half of the large corpus, as
far as the linker ties them, to judge what was learnt on the first. Ids and labels only.
"""

import csv
from pathlib import Path

from eval import planted
from sayso.link import copies
from sayso.link.sides import Side

LISTS = ("copies", "copies_other")
FOLDER = Path(__file__).with_name("gold") / "crossdoc"
CORPORA = ("corpora/news12k.jsonl.gz", "crossdoc/iran2020.jsonl")


def labelled(name: str = "copies") -> list[tuple[str, str, str]]:
    """The pairs of a list with their labels."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return [(row["a"], row["b"], row["label"]) for row in csv.DictReader(lines, delimiter="\t")]


def judged(one: Side, two: Side) -> str:
    """What the linker makes of a pair: copy, block, or none."""
    found = [link.sort for link in copies.links(one, two)]
    return "none" if not found else "block" if found == ["block"] else "copy"


def main() -> None:
    """Nothing; prints how many pairs of each list are judged as labelled, and those that are not."""
    for name in LISTS:
        report(name)


def report(name: str) -> None:
    """Nothing; prints it for one list."""
    pairs = labelled(name)
    wanted = {id for a, b, _ in pairs for id in (a, b)}
    sides = {row["id"]: Side(planted.document(row)) for corpus in CORPORA for row in planted.rows(corpus) if row["id"] in wanted}
    told = [(a, b, label, judged(sides[a], sides[b])) for a, b, label in pairs]
    for a, b, label, ours in told:
        if ours != label:
            print(f"{a} {b}: {label}, judged {ours}")
    called = [(label, ours) for *_, label, ours in told if ours == "copy"]
    right = sum(label == ours for *_, label, ours in told)
    print(
        f"{name}: {right} of {len(told)} as labelled; of {len(called)} called copies {sum(label == 'copy' for label, _ in called)} are"
    )


if __name__ == "__main__":
    main()
