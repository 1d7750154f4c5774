"""The pages of forecasts: the list, a claim, a speaker's record, everybody's scores."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from markupsafe import Markup

from sayso.ask.docket import Docket
from sayso.ask.evidence import Suggestion
from sayso.ask.foretold import Foretelling
from sayso.ask.records import FEWEST, NOTE, Carried, Phrase, Score
from sayso.model import Document, Forecast, Span
from sayso.model.span import overlaps, trimmed
from sayso.show import foretold
from sayso.show.diagram import diagram
from sayso.show.lists import Asked, Facet, Leaf, address, turning
from sayso.show.marks import Mark, Weaver, spread
from sayso.show.render import render

KINDS = ("prediction", "warning", "threat", "promise", "plan", "demand")
STATES = ("due", "open", "settled", "rejected")
SPEAKERS = 12
"""Speakers named to narrow the list by."""

Counted = Sequence[tuple[str, str, str, int]]


class Passage(msgspec.Struct, frozen=True):
    """A paragraph of the article with the claim marked in it."""

    span: Span
    html: Markup


def list_page(rows: Sequence[Foretelling], asked: Asked, leaf: Leaf, counts: Counted, states: Counted) -> str:
    """Claims with what narrows them; `states` are counted as if no state were chosen."""
    values = {
        "rows": rows, "asked": asked, "leaf": leaf, "kinds": KINDS, "said": foretold,
        "only": [Facet(f"by {asked['day']}, in their own words", None, address("/forecasts", asked, day=None), True)] if asked["day"] else [],
        "states": facets("state", asked, summed(states, 0, STATES)),
        "sorts": facets("kind", asked, summed(counts, 1, KINDS)),
        "speakers": facets("by", asked, dict(list(sorted_by_count(summed(counts, 2)))[:SPEAKERS])),
        "ics": address("/forecasts.ics", asked, offset=None), "atom": address("/forecasts.atom", asked, offset=None, state=None),
    }  # fmt: skip
    return render("forecasts.html", **values, **turning("/forecasts", asked, leaf), home="/", inline=None, here="/forecasts")


def summed(counts: Counted, column: int, names: Sequence[str] = ()) -> dict[str, int]:
    """How many claims have each value of a column: state, kind or speaker; the names given come first."""
    sums: dict[str, int] = dict.fromkeys(names, 0)
    for row in counts:
        name = str(row[column])
        sums[name] = sums.get(name, 0) + row[3]
    return {name: count for name, count in sums.items() if count}


def sorted_by_count(sums: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The most frequent first."""
    yield from sorted(sums.items(), key=lambda item: (-item[1], item[0]))


def facets(name: str, asked: Asked, sums: Mapping[str, int]) -> list[Facet]:
    """What narrows a list by one field; the chosen value leads back to all."""
    chosen = asked.get(name)
    return [
        Facet(value, count, address("/forecasts", asked, **{name: None if value == chosen else value}), value == chosen)
        for value, count in sums.items()
    ]


def claim_page(docket: Docket, suggestions: Sequence[Suggestion], token: str) -> str:
    """One claim: the article's words, the questions on it and how they came out, what later articles say, and the forms."""
    claim = docket.claim
    values = {
        "docket": docket, "claim": claim, "suggestions": suggestions, "token": token, "said": foretold,
        "passages": passages(docket.document, docket.forecast), "likelihood": foretold.likelihood(claim),
        "text": f"Did this come true: “{' '.join(claim.quote.split())}”?"[:500],
    }  # fmt: skip
    path = f"/forecasts/c/{claim.id}"
    forms = {"json": f"{path}.json", "csv": f"{path}.csv"}
    return render("claim.html", **values, **forms, home="/", inline=None, here="/forecasts")


def passages(document: Document, record: Forecast) -> list[Passage]:
    """The paragraphs in which the claim's proposition, condition and wording stand, these marked."""
    marks = [
        *(Mark(span, "proposition", classes="on") for span in record.proposition),
        *(Mark(span, "condition") for span in record.condition or ()),
        *(Mark(span, "wording") for span in record.wording),
    ]
    weaver = Weaver(document.text)
    blocks = [block for block in paragraphs(document.text) if any(overlaps(block, mark.span) for mark in marks)]
    pieces = spread(marks, blocks)
    # The weaver escapes every character of the text.
    return [Passage(block, Markup(weaver.weave(block, part))) for block, part in zip(blocks, pieces, strict=True)]  # noqa: S704


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text that have words, without the blanks at their ends."""
    start = 0
    for line in text.splitlines(keepends=True):
        if span := trimmed(text, (start, start + len(line))):
            yield span
        start += len(line)


def record_page(
    name: str, score: Score | None, phrases: Sequence[Phrase], rows: Sequence[Foretelling], leaf: Leaf, on: str | None
) -> str:
    """What somebody foretold and how it came out."""
    asked = {"name": name, "on": on}
    values = {
        "name": name, "score": score, "rows": rows, "leaf": leaf, "said": foretold, "note": NOTE, "fewest": FEWEST, "phrases": phrases,
        "diagram": diagram(score, phrases),
    }  # fmt: skip
    return render("record.html", **values, **turning("/forecasts/by", asked, leaf), home="/", inline=None, here="/forecasts")


def score_page(
    everybody: Score | None, rows: Sequence[Score], outlets: Sequence[Carried], phrases: Sequence[Phrase], leaf: Leaf
) -> str:
    """How forecasts came out: of all speakers together, then of each."""
    values = {
        "score": everybody, "rows": rows, "outlets": outlets, "leaf": leaf, "said": foretold, "note": NOTE, "fewest": FEWEST,
        "phrases": phrases, "diagram": diagram(everybody, phrases),
    }  # fmt: skip
    return render("score.html", **values, **turning("/forecasts/score", {}, leaf), home="/", inline=None, here="/forecasts")
