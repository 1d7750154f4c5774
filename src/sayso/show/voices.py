"""Voices: whose words the passages of a document are, each speaker with a number that a page turns into a colour."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.bind.voices import passages
from sayso.model import Document, Mention, Record, Span, Statement
from sayso.model.span import quote
from sayso.show.escape import NAMELESS

COLOURS = 7  # voices with a colour of their own; later ones share the next number


class Voice(msgspec.Struct, frozen=True):
    """A speaker of a document: `number` 0 is the outlet; `chars` of the text are this voice's, `share` of all of it."""

    number: int
    label: str
    chars: int
    share: float
    colour: str
    first: Span | None = None


class Voices(msgspec.Struct, frozen=True):
    """The voices of a document, outlet first, then by share; `numbers` by statement id; the passages in order of the text."""

    heard: tuple[Voice, ...]
    numbers: Mapping[str, int]
    passages: tuple[tuple[Span, int], ...]

    def label(self, number: int) -> str:
        """The name of a voice by its number."""
        return self.heard[number].label

    def colour(self, number: int) -> str:
        """The class of a voice's colour by its number."""
        return self.heard[number].colour

    def of(self, statement: str | None) -> int:
        """The number of the voice of a statement, 0 (the outlet) for None."""
        return self.numbers.get(statement, 0) if statement else 0


class Names(msgspec.Struct, frozen=True):
    """What the actors of a document are called: text, mentions by id."""

    text: str
    mentions: Mapping[str, Mention]

    def of(self, mention: str | None) -> str | None:
        """The fullest name of a mention's actor."""
        found = self.mentions.get(mention or "")
        fullest = self.mentions.get(found.refers_to or "", found) if found else None
        return fullest.name if fullest else None

    def speaker(self, statement: Statement) -> str:
        """Who makes a statement: the actor's fullest name, else the words that name the source, else what is known of it."""
        named = self.of(statement.speaker) or quote(self.text, statement.source)
        return " ".join(named.split()) or NAMELESS


def names_of(document: Document, records: Iterable[Record]) -> Names:
    """The names of a document's actors."""
    return Names(document.text, {r.id: r for r in records if isinstance(r, Mention)})


def outlet_of(document: Document) -> str:
    """What the outlet is called on a page."""
    return document.outlet or "The outlet"


def listen(document: Document, statements: Sequence[Statement], names: Names) -> Voices:
    """Who speaks where, and how much of the text each voice has."""
    found = passages(document, statements)
    who = {statement.id: names.speaker(statement) for statement in statements}
    chars: dict[str | None, int] = {None: 0}
    first: dict[str | None, Span] = {}
    for span, statement in found:
        speaker = who[statement] if statement else None
        chars[speaker] = chars.get(speaker, 0) + span[1] - span[0]
        first.setdefault(speaker, span)
    for speaker in who.values():
        chars.setdefault(speaker, 0)
    others = sorted((s for s in chars if s is not None), key=lambda s: (-chars[s], s))
    order = {speaker: i for i, speaker in enumerate((None, *others))}
    colours = _colours(order)
    total = sum(chars.values()) or 1
    heard = tuple(
        Voice(i, outlet_of(document) if s is None else s, chars[s], chars[s] / total, colours[s], first.get(s))
        for s, i in order.items()
    )
    numbers = {statement: order[speaker] for statement, speaker in who.items()}
    # Shares are of the body; the page tells of the headline too.
    everywhere = passages(msgspec.structs.replace(document, parts={}), statements)
    return Voices(heard, numbers, tuple((span, numbers.get(s, 0) if s else 0) for span, s in everywhere))


def _colours(speakers: Iterable[str | None]) -> dict[str | None, str]:
    """The class of each speaker's colour: v0 the outlet, v1 to v7 by share, v8 all later ones, v9 where nobody is named."""
    free = itertools.count(1)
    named = {None: "v0", NAMELESS: "v9"}
    return {speaker: named.get(speaker) or f"v{min(next(free), COLOURS + 1)}" for speaker in speakers}
