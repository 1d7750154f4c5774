"""On how many words a claim rests: those who tell it, each counted with all that have it from the same place, and why.

What it finds: copies of one text, texts that name one agency, tellings that rest on one actor's word or stand in one outlet.
What it misses: a common origin that nobody names: what is counted apart may still be one. It never says more than "at most".
Source: own rules; the sharing of what somebody says is what Dong, Berti-Equille and Srivastava (2009) call copying between sources.
"""

from collections.abc import Sequence

import msgspec


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A document that tells a claim: its outlet, the family of copies it belongs to, whom it credits, on whose word it tells it.

    `rests_on` is the innermost named link of the chain, empty where the document says it in its own voice or names nobody.
    """

    doc: str
    outlet: str
    family: str = ""
    credits: tuple[str, ...] = ()
    rests_on: str = ""
    named: bool = True


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings that count once, and why."""

    members: tuple[Telling, ...]
    why: str


def sources(tellings: Sequence[Telling]) -> tuple[Source, ...]:
    """The tellings in groups that count once each, the largest first."""
    roots = {telling.doc: telling.doc for telling in tellings}

    def root(doc: str) -> str:
        while roots[doc] != doc:
            roots[doc] = roots[roots[doc]]
            doc = roots[doc]
        return doc

    first: dict[tuple[str, str], str] = {}
    for telling in tellings:
        for mark in marks(telling):
            one, two = root(telling.doc), root(first.setdefault(mark, telling.doc))
            roots[max(one, two)] = min(one, two)
    groups: dict[str, list[Telling]] = {}
    for telling in tellings:
        groups.setdefault(root(telling.doc), []).append(telling)
    made = [Source(members=tuple(members), why=reason(members)) for members in groups.values()]
    return tuple(sorted(made, key=lambda source: (-len(source.members), source.members[0].doc)))


def marks(telling: Telling) -> list[tuple[str, str]]:
    """What a telling is known by: two that have one of these in common have it from one place."""
    found = [("outlet", telling.outlet.casefold())] if telling.outlet else []
    found += [("family", telling.family)] if telling.family else []
    found += [("word", telling.rests_on.casefold())] if telling.rests_on and telling.named else []
    # An agency that is credited and an agency that is the outlet, or whose word it is, are one.
    return [*found, *(("outlet", name.casefold()) for name in telling.credits)]


def reason(members: Sequence[Telling]) -> str:
    """Why tellings count once: "counted once: 14 copies of one text, which credits Reuters and rests on the word of the ministry".

    >>> a = Telling(doc="a", outlet="Ossel Gazette", rests_on="Ilse Marrow")
    >>> reason([a, Telling(doc="b", outlet="Lower Post", rests_on="Ilse Marrow")])
    'counted once: 2 documents of Ossel Gazette, Lower Post; all rest on the word of Ilse Marrow'
    >>> reason([a])
    'a single document, of Ossel Gazette; it rests on the word of Ilse Marrow'
    """
    outlets = list(dict.fromkeys(member.outlet for member in members))
    families = {member.family for member in members if member.family}
    words = list(dict.fromkeys(member.rests_on for member in members if member.rests_on and member.named))
    credited = list(dict.fromkeys(name for member in members for name in member.credits if name != member.outlet))
    one = len(members) == 1
    if one:
        parts = [f"a single document, of {outlets[0] or 'an unknown outlet'}"]
    elif len(families) == 1 and all(member.family for member in members):
        parts = [f"counted once: {len(members)} copies of one text"]
    else:
        shown = ", ".join(outlets[:4]) + (f" and {len(outlets) - 4} more" if len(outlets) > 4 else "")
        parts = [f"counted once: {len(members)} documents of {shown}"]
    if credited:
        parts.append(f"credits {', '.join(credited)}")
    if words:
        whole = all(member.rests_on in words for member in members)
        verb = "it rests" if one else "all rest" if whole and len(words) == 1 else "some rest"
        parts.append(f"{verb} on the word of {', '.join(words[:3])}")
    if not words and all(member.rests_on for member in members):
        parts.append("whose source is not named")
    return "; ".join(parts)


def told(found: Sequence[Source]) -> str:
    """The count in words, never a bare number.

    >>> told([Source(members=(Telling(doc="a", outlet="Ossel Gazette"),), why="")])
    'one source only: 1 document, nobody else tells it here'
    """
    documents = sum(len(source.members) for source in found)
    if len(found) == 1:
        many = f"{documents} document{'s' if documents > 1 else ''}"
        return f"one source only: {many}, nobody else tells it here"
    return f"at most {len(found)} independent sources in {documents} documents"
