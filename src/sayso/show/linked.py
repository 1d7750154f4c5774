"""The pages of links, and what a document's own page says of its links."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import urlencode

import msgspec

from sayso.ask.actor import PARTS, Known
from sayso.ask.copies import Copy
from sayso.ask.sources import LEAST, TELL, Resting
from sayso.ask.story import Chapter, Moment, Toll
from sayso.ask.tied import Tie
from sayso.show import ties
from sayso.show.cards import Card
from sayso.show.desk import Fact
from sayso.show.lists import Asked, Facet, Leaf, address, turning
from sayso.show.render import render

TITLES = {"conflicts": "Conflicts", "quotes": "The same words", "claims": "The same told in other words"}
OF_AN_ACTOR = {
    "named": "Names and roles",
    "said": "Says",
    "did": "Does",
    "undergone": "Undergoes",
    "foretold": "Foretells",
    "about": "Said about it",
}
TOLD = 300
"""Moments on the page of a story; all of them stand in its JSON and CSV."""

MOST = 6
"""Lines that a card has of its links: the surest; the list of all is a click away."""


def ties_page(path: str, kind: str, rows: Sequence[Tie], asked: Asked, leaf: Leaf, counts: Mapping[str, int]) -> str:
    """Links of a kind, two passages beside each other, aligned word by word."""
    values = {"rows": rows, "asked": asked, "leaf": leaf, "title": TITLES[path], "path": f"/{path}", "said": ties}
    values["sorts"] = sorts(path, kind, asked, counts)
    return render("ties.html", **values, **turning(f"/{path}", asked, leaf), home="/", inline=None, here=f"/{path}")


def sorts(path: str, kind: str, asked: Asked, counts: Mapping[str, int]) -> list[Facet]:
    """What narrows the list to one sort of link; the chosen one leads back to all."""
    found = [(name.removeprefix(f"{kind} "), many) for name, many in counts.items() if name.startswith(f"{kind} ")]
    return [
        Facet(
            ties.SORTS.get(sort) or "word for word",
            many,
            address(f"/{path}", asked, sort=None if asked.get("sort") == sort else sort),
            asked.get("sort") == sort,
        )
        for sort, many in found
    ]


def tie_page(tie: Tie) -> str:
    """One link with all that is known of it."""
    return render("tie.html", row=tie, said=ties, json=f"/l/{tie.link}.json", home="/", inline=None)


def copies_page(rows: Sequence[Copy], asked: Asked, leaf: Leaf) -> str:
    """Families of copies, the likely origin of each first."""
    families = [list(members) for _, members in groupby(rows, lambda row: row.family)]
    values = {"families": families, "asked": asked, "leaf": leaf}
    return render("copies.html", **values, **turning("/copies", asked, leaf), home="/", inline=None, here="/copies")


def sources_page(rows: Sequence[Resting], id: str) -> str:
    """Who tells what a record tells, in groups that count once, each with its reason."""
    groups = [list(members) for _, members in groupby(rows, lambda row: row.source)]
    return render("sources.html", groups=groups, count=rows[0].count, json=f"/sources/{id}.json", home="/", inline=None)


def actor_page(rows: Sequence[Known], name: str) -> str:
    """One actor, its parts one after another."""
    parts = [(part, [row for row in rows if row.part == part]) for part in PARTS]
    asked = urlencode({"name": name})
    values = {"parts": parts, "titles": OF_AN_ACTOR, "name": rows[0].name if rows else name}
    return render("actor.html", **values, json=f"/actor.json?{asked}", csv=f"/actor.csv?{asked}", home="/", inline=None)


def story_page(chapters: Sequence[Chapter], moments: Sequence[Moment], tolls: Sequence[Toll], id: str) -> str:
    """A story: its documents, the figures they give, and what they tell by day."""
    days = [(day, list(rows)) for day, rows in groupby(moments[:TOLD], lambda row: row.day)]
    figures = [list(rows) for _, rows in groupby(tolls, lambda row: (row.figure, row.type, row.day))]
    values = {"chapters": chapters, "days": days, "figures": figures, "more": max(0, len(moments) - TOLD)}
    return render("story.html", **values, json=f"/story/{id}.json", csv=f"/story/{id}.csv", home="/", inline=None)


def beside(cards: Sequence[Card], found: Sequence[Tie]) -> list[Card]:
    """The cards, each with what other documents have to do with its record."""
    by_record: dict[str, list[Tie]] = {}
    for tie in found:
        by_record.setdefault(tie.record, []).append(tie)
    return [
        msgspec.structs.replace(card, facts=(*card.facts, *lines(by_record[card.id]), *counting(card.id, by_record[card.id])))
        if card.id in by_record
        else card
        for card in cards
    ]


def lines(found: Sequence[Tie]) -> list[Fact]:
    """A line for each link: also in, elsewhere credited to, stated as fact by; conflicts before the rest, each document once."""
    ordered = sorted(found, key=lambda tie: (tie.kind != "conflicts", -tie.score, tie.link))
    kept: dict[tuple[str, str], Fact] = {}
    for tie in ordered:
        kept.setdefault((tie.other_doc, tie.kind), Fact(labelled(tie), told(tie), href=f"/l/{tie.link}"))
    return list(kept.values())[:MOST]


def counting(record: str, found: Sequence[Tie]) -> list[Fact]:
    """The line that leads to who else tells it, counted."""
    telling = [tie for tie in found if tie.kind in TELL and tie.score >= LEAST]
    return [Fact("told by", "who else, counted once each", href=f"/sources/{record}")] if telling else []


def labelled(tie: Tie) -> str:
    """What the other document does with the record, from this one's side."""
    if tie.kind == "conflicts":
        here = {
            "figures": "other figures in",
            "attribution": "elsewhere credited to",
            "shortened": "fuller elsewhere" if not tie.differs else "shortened in",
        }
        return here.get(tie.sort, "stated as fact by" if tie.differs else "attributed elsewhere to")
    return "also in" if tie.kind in ("quote", "copy") else ties.named(tie)


def told(tie: Tie) -> str:
    """Whom or what the other document has."""
    place = f"{tie.other_outlet or 'outlet unknown'}, {(tie.other_published or 'undated')[:10]}"
    names = tie.kind == "conflicts" and tie.other_differs
    return f"{tie.other_differs} ({place})" if names else place


def kin(document: str, found: Sequence[Tie]) -> list[Fact]:
    """Lines on the document as a whole: of which others it is a copy, and of which story."""
    whole = [tie for tie in found if tie.kind == "copy" and tie.record == document]
    near = {tie.other_doc for tie in found if tie.kind == "story"}
    told_too = f"{len(near)} other document{'s' if len(near) != 1 else ''}, day by day"
    return [
        *[Fact(ties.named(tie), told(tie), href=f"/l/{tie.link}") for tie in whole][:MOST],
        *([Fact("the same story in", told_too, href=f"/story/{document}")] if near else []),
    ]
