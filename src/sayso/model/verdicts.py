"""Verdicts: what people decide of records. Frozen and only ever added to; a verdict is sealed by a hash of all it says.

A verdict stands until it is undone, which is a further verdict, or until a later one about the same record takes its place.
"""

import hashlib

import msgspec

from sayso.errors import UsageError
from sayso.model.questions import bounded, filled
from sayso.model.records import Event, Forecast, Mention, Record, Statement
from sayso.model.span import Span, Spans

JUDGING = ("accept", "reject", "correct", "add")
JOINING = ("same", "merge", "split")
UNDO = "undo"
SAYS = (*JUDGING, *JOINING, UNDO)

Made = Statement | Event | Forecast | Mention
"""What a person may correct or add."""

MADE = (Statement, Event, Forecast, Mention)
UNWEIGHED = ("id", "score", "by")
"""Fields in which two readings may part without saying another thing."""


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a verdict changes: the record as the person has it (correct, add) and its speaker's full name; the other end of a
    pair (same, merge, split); the verdict that is undone."""

    record: Made | None = None
    speaker: str | None = None
    other: str | None = None
    undoes: str | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision. `about` is a record's id, or a document's for "read whole"; `seen` is the machine's record as it was.

    `nth` counts the verdicts about the same before it; `id` is the beginning of `sha256`, which is taken over all the rest.
    """

    id: str
    about: str
    doc: str
    says: str
    change: Change
    seen: Record | None
    who: str
    when: str
    why: str
    nth: int
    sha256: str


def sealed(
    *, about: str, doc: str, says: str, who: str, when: str, why: str = "", change: Change | None = None,
    seen: Record | None = None, nth: int = 0,
) -> Verdict:  # fmt: skip
    """The verdict with its hash and the id that the hash gives. Raises: UsageError for parts that are missing or don't go together."""
    change = change or Change()
    if says not in SAYS:
        raise UsageError(f"{says!r} is no verdict; one of {', '.join(SAYS)}")
    if wrong := misfit(says, about, change):
        raise UsageError(f"{says}: {wrong}")
    if change.speaker is not None:
        change = msgspec.structs.replace(change, speaker=bounded("speaker", change.speaker))
    made = Verdict(
        id="", about=filled("about", about), doc=doc, says=says, change=change, seen=seen, who=filled("who", who), when=when,
        why=bounded("why", why), nth=nth, sha256="",
    )  # fmt: skip
    sha256 = digest(made)
    return msgspec.structs.replace(made, id=sha256[:12], sha256=sha256)


def misfit(says: str, about: str, change: Change) -> str:
    """What is wrong with the change of a verdict, "" where nothing is."""
    if (change.record is not None) != (says in ("correct", "add")):
        return "takes a record as it should be" if says in ("correct", "add") else "changes no record"
    if change.record is not None and change.record.id != about:
        return f"{about} and the record {change.record.id} are two"
    if (change.other is not None) != (says in JOINING) and says != UNDO:
        return "takes another record" if says in JOINING else "is about one record"
    if change.other == about:
        return "a record and itself are one already"
    if (change.undoes is not None) != (says == UNDO):
        return "takes the verdict that is undone" if says == UNDO else "undoes nothing"
    return ""


def digest(verdict: Verdict) -> str:
    """The SHA-256 of all that a verdict says, in hex."""
    bare = msgspec.structs.replace(verdict, id="", sha256="")
    return hashlib.sha256(msgspec.json.encode(bare, order="sorted")).hexdigest()


def unaltered(verdict: Verdict) -> bool:
    """Whether a verdict says what its hash was taken over."""
    sha256 = digest(verdict)
    return verdict.sha256 == sha256 and verdict.id == sha256[:12]


def standing(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Those of the verdicts (in the order they were made) that are not undone; the undoing ones are left out."""
    undone = {verdict.change.undoes: None for verdict in verdicts if verdict.says == UNDO}
    return tuple(verdict for verdict in verdicts if verdict.says != UNDO and verdict.id not in undone)


def alike(a: Record | None, b: Record | None) -> bool:
    """Whether two records of one place say the same, whoever found them and however sure.

    >>> alike(None, None)
    True
    """
    if a is None or b is None or type(a) is not type(b):
        return a is b
    return all(getattr(a, name) == getattr(b, name) for name in a.__struct_fields__ if name not in UNWEIGHED)


def differing(a: Record, b: Record) -> tuple[str, ...]:
    """The names of the fields in which two records of one type part."""
    return tuple(name for name in a.__struct_fields__ if name not in UNWEIGHED and getattr(a, name) != getattr(b, name))


def spans_of(record: Made) -> Spans:
    """Every span that a record points with, its kernel first."""
    found: list[Span] = [record.kernel, *record.anchor]
    match record:
        case Statement():
            found += [*record.source, *record.cue, *record.content]
        case Event():
            found += [record.trigger, *(record.condition or ())]
            found += [count.span for count in (record.dead, record.injured, record.arrested) if count]
        case Forecast():
            found += [*record.proposition, *(record.condition or ()), *record.wording]
        case Mention():
            found += [record.span, record.head]
    return tuple(found)
