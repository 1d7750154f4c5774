"""Home: the country of officials, bodies and armed actors that neither a word beside them nor the lexicon tells.

News leaves out what its readers know: "the police", "senators", "the opposition" are those of the country that the article is about. That
is taken to be the one to which seven tenths of what has a country belong, for an actor before whose first mention the last place or state
named is not of another: a story from Baghdad in an American paper has American and Iraqi police. `by` of such a mention ends in "+home/1"
(how often it is right: `python -m eval.sides --lent`). Only sides of events and actors in politics, state and arms are given one.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict

import msgspec

from sayso.lexicon import Lexicon
from sayso.model import Event, Mention, Record
from sayso.text.events_words import BODIES, POLITICAL
from sayso.text.parse import Parse

BY = "+home/1"
SHARE, ENOUGH = 0.7, 3  # of all mentions that have a country, and at least so many: a sentence by itself has no home
ELSEWHERE = re.compile(r"\bforeign\b|-(?:aligned|allied|backed|based|funded|linked|sponsored)\b", re.IGNORECASE)
NAMED = frozenset({"person", "organization", "group", "role"})


def bind(parse: Parse, records: tuple[Record, ...], lexicon: Lexicon) -> tuple[Record, ...]:
    """`records`, with the article's country on the mentions of such actors as have none; the rest as they were."""
    del parse, lexicon
    mentions = [r for r in records if isinstance(r, Mention)]
    home = country(mentions)
    if home is None:
        return records
    actors: defaultdict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        actors[m.refers_to or m.id].append(m)
    sides = {id for r in records if isinstance(r, Event) for id in (*r.actors, *r.recipients)}
    placed = sorted(
        (m.head[0], m.country or "") for m in mentions if m.kind in ("place", "state") and m.country not in (None, *BODIES)
    )
    lent = {
        m.id
        for members in actors.values()
        if _is_at_home(members, sides) and _last(placed, members) in ("", home)
        for m in members
    }
    return tuple(
        msgspec.structs.replace(r, country=home, by=r.by + BY) if isinstance(r, Mention) and r.id in lent else r for r in records
    )


def country(mentions: list[Mention]) -> str | None:
    """The country of nearly all mentions that have one, None where none has enough; bodies of many states don't count."""
    found = Counter(m.country for m in mentions if m.country and m.country not in BODIES and m.kind != "pronoun")
    best = next(iter(found.most_common(1)), ("", 0))
    return best[0] if best[1] >= max(ENOUGH, SHARE * found.total()) else None


def _last(placed: list[tuple[int, str]], members: list[Mention]) -> str:
    """The country of the last place or state named before an actor is, "" where none is."""
    first = min(m.head[0] for m in members)
    at = bisect_left(placed, (first, ""))
    return placed[at - 1][1] if at else ""


def _is_at_home(members: list[Mention], sides: set[str]) -> bool:
    """Whether an actor without a country is named or described, and in politics, state or arms or a side of an event."""
    if any(m.country or ELSEWHERE.search(m.name) for m in members) or not any(m.kind in NAMED for m in members):
        return False
    return any(m.sector in POLITICAL or m.id in sides for m in members)
