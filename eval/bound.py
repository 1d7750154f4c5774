"""Whom pronouns and descriptions stand for: the reading of a document against annotated mentions and against a sample read by hand.

    python -m eval.bound newsfair|polnear [--limit N] [--spacy] [--wrong]

`newsfair`: nominal and pronominal mentions of News-Fair dev that stand for a known entity, by what the entity is called (its knowledge base
is not here). Right is a mention bound to a name that is its name or its surname, or to another annotated mention of it.
`polnear`: the 60 pronoun sources of eval/gold/bound.tsv. Right is a pronoun bound to an actor that has a mention where the sample says;
where it names nobody, one that stands for nobody. A pair ("they") is right only where one mention covers both.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eval import shared
from sayso.lexicon import Lexicon
from sayso.lexicon.words import key
from sayso.model import Document, Mention, Span, document_id
from sayso.model.span import overlaps
from sayso.run import Reader
from sayso.text.encoder_engine import engine

SAMPLE = shared.PROJECT / "eval" / "gold" / "bound.tsv"
PRONOUNS = frozenset("he she it they him her them his its their i we who whom me us my our you your".split())  # noqa: SIM905
TYPES = ("Q215627", "Q43229", "Q2424752", "Q27096213")
"""Persons, organizations, products of theirs and places, of News-Fair's types."""
VERDICTS = ("right", "unbound", "wrong", "not found")


class Case(NamedTuple):
    """A phrase to be bound: where it is, what it stands for by name (if named), other places that stand for the same."""

    span: Span
    called: str
    elsewhere: tuple[Span, ...]
    sort: str


class Text(NamedTuple):
    """An article with its cases."""

    text: str
    cases: list[Case]


def newsfair() -> Iterator[Text]:
    """The articles of News-Fair with what is nominal or pronominal in them."""
    for line in shared.data("data/crossdoc/el_newsfair_v2.dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = [one for one in row["labels"] if one["entity_id"].startswith("Q") and any(t in one["type"] for t in TYPES)]
        yield Text(row["text"], [_case(row["text"], one, labels) for one in labels if one["coref"]])


def _case(text: str, label: dict[str, object], labels: Iterable[dict[str, object]]) -> Case:
    start, end = _span(label)
    same = tuple(_span(one) for one in labels if one["entity_id"] == label["entity_id"] and not one["coref"])
    return Case((start, end), str(label["name"]), same, "pronominal" if text[start:end].casefold() in PRONOUNS else "nominal")


def _span(label: dict[str, object]) -> Span:
    span = label["span"]
    assert isinstance(span, list)
    return int(span[0]), int(span[1])


def polnear() -> Iterator[Text]:
    """The articles of the sample with its pronouns."""
    rows = csv.DictReader((line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if line[0] != "#"), delimiter="\t")
    by_article: dict[str, list[Case]] = {}
    for row in rows:
        whose = ((int(row["whose_start"]), int(row["whose_end"])),) if row["whose_start"] else ()
        span = (int(row["start"]), int(row["end"]))
        by_article.setdefault(row["article"], []).append(Case(span, "", whose, "named" if whose else "nobody"))
    for line in shared.data("data/polnear/dev.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if article["id"] in by_article:
            yield Text(article["text"], by_article[article["id"]])


def verdict(case: Case, mentions: Sequence[Mention]) -> str:
    """What becomes of a case: right, unbound (stands for nobody), wrong, or not found as a mention."""
    by_id = {mention.id: mention for mention in mentions}
    here = [m for m in mentions if case.span[0] <= m.head[0] and m.head[1] <= case.span[1]]
    found = next((m for m in here if m.span == case.span), here[-1] if here else None)
    nobody = not case.called and not case.elsewhere
    if found is None:
        return "right" if nobody else "not found"
    full = by_id.get(found.refers_to or "", found)
    if full.kind in ("pronoun", "role") and full is found:
        return "right" if nobody else "unbound"
    cast = [m for m in mentions if m is not found and full.id in (m.id, m.refers_to)]
    meant = any(_is_it(m, span) for m in cast for span in case.elsewhere) or (
        bool(case.called) and _is_called(full.name, case.called)
    )
    return "right" if meant else "unbound" if full is found and not nobody else "wrong"


def _is_it(mention: Mention, span: Span) -> bool:
    """Whether a mention stands where a phrase does: its head in the phrase, and the phrase in it but for a title or an article."""
    return overlaps(mention.head, span) and mention.span[0] <= span[0] + 4 and mention.span[1] >= span[1] - 2


def _is_called(name: str, called: str) -> bool:
    """Whether a name is what the entity is called: the same, or the last words of either.

    >>> _is_called("Mrs. Venn", "Orla Venn"), _is_called("Venn Street", "Orla Venn")
    (True, False)
    """
    ours, theirs = key(name).split(), key(called).split()
    return bool(ours and theirs) and (ours[-len(theirs) :] == theirs or ours[-1] == theirs[-1] or set(ours) == set(theirs))


def known(case: Case, lexicon: Lexicon) -> bool:
    """Whether the lexicon has what the case stands for."""
    return bool(lexicon.lookup(case.called))


def verdicts(texts: Iterable[Text], reader: Reader) -> Iterator[tuple[Text, Case, str]]:
    """Each case with its verdict."""
    for each in texts:
        document = Document(id=document_id(each.text), text=each.text, origin="", sha256="")
        mentions = [record for record in reader.read(document) if isinstance(record, Mention)]
        for case in each.cases:
            yield each, case, verdict(case, mentions)


def report(counted: Counter[tuple[str, str]]) -> Iterator[str]:
    """A line a sort: how many there are, and how many came to each verdict."""
    for sort in sorted({sort for sort, _ in counted}):
        n = sum(counted[sort, what] for what in VERDICTS)
        yield f"{sort:24}n={n:4} " + ", ".join(
            f"{what} {counted[sort, what]} ({100 * counted[sort, what] / n:.0f} %)" for what in VERDICTS
        )


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", choices=("newsfair", "polnear"))
    parser.add_argument("--limit", type=int, help="the first so many articles")
    parser.add_argument("--spacy", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print what is not right")
    asked = parser.parse_args()
    reader = Reader(engine(weights=not asked.spacy), Lexicon.load())
    texts = list(newsfair() if asked.which == "newsfair" else polnear())[: asked.limit]
    counted: Counter[tuple[str, str]] = Counter()
    for each, case, what in verdicts(texts, reader):
        sorts = [case.sort, *([f"{case.sort}, in the lexicon"] if case.called and known(case, reader.lexicon) else [])]
        counted.update((sort, what) for sort in sorts)
        if asked.wrong and what != "right":
            start, end = case.span
            meant = case.called or (each.text[slice(*case.elsewhere[0])] if case.elsewhere else "nobody")
            print(
                f"{what:10} {meant!r}: …{each.text[max(0, start - 90) : start]}[{each.text[start:end]}]{each.text[end : end + 30]}…".replace(
                    "\n", " "
                )
            )
    print(reader.name, *report(counted), sep="\n")


if __name__ == "__main__":
    main()
