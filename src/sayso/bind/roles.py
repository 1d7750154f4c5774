"""Roles: "the prime minister" bound to the person whom the text gave that role; descriptions that name the same actor twice."""

from bisect import bisect_left

from sayso.bind.actors import Cast
from sayso.lexicon.words import key
from sayso.text.parse import MentionFound

VAGUELY = frozenset(
    {"a", "an", "his", "her", "their", "its", "some", "two", "three", "many", "several", "other", "more", "our", "my"}
)


def is_telling(cast: Cast, i: int) -> bool:
    """Whether the same description twice means the same actor: "US forces", "the Iraqi parliament", not "officials"."""
    found = cast.mentions[i]
    return found.country is not None and cast.phrase(i).split(" ", 1)[0] not in VAGUELY


def bind_roles(cast: Cast) -> None:
    """ "the prime minister" to the one person whom the text gave that role, in a country that fits; else one of its own."""
    holders = _holders(cast)
    first: dict[str, int] = {}
    for i, found in enumerate(cast.mentions):
        if found.kind != "role":
            continue
        name = cast.phrase(i)
        subject = _subject(cast, i)
        if subject is not None:
            cast.join(i, subject)
            continue
        definite = name.startswith("the ") or (
            found.country is not None and not found.plural and not name.startswith(("a ", "an "))
        )
        other: int | None = None
        if definite and not found.plural and _is_bare(cast, found):
            other = _holder(cast, i, found, holders.get(found.role or "", []))
        if definite and not found.plural:
            other = first.get(name) if other is None else other
        elif found.plural and is_telling(cast, i):
            other = first.get(name.removeprefix("the "))
        cast.join(i, other)
        if definite or (found.plural and is_telling(cast, i)):
            first.setdefault(name if not found.plural else name.removeprefix("the "), i)


def _holders(cast: Cast) -> dict[str, list[int]]:
    """Persons by each role that stands in their titles or apposition, in order."""
    text, roles = cast.parse.document.text, cast.lexicon.roles
    out: dict[str, list[int]] = {}
    for i, found in enumerate(cast.mentions):
        if found.kind != "person" or found.role is None:
            continue
        words = key(text[found.span[0] : found.core[0]] + " " + text[found.core[1] : found.span[1]]).split()
        runs = (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, min(a + 4, len(words)) + 1))
        for role in dict.fromkeys(run for run in runs if run in roles):
            out.setdefault(role, []).append(i)
    return out


def _holder(cast: Cast, i: int, found: MentionFound, holders: list[int]) -> int | None:
    """The person before mention `i` who holds its role; the last of several only where nothing but the role is said."""
    fitting: dict[int, int] = {}
    for j in holders[max(0, bisect_left(holders, i) - 20) : bisect_left(holders, i)]:
        country = cast.mentions[j].country
        fits = found.country is None or country is None or found.country == country
        if fits and (found.gender is None or found.gender == cast.mentions[j].gender):
            fitting[id(cast.of[j])] = j
    if len(fitting) == 1 or (fitting and _spare(found)):
        return list(fitting.values())[-1]
    return None


def _is_bare(cast: Cast, found: MentionFound) -> bool:
    """Whether a description is a role and its country at most, without "of" and the like behind it."""
    rest = key(found.name).replace(found.role or "", "").split()
    return all(word in cast.lexicon.adjectives or word in cast.lexicon.states or word in ("then", "former", "s") for word in rest)


def _subject(cast: Cast, i: int) -> int | None:
    """The named person of whom the role is said: "Rahl, who is the author", "Rahl was the mayor"."""
    at = cast.token(cast.mentions[i])
    if at is None or cast.mentions[i].plural:
        return None
    below = [j for j in range(max(0, at - 12), at) if cast.parse.tokens[j].head == at]
    if not any(cast.parse.tokens[j].dep == "cop" for j in below):
        return None
    subjects = {cast.parse.tokens[j].start for j in below if cast.parse.tokens[j].dep.startswith("nsubj")}
    return next(
        (j for j in range(max(0, i - 6), i) if cast.mentions[j].head[0] in subjects and cast.mentions[j].kind == "person"), None
    )


def _spare(found: MentionFound) -> bool:
    """Whether a description is only "the" and a role, so that the last one with that role is meant."""
    return key(found.name) == found.role
