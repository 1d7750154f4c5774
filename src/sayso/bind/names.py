"""Names: short forms, acronyms, glosses, roles and pronouns of a document bound to the fullest mention of the same actor.

Merging two actors is worse than leaving two mentions of one apart: where two candidates fit, a name stays alone.
"""

from bisect import bisect_left

import msgspec

from sayso.bind.actors import Actor, Cast, initials, same_person, short_of
from sayso.bind.pronouns import resolve
from sayso.bind.roles import bind_roles, is_telling
from sayso.lexicon import Lexicon
from sayso.lexicon.words import key
from sayso.model import Mention, Record, Span, Statement
from sayso.text.parse import MentionFound, Parse

VAGUE = frozenset({"CVL", "LAB", None})
OFFICES = frozenset({
    "office", "administration", "government", "campaign", "ministry", "cabinet", "regime", "spokesman", "spokeswoman", "spokesperson",
    "aide", "press secretary", "team", "chief of staff", "adviser", "advisor", "transition team", "embassy",
})  # fmt: skip


def bind(parse: Parse, records: tuple[Record, ...], lexicon: Lexicon) -> tuple[Record, ...]:
    """`records`, mentions with `refers_to` set and country and sector shared within an actor; the rest as they were."""
    cast = Cast(parse, lexicon)
    _bind_persons(cast)
    _bind_bodies(cast)
    bind_roles(cast)
    resolve(cast, sorted((r for r in records if isinstance(r, Statement)), key=lambda s: (s.kernel, s.id)))
    ids = {record.head: record.id for record in records if isinstance(record, Mention)}
    changes = _changes(cast, ids)
    return tuple(
        msgspec.structs.replace(r, **changes[r.head]) if isinstance(r, Mention) and r.head in changes else r for r in records
    )


def _bind_persons(cast: Cast) -> None:
    """Full names first, then short forms: to the one that fits, the nearest before it if several do."""
    persons = [i for i, found in enumerate(cast.mentions) if found.kind == "person"]
    by_word: dict[str, list[int]] = {}
    full = [i for i in persons if len(cast.words[i]) > 1]
    for i in full:
        rivals = [j for word in (cast.words[i][0], cast.words[i][-1]) for j in by_word.get(word, ())]
        other = next((j for j in rivals if same_person(cast, i, j)), None)
        cast.join(i, other)
        if other is not None and cast.words[i] == cast.words[other]:
            continue
        for word in dict.fromkeys(cast.words[i]):
            by_word.setdefault(word, []).append(i)
    for i in sorted(full, key=lambda i: len(cast.words[i])):
        longer = _bearers(cast, i, by_word)
        if len(cast.of[i].members) == 1 and len(longer) == 1:
            cast.join(i, longer[0])
    alone: dict[str, int] = {}
    for i in (i for i in persons if i not in cast.of):
        word = " ".join(cast.words[i])
        bearers = _bearers(cast, i, by_word)
        cast.join(i, bearers[0] if bearers else alone.get(word))
        if not bearers:
            alone.setdefault(word, i)


def _bearers(cast: Cast, i: int, by_word: dict[str, list[int]]) -> list[int]:
    """Full names that `i` may be short for, one an actor: surnames before given names, those before it first, most mentioned first."""
    if not cast.words[i]:
        return []
    fitting: dict[int, int] = {}
    for j in by_word.get(cast.words[i][-1], ()):
        if j != i and short_of(cast, i, j) and id(cast.of[j]) not in fitting:
            fitting[id(cast.of[j])] = j
    found = list(fitting.values())
    last = [j for j in found if cast.words[j][-1] == cast.words[i][-1]]
    return sorted(last or found, key=lambda j: (j > i, -_count(cast.of[j], i), j))


def _count(actor: Actor, before: int) -> int:
    return sum(member < before for member in actor.members[:8])


def _bind_bodies(cast: Cast) -> None:
    """States, bodies, groups, places: by the lexicon's name, by the same words, by acronym."""
    first: dict[tuple[str, str], int] = {}
    by_initials: dict[str, int] = {}
    by_last: dict[str, list[int]] = {}
    for i, found in enumerate(cast.mentions):
        if found.kind not in ("organization", "group", "state", "place"):
            continue
        entity = cast.entity(i)
        described = found.role is not None
        if described and not is_telling(cast, i):
            entity = None
        other = first.get(entity) if entity else None
        if other is None and found.name.isupper() and not described:
            other = by_initials.get(key(found.name).replace(" ", ""))
        cast.join(i, other)
        if entity:
            first.setdefault(entity, i)
        if " " in key(found.name) and not described:
            by_initials.update(dict.fromkeys(initials(found.name), i))
            by_last.setdefault(key(found.name).split()[-1], []).append(i)
    _bind_short_bodies(cast, by_last)


def _bind_short_bodies(cast: Cast, by_last: dict[str, list[int]]) -> None:
    """ "the committee" to the last body named so before; "the Hezbollah militia" to the group it names."""
    for i, found in enumerate(cast.mentions):
        if found.kind not in ("organization", "group") or found.role is None or len(cast.of[i].members) > 1:
            continue
        near = range(max(0, i - 3), min(i + 3, len(cast.mentions)))
        inner = next((j for j in near if j != i and _named_inside(cast.mentions[j], found)), None)
        words = cast.phrase(i).split()
        if inner is None and len(words) == 2 and words[0] in ("the", "this", "that"):
            named = by_last.get(words[1], [])
            at = bisect_left(named, i)
            inner = named[at - 1] if at else _only_firm(cast, i)
        if inner is not None and cast.of[i] is not cast.of[inner]:
            cast.join(i, inner)


def _only_firm(cast: Cast, i: int) -> int | None:
    """For "the company" the one body named shortly before that may be a firm; None where there are none or several."""
    if cast.mentions[i].sector != "BUS":
        return None
    before = [j for j in range(max(0, i - 12), i) if cast.mentions[j].kind == "organization" and cast.mentions[j].role is None]
    firms = {id(cast.of[j]): j for j in before if cast.mentions[j].sector in ("BUS", None) and j in cast.of}
    return next(iter(firms.values())) if len(firms) == 1 else None


def _named_inside(name: MentionFound, phrase: MentionFound) -> bool:
    """Whether a group's name stands right before the head of the phrase: "Kata'ib Hezbollah militia"."""
    near = 0 <= phrase.head[0] - name.core[1] <= 2
    return near and name.kind == "group" == phrase.kind and phrase.span[0] <= name.core[0]


def _changes(cast: Cast, ids: dict[Span, str]) -> dict[Span, dict[str, str | None]]:
    """What to set on the mention records, by head."""
    out: dict[Span, dict[str, str | None]] = {}
    for actor in cast.actors():
        full = actor.fullest(cast.mentions)
        named = [cast.mentions[i] for i in sorted(actor.members) if cast.mentions[i].kind != "pronoun"]
        telling = sorted(named, key=lambda found: found.role is None)
        country = next((found.country for found in telling if found.country), None)
        sector = next((f.sector for f in telling if f.sector not in VAGUE), next((f.sector for f in telling if f.sector), None))
        for i in actor.members:
            found = cast.mentions[i]
            refers = None if i == full else ids.get(cast.mentions[full].head)
            own = (
                (country, sector)
                if found.kind in ("person", "role", "pronoun")
                else (found.country or country, found.sector or sector)
            )
            out[found.head] = {"refers_to": refers, "country": own[0], "sector": own[1]}
    _lend(cast, out)
    return out


def _lend(cast: Cast, changes: dict[Span, dict[str, str | None]]) -> None:
    """Country and sector of an office from the one it belongs to: "Pompeo's office", "his spokesman"."""
    for i, found in enumerate(cast.mentions):
        own = changes.get(found.head)
        if own is None or found.role not in OFFICES or own["country"] is not None:
            continue
        owner = next((j for j in range(i - 1, max(-1, i - 4), -1) if _possesses(cast, cast.mentions[j], found)), None)
        if owner is not None and (lent := changes.get(cast.mentions[owner].head)):
            own["country"] = lent["country"]
            own["sector"] = lent["sector"] if found.sector in VAGUE | {"GOV"} and lent["sector"] else own["sector"]


def _possesses(cast: Cast, owner: MentionFound, owned: MentionFound) -> bool:
    if not (owned.span[0] <= owner.head[0] < owned.head[0]):
        return False
    after = cast.parse.document.text[owner.head[1] : owner.head[1] + 2]
    return owner.possessive or after in ("'s", "’s") or after[:1] in ("'", "’")
