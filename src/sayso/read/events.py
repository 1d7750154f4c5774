"""Events: who did what to whom, when and where, how many died, and whether it happened.

What it finds: political acts named by a word (verb or noun) of the lexicon's triggers or seen by the encoder, with PLOVER type and
mode, sides, status as the voice has it, condition, date, place, and numbers of dead, injured and arrested; of a text of few sentences
the main event of each, read of the sentence as a whole (`by` ends in "+main/1").
What it misses: acts that no single word names, sides named sentences away, sides that no mention stands for, and acts told again.
Source: PLOVER 0.8 (D. Halterman and others); status after FactBank (R. Saurí and J. Pustejovsky, 2009).
"""

from collections.abc import Iterator, Sequence

from sayso.lexicon import Lexicon
from sayso.model import Event, Plover, Span, record_id
from sayso.model.span import first_word, merged
from sayso.text.events import EventFound, find
from sayso.text.events_cast import Side
from sayso.text.parse import Parse

VERSION = "1"
MAIN = "+main/1"  # how `by` of a main event ends, which was read of its sentence as a whole
PRECISION = {4: "year", 7: "month", 8: "week", 10: "day"}
PLACES = {"state": "country", "place": "city"}


def read(parse: Parse, lexicon: Lexicon) -> Iterator[Event]:
    """An Event for each act found, in order of the text; `bind` fills in the voice it stands in."""
    seen: dict[Span, int] = {}
    for found in find(parse, lexicon):
        nth = seen.get(found.trigger, 0)
        seen[found.trigger] = nth + 1
        yield _event(parse, found, nth)


def _event(parse: Parse, found: EventFound, nth: int) -> Event:
    doc, times = parse.document.id, parse.times
    when = None if found.when is None else times[found.when]
    return Event(
        id=record_id(doc, "event", found.trigger, nth),
        doc=doc,
        anchor=_anchor(parse, found),
        kernel=found.trigger,
        score=found.score,
        by=f"events/{VERSION}{MAIN if found.main else ''}",
        trigger=found.trigger,
        actors=_mentions(parse, found.sides.actors),
        recipients=_mentions(parse, found.sides.recipients),
        plover=Plover(found.type, found.modes),
        when=None if when is None else record_id(doc, "time", first_word(parse.document.text, when.span)),
        where=None if found.where is None else _id(parse, found.where),
        date_precision=None if when is None or not when.value else _precision(when.value),
        place_precision=None if found.where is None else PLACES.get(parse.mentions[found.where].kind),
        dead=found.counts.get("dead"),
        injured=found.counts.get("injured"),
        arrested=found.counts.get("arrested"),
        status=found.status.value,
        reality=found.status.reality,
        condition=found.status.condition,
    )


def _anchor(parse: Parse, found: EventFound) -> tuple[Span, ...]:
    """The trigger with the heads of its sides, as far as they stand in its sentence."""
    sides = [side.token for side in (*found.sides.actors, *found.sides.recipients)]
    own = parse.tokens[found.token].sentence
    near = [(t.start, t.end) for t in (parse.tokens[i] for i in sides) if t.sentence == own]
    return merged([found.trigger, *near])


def _mentions(parse: Parse, sides: Sequence[Side]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_id(parse, side.mention) for side in sides if side.mention is not None))


def _id(parse: Parse, mention: int) -> str:
    return record_id(parse.document.id, "mention", parse.mentions[mention].head)


def _precision(value: str) -> str | None:
    """Day, week, month or year, by how much of a date is known."""
    date = value.split("T")[0]
    return "week" if "W" in date else PRECISION.get(len(date))
