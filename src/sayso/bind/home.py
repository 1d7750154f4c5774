"""Home: the country of officials, bodies and armed actors that neither a word beside them nor the lexicon tells.

News leaves out what its readers know: "the police", "senators", "the opposition" are those of the country that the article is about. That
is taken to be the one to which at least half of what has a country belongs: on the gold's train part it was right for 398 of 451 such
sides of events; the place named in the same sentence was right less often. `by` of such a mention ends in "+home/1".
Only sides of events and actors in politics, state and arms are given one.
"""

import re
from collections import Counter, defaultdict

import msgspec

from sayso.lexicon import Lexicon
from sayso.model import Event, Mention, Record
from sayso.text.events_words import BODIES, POLITICAL
from sayso.text.parse import Parse

BY = "+home/1"
SHARE, ENOUGH = 0.5, 3  # of all mentions that have a country, and at least so many: a sentence by itself has no home
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
    lent = {m.id for members in actors.values() if _is_at_home(members, sides) for m in members}
    return tuple(
        msgspec.structs.replace(r, country=home, by=r.by + BY) if isinstance(r, Mention) and r.id in lent else r for r in records
    )


def country(mentions: list[Mention]) -> str | None:
    """The country of at least half of the mentions that have one, None where none has enough; bodies of many states don't count."""
    found = Counter(m.country for m in mentions if m.country and m.country not in BODIES and m.kind != "pronoun")
    best = found.most_common(2)
    alone = best and (len(best) == 1 or best[0][1] > best[1][1])
    return best[0][0] if alone and best[0][1] >= max(ENOUGH, SHARE * found.total()) else None


def _is_at_home(members: list[Mention], sides: set[str]) -> bool:
    """Whether an actor without a country is named or described, and in politics, state or arms or a side of an event."""
    if any(m.country or ELSEWHERE.search(m.name) for m in members) or not any(m.kind in NAMED for m in members):
        return False
    return any(m.sector in POLITICAL or m.id in sides for m in members)
