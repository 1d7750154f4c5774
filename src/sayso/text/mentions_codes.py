"""Codes: country and PLOVER sector of an actor, from the lexicon, its titles and the words it stands among."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.lexicon import Entry, Role
from sayso.lexicon.entries import at, sector_at
from sayso.lexicon.words import folded, key
from sayso.text.mentions_page import Page
from sayso.text.mentions_seeds import Seed

FORMER = frozenset({"former", "ex", "ex-", "retired", "onetime", "then", "late", "deposed", "ousted"})
VAGUE = frozenset({"CVL", "LAB", None})
BORROWED = frozenset({"CVL", "GOV", "LAB", "BUS", "PTY", None})
OF = 3  # words behind "of" in which the country that a body belongs to is named: "of the Nigerian Army"
PLACING = frozenset(
    {"in", "at", "near", "outside", "around", "inside", "across", "throughout", "into", "through", "over", "within"}
)


def person(
    page: Page, seed: Seed, start: int, end: int, roles: Sequence[Role], date: str | None
) -> tuple[str | None, str | None]:
    """(country, sector) of a person named by `seed` whose titles and apposition lie in tokens [start, end)."""
    entry = at(seed.entries, date) if seed.entries else _surname(page, seed, roles, date)
    bodies = list(_bodies(page, start, end, seed))
    country = next(iter(_countries(page, start, seed.start)), None) or next(iter(_countries(page, seed.end, end)), None)
    country = country or next((body.country for body in bodies if body.country), None) or (entry.country if entry else None)
    sector = _telling(roles)
    if sector in BORROWED and bodies and (roles or not entry):
        sector = next((body.sector for body in bodies if body.sector), sector)
    if sector in VAGUE and entry:
        sector = sector_at(entry, date) or sector
    if any(page.words[i] in FORMER for i in range(start, seed.start)) and sector in ("GOV", "LEG", "MIL", "SPY", "COP"):
        sector = "ELI"
    return country, sector


def _surname(page: Page, seed: Seed, roles: Sequence[Role], date: str | None) -> Entry | None:
    """The lexicon's entry of a surname that is known by itself, or with a title of state and a fitting country."""
    if seed.end - seed.start > 2:
        return None
    word = key(page.text[page.tokens[seed.start].start : page.tokens[seed.end - 1].end])
    if entries := page.lexicon.surnames.get(word, ()):
        return at(entries, date)
    titled = page.lexicon.leaders.get(word.rsplit(" ", 1)[-1], ()) if any(role.sector == "GOV" for role in roles) else ()
    start = page.bounds(seed.start)[0]
    here = set(_countries(page, max(start, seed.start - 6), seed.start))
    fitting = [entry for entry in titled if entry.country in here]
    return at(fitting, date) if fitting else None


def phrase(page: Page, start: int, end: int, head: int, role: Role | None) -> tuple[str | None, str | None]:
    """(country, sector) of a description or of a body's name without an entry, at tokens [start, end)."""
    bodies = list(_bodies(page, start, end, None))
    country = next(iter(_countries(page, start, end)), None)
    country = country or next((body.country for body in bodies if body.country), None) or _behind(page, start, end)
    sector = role.sector if role else None
    if role and sector in BORROWED and bodies:
        sector = next((body.sector for body in bodies if body.sector), sector)
    if sector in VAGUE:
        sector = next(iter(_inner_sectors(page, start, end, head)), sector)
    if role and role.use != "org" and sector == "GOV" and any(page.words[i] in FORMER for i in range(start, head)):
        sector = "ELI"
    return country, sector


def body(page: Page, start: int, end: int) -> tuple[str | None, str | None]:
    """(country, sector) of an organization by the words of its name, "Health Ministry", "Leeds University", and whose it is: "of Ethiopia"."""
    country = next(iter(_countries(page, start, end)), None) or next((e.country for e in _bodies(page, start, end, None)), None)
    country = country or _behind(page, start, end)
    found = [page.role_at[i][1] for i in range(start, end) if i in page.role_at and page.role_at[i][0] <= end]
    telling = [role for role in found if role.use in ("org", "group") and role.sector]
    return country, telling[-1].sector if telling else None


def _behind(page: Page, start: int, end: int) -> str | None:
    """The country named behind "of" after a phrase."""
    if end >= len(page.words) or page.words[end] != "of":
        return None
    return next(iter(_countries(page, end + 1, min(end + 1 + OF, page.bounds(start)[1]))), None)


def is_government(page: Page, start: int, end: int) -> bool:
    """Whether a state or capital acts here, as its government: subject, owner of an act, other side of a relation; not a place."""
    head = page.tokens[page.head(start, end)]
    before = page.words[start - 1] if start else ""
    if before in PLACING:
        return False
    if head.dep in ("nsubj", "nsubj:pass", "obl:agent"):
        return True
    if end < len(page.words) and page.words[end] in ("'s", "’s", "'", "’"):
        return page.words[head.head] not in page.lexicon.terms["physical"]
    if head.dep in ("obl", "nmod", "conj", "obj", "iobj"):
        return (
            before in ("by", "with", "against", "between", "and", "told", "urged", "accused", "blamed", "for")
            or head.dep == "iobj"
            or (head.dep == "nmod" and before == "from" and page.words[head.head] not in page.lexicon.terms["physical"])
        )
    return False


def _telling(roles: Iterable[Role]) -> str | None:
    """The first sector that says more than that somebody is a private person."""
    found = [role.sector for role in roles if role.sector]
    return next((sector for sector in found if sector not in VAGUE), found[0] if found else None)


def _countries(page: Page, start: int, end: int) -> Iterator[str]:
    """ISO-3 codes in the range: states named or as adjectives first, then those of places ("attorney general of Oklahoma")."""
    yield from _states(page, start, end)
    for i in range(start, end):
        until, entries = page.known.get(i, (0, ()))
        if entries and entries[0].kind == "place" and until <= end and entries[0].country and not entries[0].weak:
            yield entries[0].country


def _states(page: Page, start: int, end: int) -> Iterator[str]:
    for i in range(start, end):
        until, entries = page.known.get(i, (0, ()))
        if page.hyphened(max(until, i + 1)):
            continue  # "Iran-backed": the backer's country is not the actor's
        if entries and entries[0].kind == "state" and until <= end and entries[0].country:
            yield entries[0].country
        elif page.word(i)[:1].isupper() and (code := _adjective(page, i)):
            yield code


def _adjective(page: Page, i: int) -> str | None:
    two = f"{page.words[i]} {page.words[i + 1]}" if i + 1 < len(page.words) else ""
    before = f"{page.words[i - 1]} {page.words[i]}" if i else ""
    book = page.lexicon.adjectives
    if book.get(two):
        return book[two]
    return None if book.get(before) else book.get(folded(page.words[i]))


def _bodies(page: Page, start: int, end: int, but: Seed | None) -> Iterator[Entry]:
    """Entries of organizations, groups and outlets named inside the range, apart from the seed itself."""
    for i in range(start, end):
        until, entries = page.known.get(i, (0, ()))
        if entries and until <= end and entries[0].kind in ("organization", "group") and not (but and but.start <= i < but.end):
            yield entries[0]


def _inner_sectors(page: Page, start: int, end: int, head: int) -> Iterator[str]:
    """Sectors of roles that modify the head: "police spokesman", "government source", "army officer's wife"."""
    for i in range(start, end):
        until, role = page.role_at.get(i, (0, None))
        if role and until <= end and not i <= head < until and role.sector not in VAGUE and role.sector and until <= head + 1:
            yield role.sector
