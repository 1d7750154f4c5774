"""Units: the sentences of a text as what is compared when the words are other ones: actors, numbers, acts and telling words.

A unit is kept as whole numbers, so that a document is compared with many without being opened again.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon import Lexicon
from sayso.lexicon.words import key
from sayso.link.chains import chain, fullest
from sayso.link.days import day
from sayso.link.sides import Side
from sayso.link.words import number
from sayso.model import Event, Mention, Span, Statement, Time
from sayso.model.span import covers, overlaps

VERSION = "2"

WORD, NUMBER, NAME, ACT = range(4)
"""What a feature is of: its number's last two bits."""

BREAK = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)\]]))\s+(?=[\"“‘(\[]?[A-Z0-9])|\n+")
SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|Prof|No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$"
)
CAPITALS = re.compile(r"[A-Z][\w’'-]*(?: (?:al-|el-)?[A-Z][\w’'-]*)*")
LEAST = 4
# Words that stand in every text and tell of nothing by themselves.
EMPTY = frozenset(
    """
    a about above after again against all also although always am among an and any are around as at away back be became because been
    before being below between both but by came can come could did do does doing done down during each either else even ever every few
    first for from further get give go goes going gone got had has have having he her here hers him his how however i if in including
    into is it its itself just last later least less like made make makes many may me might mine more most much must my near need never
    new next no nor not now of off often on once one only onto or other others our out over own part per put rather same say saying says
    said second see seen several shall she should since so some such take taken tell than that the their theirs them then there these
    they this those though three through thus to told too took toward two under until up upon us use used very was way we well went were
    what when where whether which while who whom whose why will with within without would yet you your year years day days week weeks
    month months time times people according added asked called know think
    """.split()  # noqa: SIM905 (a list of 250 strings says no more)
)
DENIED = frozenset(
    "not no never nobody nothing none neither nor without cannot denied denies deny rejected rejects refuted".split()  # noqa: SIM905 (as above)
)
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "al", "s", "e")
ROOT = 4
Values = tuple[int, ...]


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence: where it stands, the record that says it (empty: the outlet), who says it (0: the outlet), what it is about."""

    span: Span
    record: str
    speaker: int
    denied: bool
    features: Values


class Units(msgspec.Struct, frozen=True, kw_only=True):
    """The units of a document, and its day as days since the year 1 (0: unknown)."""

    day: int
    units: tuple[Unit, ...]

    def features(self) -> list[int]:
        """All features, each once, in order."""
        return list(dict.fromkeys(value for unit in self.units for value in unit.features))


def units(side: Side, lexicon: Lexicon) -> Units:
    """The sentences of a document that say enough to be found again."""
    names = [mention for mention in side.mentions.values() if mention.kind != "pronoun" or mention.refers_to]
    names.sort(key=lambda one: one.span)
    acts = [record for record in side.records if isinstance(record, Event)]
    found = (unit(side, span, names, acts, lexicon) for span in sentences(side))
    return Units(day=day(side.document.published), units=tuple(one for one in found if len(one.features) >= LEAST))


def sentences(side: Side) -> Iterator[Span]:
    """The spans of the sentences, page furniture left out."""
    start = 0
    for match in [*BREAK.finditer(side.text), None]:
        end = match.start() if match else len(side.text)
        if match and "\n" not in match[0] and SHORT.search(side.text, max(start, end - 6), end):
            continue
        if end > start and not any(overlaps(cut, (start, end)) for cut in side.document.furniture):
            yield start, end
        start = match.end() if match else end


def unit(side: Side, span: Span, names: Sequence[Mention], acts: Sequence[Event], lexicon: Lexicon) -> Unit:
    """The unit of a sentence."""
    inside = [one for one in names if covers(span, one.span)]
    first, last = side.words.within(span)
    keys = side.words.keys[first:last]
    named = [one for one in inside if one.kind not in ("role", "pronoun")]
    plain = [
        word
        for place, word in zip(side.words.spans[first:last], keys, strict=True)
        if not any(overlaps(place, one.span) for one in named)
    ]
    features = [feature(WORD, stem(word)) for word in plain if len(word) > 2 and word not in EMPTY and not word[0].isdigit()]
    features += [feature(NUMBER, word) for word in figures(side, span)]
    full = [fullest(side, one) for one in inside]
    features += [feature(NAME, actor(one, lexicon)) for one in full if proper(one.name)]
    features += [feature(ACT, act.plover.type) for act in acts if covers(span, act.trigger)]
    statement = saying(side, span)
    voices = chain(side, statement) if statement else ()
    speaker = next((number_of(voice.name, voice.kind, lexicon) for voice in reversed(voices) if voice.named), 0)
    return Unit(
        span=span,
        record=statement.id if statement else next((act.id for act in acts if covers(span, act.trigger)), ""),
        speaker=speaker,
        denied=not DENIED.isdisjoint(keys),
        features=tuple(dict.fromkeys(features)),
    )


def figures(side: Side, span: Span) -> list[str]:
    """The figures of a sentence; those of dates and the like are none, and a single digit tells too little."""
    first, last = side.words.within(span)
    times = [record.span for record in side.records if isinstance(record, Time) and overlaps(record.span, span)]
    found = zip(side.words.spans[first:last], side.words.keys[first:last], strict=True)
    return [word for place, word in found if word[0].isdigit() and len(word) > 1 and not any(overlaps(place, at) for at in times)]


def saying(side: Side, span: Span) -> Statement | None:
    """The outermost statement that says most of a sentence, cue and source counted with the content."""
    half = (span[1] - span[0]) / 2
    for one in side.statements:
        parts = (*one.content, *one.source, *one.cue)
        if sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in parts) > half:
            return one
    return None


def actor(mention: Mention, lexicon: Lexicon) -> str:
    """What an actor is known by in every document: the lexicon's name, a person's last name, else the name as a key."""
    known = lexicon.lookup(mention.name) or lexicon.lookup(proper(mention.name))
    if known:
        return known[0].name
    words = key(mention.name).removeprefix("the ")
    return words.split()[-1] if mention.kind == "person" and words else words


def proper(name: str) -> str:
    """The first run of capitals in a name: what is left of a description.

    >>> proper("25 Grey Sill fighters of Harl"), proper("the mill")
    ('Grey Sill', '')
    """
    found = CAPITALS.search(name)
    return found[0] if found else ""


def number_of(name: str, kind: str, lexicon: Lexicon) -> int:
    """The number of a speaker, the same in every document."""
    known = lexicon.lookup(name)
    words = key(name)
    return feature(NAME, known[0].name if known else words.split()[-1] if kind == "person" and words else words)


def feature(kind: int, word: str) -> int:
    """The number of a feature: signed 64 bits, the last two of which say what it is of."""
    value = (number(f"{kind} {word.casefold()}") & ~3) | kind
    return value - 2**64 if value >= 2**63 else value


def stem(word: str) -> str:
    """A word without its ending: enough to tell that two are forms of one.

    >>> stem("withdrawal"), stem("withdraw"), stem("concluded"), stem("concludes")
    ('withdraw', 'withdraw', 'conclud', 'conclud')
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= ROOT:
            return word.removesuffix(ending)
    return word


def coded(made: Units, doc: str) -> Values:
    """The units of a document as numbers."""
    out = [made.day]
    for one in made.units:
        tail = one.record.removeprefix(f"{doc}.")
        letter, _, places = (tail[:1], "", tail[1:]) if one.record else ("", "", "0-0")
        start, end, *nth = (int(value) for value in re.split(r"[-.]", places))
        out += [
            *one.span,
            ord(letter) if letter else 0,
            start,
            end,
            *(nth or [0]),
            one.speaker,
            int(one.denied),
            len(one.features),
        ]
        out += one.features
    return tuple(out)


def decoded(values: Sequence[int], doc: str) -> Units:
    """The units that the numbers stand for."""
    out, at = [], 1
    while at < len(values):
        start, end, letter, first, last, nth, speaker, denied, many = values[at : at + 9]
        record = f"{doc}.{chr(letter)}{first}-{last}{f'.{nth}' if nth else ''}" if letter else ""
        features = tuple(values[at + 9 : at + 9 + many])
        out.append(Unit(span=(start, end), record=record, speaker=speaker, denied=bool(denied), features=features))
        at += 9 + many
    return Units(day=values[0] if values else 0, units=tuple(out))
