"""The pages of events and of those who take part in them."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.ask.actors import KINDS, PARTS, Taking
from sayso.ask.did import REALITIES, STATUSES, Doing
from sayso.ledger.identities import Identity
from sayso.lexicon.triggers import TYPES
from sayso.show import doings
from sayso.show.lists import PRONOUNS, Asked, Facet, Leaf, address, turning
from sayso.show.render import render

SPEAKERS = 12
"""Voices named to narrow the list by."""

Counted = Sequence[tuple[str, str, str, int, int]]


def list_page(rows: Sequence[Doing], asked: Asked, leaf: Leaf, counts: Counted) -> str:
    """Events with what narrows them; `counts` are by type, reality, speaker and whether that is the outlet itself."""
    speakers = ((name, count) for name, count in summed(counts, 2) if name and name.casefold() not in PRONOUNS)
    values = {
        "rows": rows, "asked": asked, "leaf": leaf, "types": TYPES, "statuses": (*REALITIES, *STATUSES), "said": doings,
        "sorts": facets("type", asked, summed(counts, 0)),
        "realities": facets("status", asked, summed(counts, 1)),
        "only": list(whole(asked)), "on_map": address("/map", asked), "by_day": address("/timeline", asked),
        "voices": [*own(asked, counts), *facets("voice", asked, list(speakers)[:SPEAKERS])],
    }  # fmt: skip
    return render("events.html", **values, **turning("/events", asked, leaf), home="/", inline=None, here="/events")


def whole(asked: Asked) -> Iterator[Facet]:
    """What narrows the list besides its fields, each leading back to all: whole names of places, a day that texts give."""
    for name, label in (("places", "at {}"), ("day", "on {}")):
        value = asked.get(name)
        if value:
            yield Facet(label.format(value.replace("|", ", ")), None, address("/events", asked, **{name: None}), True)


def summed(counts: Counted, column: int) -> list[tuple[str, int]]:
    """How many events have each value of a column, the most frequent first; of speakers, those beside the outlets."""
    sums: dict[str, int] = {}
    for row in counts:
        if column != 2 or not row[3]:
            sums[str(row[column])] = sums.get(str(row[column]), 0) + row[4]
    return sorted(sums.items(), key=lambda item: (-item[1], item[0]))


def facets(name: str, asked: Asked, sums: Sequence[tuple[str, int]], path: str = "/events") -> list[Facet]:
    """What narrows the list by one field, types in small letters; the chosen value leads back to all."""
    chosen = (asked.get(name) or "").casefold()
    return [
        Facet(
            value.lower() if name == "type" else value,
            count,
            address(path, asked, **{name: None if value.casefold() == chosen else value}),
            value.casefold() == chosen,
        )
        for value, count in sums
    ]


def own(asked: Asked, counts: Counted) -> Iterator[Facet]:
    """The facet of what outlets tell in their own voice, where they do."""
    count = sum(row[4] for row in counts if row[3])
    chosen = bool(asked.get("own"))
    if count:
        yield Facet("the outlets’ own", count, address("/events", asked, own=None if chosen else "true"), chosen)


def actors_page(rows: Sequence[Taking], asked: Asked, leaf: Leaf, said: Sequence[Identity], token: str) -> str:
    """Actors with how often each speaks, acts and undergoes something; beside them which of them people say are one."""
    values = {
        "rows": rows, "asked": asked, "leaf": leaf, "kinds": KINDS, "parts": PARTS, "said": doings, "links": links, "token": token,
        "back": address("/actors", asked, offset=leaf.offset or None),
        "ties": {row.name: list(tied(row.name, said)) for row in rows},
    }  # fmt: skip
    return render("actors.html", **values, **turning("/actors", asked, leaf), home="/", inline=None, here="/actors")


def tied(name: str, said: Sequence[Identity]) -> Iterator[tuple[str, Identity]]:
    """What people say of an actor: the other's name, and the verdict."""
    for one in said:
        if name in (one.name, one.other):
            yield (one.other if name == one.name else one.name), one


def links(row: Taking) -> Mapping[str, str]:
    """Where an actor's statements and events are listed, by the part it takes."""
    return {
        "speaks": address("/said", {"by": row.name, "exactly": "true"}),
        "acts": address("/events", {"who": "|".join(row.names)}),
        "undergoes": address("/events", {"to": "|".join(row.names)}),
    }
