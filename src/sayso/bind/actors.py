"""Actors: which mentions of one document name the same actor; what is known of each."""

from collections.abc import Iterator, Sequence

from sayso.lexicon import Lexicon
from sayso.lexicon.words import key, pieces
from sayso.text.parse import MentionFound, Parse

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "al"})


class Actor:
    """Mentions (indices) of one actor in order of the text. `full` is the fullest: the longest name, then the longest phrase."""

    def __init__(self, first: int) -> None:
        self.members = [first]
        self.full = first
        self.gender: str | None = None
        self.plural = False
        self.person = False

    def fullest(self, mentions: Sequence[MentionFound]) -> int:
        """Index of the fullest mention; a name before a description, never a pronoun if there is another."""

        def rank(i: int) -> tuple[bool, bool, bool, int, int, int]:
            found = mentions[i]
            words = len(found.name.split())
            name = found.role is None or found.kind == "person"
            return found.kind != "pronoun", found.kind != "role", name, words, found.span[1] - found.span[0], -i

        return max(self.members, key=rank)


class Cast:
    """The actors of a document: `of` maps a mention's index to its actor."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        self.parse, self.lexicon, self.mentions = parse, lexicon, parse.mentions
        self.of: dict[int, Actor] = {}
        self.words = [_words(found) if found.kind == "person" else [] for found in self.mentions]
        self._tokens = {token.start: i for i, token in enumerate(parse.tokens)}

    def phrase(self, i: int) -> str:
        """The words under the mention's span as a key, its article with them: "the prime minister"."""
        start, end = self.mentions[i].span
        return key(self.parse.document.text[start:end])

    def token(self, found: MentionFound) -> int | None:
        """Index of the mention's head word, None where no token begins there."""
        return self._tokens.get(found.head[0])

    def join(self, i: int, other: int | None) -> None:
        """Mention `i` stands for the actor of `other`; for one of its own where that is None."""
        actor = self.of.get(other) if other is not None else None
        if actor is None:
            actor = Actor(i)
        else:
            actor.members.append(i)
        self.of[i] = actor
        self._learn(actor, self.mentions[i])

    def actors(self) -> Iterator[Actor]:
        """Each actor once, in the order of first mentions."""
        seen: set[int] = set()
        for i in sorted(self.of):
            actor = self.of[i]
            if id(actor) not in seen:
                seen.add(id(actor))
                yield actor

    def entity(self, i: int) -> tuple[str, str] | None:
        """(kind, key) that two mentions of one body, state, group or place share: the lexicon's name, else the name as written."""
        found = self.mentions[i]
        known = self.lexicon.lookup(found.name)
        if known and (found.kind == known[0].kind or (found.kind in _ALIKE and known[0].kind in _ALIKE)):
            return "place" if found.kind == "place" else "body", key(known[0].name)
        word = key(found.name)
        return ("place" if found.kind == "place" else "body", word.removeprefix("the ")) if word else None

    @staticmethod
    def _learn(actor: Actor, found: MentionFound) -> None:
        told = found.kind in ("person", "role") or (found.kind == "pronoun" and found.gender != "n" and not actor.plural)
        actor.gender = actor.gender or (found.gender if told else None)
        actor.plural = actor.plural or (found.plural and found.kind != "pronoun")
        actor.person = actor.person or found.kind == "person" or (found.kind == "role" and not found.plural)


_ALIKE = frozenset({"organization", "group", "state"})


def _words(found: MentionFound) -> list[str]:
    """Words of a person's name without suffixes; joined particles ("al-Abadi") give their last word."""
    return [word for word, _, _ in pieces(found.name) if word not in SUFFIXES]


def same_person(cast: Cast, i: int, j: int) -> bool:
    """Whether two full names are one person's: equal, or first and last words are, or the lexicon says so."""
    a, b = cast.words[i], cast.words[j]
    if a == b or (len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and (a[0] == b[0] or _initial_fits(a, b))):
        return _genders_fit(cast, i, j)
    known = cast.lexicon.lookup(cast.mentions[i].name), cast.lexicon.lookup(cast.mentions[j].name)
    return bool(known[0] and known[1] and known[0][0].name == known[1][0].name and known[0][0].kind == "person")


def _initial_fits(a: list[str], b: list[str]) -> bool:
    first = min((a[0], b[0]), key=len)
    return len(first) == 1 and a[0][0] == b[0][0]


def short_of(cast: Cast, i: int, j: int) -> bool:
    """Whether name `i` is a short form of the full name `j`: its surname, its last words, or its given name alone."""
    a, b = cast.words[i], cast.words[j]
    if not a or len(a) >= len(b) or not _genders_fit(cast, i, j):
        return False
    return b[-len(a) :] == a or (len(a) == 1 and (b[0] == a[0])) or (len(a) == 2 and b[-1] == a[-1] and a[0] in _PARTICLES)


_PARTICLES = frozenset({"al", "el", "bin", "ibn", "von", "van", "de", "da", "di"})


def _genders_fit(cast: Cast, i: int, j: int) -> bool:
    a, b = cast.mentions[i].gender, cast.mentions[j].gender
    actor = cast.of.get(j)
    b = b or (actor.gender if actor else None)
    return a is None or b is None or a == b


def initials(name: str) -> tuple[str, ...]:
    """Acronyms that a name of several words may have: its initials, small words counted and not.

    >>> initials("Patriotic Union of Kurdistan")
    ('puok', 'puk')
    """
    words = key(name).split()
    found = ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL))
    return tuple(dict.fromkeys(letters for letters in found if len(letters) > 1))
