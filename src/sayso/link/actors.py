"""Identities: one actor under two names, spellings or roles in two documents. Over-merging is the worse error: it abstains.

What it finds: persons, groups and bodies whose full names are the same, short forms or spellings of each other, or one in the lexicon,
where the documents name them differently, so that there is something to tell: `role` (described otherwise), `spelling`, `name`. Names that look
the same and are written with other letters are told as `lookalike` and not taken for one.
What it misses: people known by a surname alone, whom another may bear; pairs that name an actor alike (the name itself ties them).
Source: own rules over `link/identity`.
"""

from collections.abc import Iterator

import msgspec

from sayso.lexicon import Lexicon
from sayso.lexicon.words import key
from sayso.link import identity, lookalikes
from sayso.link.chains import fullest
from sayso.link.sides import Side
from sayso.link.words import number
from sayso.model import Mention, Span
from sayso.model.links import End, Link, link

LINKER, VERSION, SPACE = "actors", "2", "actors"
BY = f"{LINKER}/{VERSION}"

KINDS = ("person", "group", "organization")
CENTRES = 6
"""Documents that an actor of a new one is compared with: the first that had it. They are the middle of a star of all its links."""

MOST = 8
NATIONS = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC", "UNO", "EUR"})


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of one document: its fullest mention and all its namings, each wording once, the longest first."""

    full: Mention
    namings: tuple[Span, ...]
    words: frozenset[str]


def actors(side: Side) -> tuple[Actor, ...]:
    """The named persons, groups and bodies of a document, in order of their fullest mentions."""
    found: dict[str, list[Mention]] = {}
    for mention in side.mentions.values():
        full = fullest(side, mention)
        if full.kind in KINDS and mention.kind == full.kind and full.name[:1].isupper():
            found.setdefault(full.id, []).append(mention)
    return tuple(made(side, side.mentions[id], mentions) for id, mentions in found.items())


def made(side: Side, full: Mention, mentions: list[Mention]) -> Actor:
    """The actor of these mentions."""
    wordings: dict[str, Span] = {}
    for mention in sorted(mentions, key=lambda one: (one.span[0] - one.span[1], one.span)):
        wordings.setdefault(key(side.text[slice(*mention.span)]), mention.span)
    words = frozenset(word for wording in wordings for word in identity.parts(spelt(wording)))
    return Actor(full=full, namings=tuple(sorted(list(wordings.values())[:MOST])), words=words)


def values(found: tuple[Actor, ...], lexicon: Lexicon) -> tuple[int, ...]:
    """A number for each actor by which it is found in other documents, in their order."""
    return tuple(value(actor, lexicon) for actor in found)


def value(actor: Actor, lexicon: Lexicon) -> int:
    """The number of an actor: of the lexicon's name, of the bones of a person's last name, or of the name."""
    known = identity.known(actor.full.name, lexicon)
    words = identity.parts(lookalikes.skeleton(actor.full.name))
    name = known[0].name if known else bones(words[-1]) if actor.full.kind == "person" and words else " ".join(words)
    coded = number(f"{actor.full.kind == 'person'} {name}")
    return coded - 2**64 if coded >= 2**63 else coded


def spelt(wording: str) -> str:
    """A wording without the article, states' letters together: what is left out makes no other naming.

    >>> spelt("the u s embassy"), spelt("us embassy")
    ('us embassy', 'us embassy')
    """
    return wording.removeprefix("the ").replace("u s ", "us ").replace("u n ", "un ")


def bones(word: str) -> str:
    """A name without its vowels, as they change with who writes it.

    >>> bones("muhandis"), bones("mohandes"), bones("ali")
    ('mhnds', 'mhnds', 'ali')
    """
    left = "".join(letter for letter in word.replace("q", "k").replace("kh", "k") if letter not in "aeiouwy")
    return left if len(left) > 2 else word


def links(a: Side, b: Side, mine: Actor, theirs: Actor, lexicon: Lexicon) -> Iterator[Link]:
    """The link of two actors that are one and are named otherwise; none where it can't be told or there is nothing to tell."""
    alike = spelt(key(mine.full.name)) == spelt(key(theirs.full.name))
    if alike and (mine.words == theirs.words or mine.full.kind != "person"):
        return
    looking = lookalikes.alike(mine.full.name, theirs.full.name)
    if not looking and not one_actor(mine.full, theirs.full, lexicon):
        return
    ends = (
        End(record=mine.full.id, doc=a.id, spans=mine.namings),
        End(record=theirs.full.id, doc=b.id, spans=theirs.namings),
    )
    sort, score = ("lookalike", DOUBTFUL) if looking else sorted_as(mine, theirs)
    shown = [a.text[slice(*longest(mine))], b.text[slice(*longest(theirs))]]
    odd = dict.fromkeys(flag for one in (mine, theirs) for flag in lookalikes.flags(one.full.name)) if looking else ()
    reason = f"{TOLD[sort]}: {a.outlet} has “{shown[0]}”, {b.outlet} has “{shown[1]}”" + "".join(f"; {flag}" for flag in odd)
    yield link("actor", *ends, sort=sort, reason=" ".join(reason.split()), score=score, by=BY)


DOUBTFUL = 0.3
TOLD = {
    "lookalike": "names that look the same and are not, so that they are not taken for one",
    "role": "one name, described otherwise",
    "spelling": "one name spelt otherwise",
    "name": "two names of one actor",
}


def one_actor(a: Mention, b: Mention, lexicon: Lexicon) -> bool:
    """Whether two mentions are one actor's beyond doubt: full names that fit and no two states, or one entry of the lexicon."""
    if a.country and b.country and a.country != b.country and not {a.country, b.country} & NATIONS:
        return False
    if identity.entries_meet(a.name, b.name, lexicon):
        return True
    full = all(len(identity.parts(one.name)) > 1 for one in (a, b))
    return full and a.kind == b.kind and identity.one_name(a.name, b.name)


def sorted_as(a: Actor, b: Actor) -> tuple[str, float]:
    """What differs between the namings, and how sure it is that they are of one actor."""
    if key(a.full.name) == key(b.full.name):
        return "role", 0.9
    one, two = ("".join(identity.parts(each.full.name)) for each in (a, b))
    return ("spelling", 0.8) if identity.spelt_alike(one, two) else ("name", 0.75)


def longest(actor: Actor) -> Span:
    """The naming that says most."""
    return max(actor.namings, key=lambda span: (span[1] - span[0], -span[0]))
