"""Records: what is found in a document, each with the characters that support it.

Field names are the JSON contract. `anchor` is the evidence shown, `kernel` the cue, verb or modal the record hangs on (inside
the anchor); ids and nesting go by kernel. `score` is 0..1, `by` is "reader/version".
"""

import msgspec

from sayso.model.display import Shown
from sayso.model.span import Span, Spans


class Found(Shown, frozen=True, kw_only=True):
    """What every record of a document has."""

    id: str
    doc: str
    anchor: Spans
    kernel: Span
    score: float
    by: str


class Mention(Found, frozen=True, kw_only=True, tag_field="type", tag="mention"):
    """A name, description or pronoun that stands for an actor or a place.

    `refers_to` is the id of the document's fullest mention of the same actor, None on that one itself.
    """

    span: Span
    head: Span
    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    refers_to: str | None = None


class Time(Found, frozen=True, kw_only=True, tag_field="type", tag="time"):
    """A time expression: TIMEX3 type and value (None without an anchor date), `relative` as written (e.g. "P-1D")."""

    span: Span
    timex: str
    value: str | None = None
    relative: str | None = None


class Statement(Found, frozen=True, kw_only=True, tag_field="type", tag="statement"):
    """Who says what: source, cue and content (Pareti), `within` the statement that reports this one."""

    source: Spans
    cue: Spans
    content: Spans
    form: str
    act: str = "say"
    speaker: str | None = None
    source_kind: str = "named"
    within: str | None = None
    when: str | None = None
    core: bool = True


class Plover(msgspec.Struct, frozen=True):
    """PLOVER code of an event."""

    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


class Count(msgspec.Struct, frozen=True):
    """A number of people, low to high, with the words it rests on."""

    low: int
    high: int
    span: Span


class Event(Found, frozen=True, kw_only=True, tag_field="type", tag="event"):
    """Who did what to whom, and whether it happened, in whose voice (`within`, None: the outlet's own)."""

    trigger: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    plover: Plover
    when: str | None = None
    where: str | None = None
    date_precision: str | None = None
    place_precision: str | None = None
    dead: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    status: str = "CT+"
    reality: str = "happened"
    condition: Spans | None = None
    within: str | None = None


class Likelihood(msgspec.Struct, frozen=True):
    """What a wording of probability means to readers: a range in 0..1 with the phrase and the source of the range."""

    low: float
    high: float
    phrase: str
    source: str


class Forecast(Found, frozen=True, kw_only=True, tag_field="type", tag="forecast"):
    """A claim about what will, may or should happen, with its condition and where that condition stands."""

    kind: str
    proposition: Spans
    condition: Spans | None = None
    condition_from: str | None = None
    wording: Spans = ()
    likelihood: Likelihood | None = None
    horizon: str | None = None
    earliest: str | None = None
    latest: str | None = None
    event: str | None = None
    within: str | None = None


class Echo(Found, frozen=True, kw_only=True, tag_field="type", tag="echo"):
    """Two records of one document that say the same (headline and body); `differs` are the spans in which they part."""

    a: str
    b: str
    differs: Spans = ()


class Leftover(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="leftover"):
    """Text that a reader should have used and did not: a quotation without a source, a modal without an event."""

    doc: str
    span: Span
    why: str


class Problem(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="problem"):
    """An input set aside: where it came from, why, and what to do next."""

    origin: str
    why: str
    next: str


Record = Mention | Time | Statement | Event | Forecast | Echo | Leftover

LETTER = {"mention": "m", "time": "t", "statement": "s", "event": "e", "forecast": "f", "echo": "h"}


def record_id(doc: str, kind: str, kernel: Span, nth: int = 0) -> str:
    """Id of a record: document, kind and kernel, `nth` telling apart records on the same kernel.

    >>> record_id("0123456789abcdef", "statement", (7, 11)), record_id("0123456789abcdef", "statement", (7, 11), 1)
    ('0123456789abcdef.s7-11', '0123456789abcdef.s7-11.1')
    """
    tail = f".{nth}" if nth else ""
    return f"{doc}.{LETTER[kind]}{kernel[0]}-{kernel[1]}{tail}"
