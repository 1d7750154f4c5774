"""Drafts: the record that a person's words and places come to, new or in place of the machine's; and its speaker's name."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.errors import UsageError
from sayso.model import Document, Event, Forecast, Found, Mention, Plover, Record, Span, Spans, Statement, record_id
from sayso.model.span import any_covers, covers, hull, length, merged, quote
from sayso.model.verdicts import Made

FORMS = ("direct", "indirect", "mixed")
ACTS = ("say", "claim", "deny", "ask", "demand", "promise", "threaten", "foretell", "believe", "want", "other")
KINDS = ("prediction", "warning", "threat", "promise", "plan", "demand")
STATUS = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu")
PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
ROLES: dict[str, tuple[str, ...]] = {
    "statement": ("source", "cue", "content"),
    "event": ("trigger",),
    "forecast": ("proposition", "condition", "wording"),
}
CHOICES = {"form": FORMS, "act": ACTS, "kind": KINDS, "status": STATUS, "plover": PLOVER}
BY = "a person"
AUTO = "auto"
"""Said of where a statement stands: the innermost around it, as it is found."""

PLACES = re.compile(r"\s*\d+-\d+(?:[\s,]+\d+-\d+)*\s*")
NUMBERED = re.compile(r"(.*?)\s+#(\d{1,4})", re.S)
PIECES = " … "
QUOTES = ("“", "\"", "„", "«", "‘")  # fmt: skip

Sent = Mapping[str, str]


def drafted(document: Document, records: Sequence[Record], type: str, sent: Sent) -> tuple[Made, str | None]:
    """The record that no reader found, and its speaker's name. Raises: UsageError for what is missing or not in the text."""
    if type not in ROLES:
        raise UsageError(f"{type!r} can't be added; one of {', '.join(ROLES)}")
    found = places(document.text, type, sent)
    main = {"statement": "content", "event": "trigger", "forecast": "proposition"}[type]
    if not found.get(main):
        raise UsageError(f"{main} is missing: select its words in the text")
    kernel = {
        "statement": found.get("cue") or found[main],
        "event": found[main],
        "forecast": found.get("wording") or found[main],
    }[type][0]
    id = free_id(document.id, type, kernel, records)
    anchor = merged(span for spans in found.values() for span in spans)
    within = innermost(records, kernel, hull(anchor), id)
    common = {"id": id, "doc": document.id, "anchor": anchor, "kernel": kernel, "score": 1.0, "by": BY, "within": within}
    return finished(document, records, msgspec.convert({"type": type, **blank(type), **common}, Made), found, sent)


def blank(type: str) -> dict[str, object]:
    """The fields that a record of a type needs before anything is known of it."""
    empty: dict[str, dict[str, object]] = {
        "statement": {"source": (), "cue": (), "content": (), "form": "indirect"},
        "event": {"trigger": (0, 0), "plover": {"type": ""}},
        "forecast": {"kind": "prediction", "proposition": ()},
    }
    return empty[type]


def corrected(document: Document, records: Sequence[Record], base: Made, sent: Sent) -> tuple[Made, str | None]:
    """The record as a person has it: what was sent in place of what `base` has. Raises: UsageError as above."""
    type = str(base.__struct_config__.tag)
    return finished(document, records, base, places(document.text, type, sent), sent)


def finished(
    document: Document, records: Sequence[Record], base: Made, found: Mapping[str, Spans], sent: Sent
) -> tuple[Made, str | None]:
    """The record with these spans and choices, and the name of its speaker where one was given."""
    values: dict[str, object] = dict(found)
    for name, allowed in CHOICES.items():
        if (given := sent.get(name, "").strip()) and hasattr(base, name):
            values[name] = one_of(name, given, allowed)
    made: Made = base
    match base:
        case Statement():
            made, speaker = statement(document, records, msgspec.structs.replace(base, **values), sent)
        case Forecast():
            values |= {"condition": found["condition"] or None} if "condition" in found else {}
            made, speaker = msgspec.structs.replace(base, **values), None
        case Event():
            made, speaker = event(records, base, values, sent), None
        case _:
            raise UsageError("only statements, events and forecasts can be corrected by their words")
    return anchored(made), speaker


def statement(document: Document, records: Sequence[Record], base: Statement, sent: Sent) -> tuple[Statement, str | None]:
    """The statement with its form, its speaker and the statement it stands in."""
    if not base.content:
        raise UsageError("content is missing: select its words in the text")
    if "form" not in sent and base.by == BY:
        first = quote(document.text, base.content[:1]).lstrip()
        base = msgspec.structs.replace(base, form="direct" if first.startswith(QUOTES) else "indirect")
    name = " ".join(sent.get("speaker", "").split()) or None
    if name is not None and not called(records, base.speaker, name):
        base = msgspec.structs.replace(base, speaker=mention_of(records, name), source_kind="named")
    elif base.by == BY and (inside := mention_in(records, base.source)):
        base = msgspec.structs.replace(base, speaker=inside)
    if sent.get("within", AUTO) != AUTO:
        base = msgspec.structs.replace(base, within=statement_of(records, sent["within"].strip()))
    return base, name


def event(records: Sequence[Record], base: Event, values: dict[str, object], sent: Sent) -> Event:
    """The event with its trigger, type, status and sides."""
    trigger = values.pop("trigger", ())
    if isinstance(trigger, tuple) and trigger:
        values["trigger"] = trigger[0]
    if plover := values.pop("plover", None):
        values["plover"] = Plover(type=str(plover), modes=(), contexts=()) if plover != base.plover.type else base.plover
    elif not base.plover.type:
        raise UsageError(f"the type of the event is missing; one of {', '.join(PLOVER)}")
    for side in ("actors", "recipients"):
        if side in sent:
            values[side] = tuple(sided(records, sent[side]))
    return msgspec.structs.replace(base, **values)


def sided(records: Sequence[Record], names: str) -> Iterator[str]:
    """Mentions of the actors named, separated by semicolons. Raises: UsageError for one that the text does not mention."""
    for name in filter(None, (" ".join(part.split()) for part in names.split(";"))):
        if (id := mention_of(records, name)) is None:
            raise UsageError(f"{name!r} is no actor of this text")
        yield id


def anchored(made: Made) -> Made:
    """The record with an anchor over its own spans, its kernel inside it."""
    match made:
        case Statement():
            anchor = merged((*made.source, *made.cue, *made.content))
            kernel = made.kernel if any_covers(anchor, made.kernel) else min(made.cue or made.content)
        case Forecast():
            anchor = merged((*made.proposition, *made.wording, *(made.condition or ())))
            kernel = made.kernel if any_covers(anchor, made.kernel) else min(made.wording or made.proposition)
        case Event():
            anchor = made.anchor if any_covers(made.anchor, made.trigger) else (made.trigger,)
            kernel = made.trigger
        case _:
            return made
    return msgspec.structs.replace(made, anchor=anchor, kernel=kernel)


def places(text: str, type: str, sent: Sent) -> dict[str, Spans]:
    """The spans of each role that was sent."""
    return {role: spans(text, sent[role], role) for role in ROLES.get(type, ()) if role in sent}


def spans(text: str, typed: str, role: str = "words") -> Spans:
    """The spans that somebody typed: START-END, more of them after blanks; or the words themselves, pieces joined by " … ", an n-th
    place as `words #n`.

    >>> spans("Rain, rain and Rain", "6-10"), spans("Rain, rain and Rain", "Rain #2")
    (((6, 10),), ((15, 19),))

    Raises: UsageError for words that don't stand there, or that stand in several places.
    """
    if not typed.strip():
        return ()
    if PLACES.fullmatch(typed):
        found = [tuple(map(int, piece.split("-"))) for piece in re.findall(r"\d+-\d+", typed)]
        if any(not 0 <= start < end <= len(text) for start, end in found):
            raise UsageError(f"{role}: {typed.strip()} is not inside the text, which has {len(text)} characters")
        return merged((start, end) for start, end in found)
    return merged(standing_at(text, piece.strip(), role) for piece in typed.split(PIECES) if piece.strip())


def standing_at(text: str, words: str, role: str) -> Span:
    """The place of words in the text."""
    numbered = NUMBERED.fullmatch(words)
    if numbered and words not in text:
        words, nth = numbered[1], int(numbered[2])
    else:
        nth = 0
    starts = [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)] if words else []
    if not starts or nth > len(starts):
        raise UsageError(f"{role}: {words!r} stands {len(starts)} times in the text")
    if len(starts) > 1 and not nth:
        raise UsageError(f"{role}: {words!r} stands {len(starts)} times in the text; write {words} #1 for the first")
    at = starts[max(nth, 1) - 1]
    return at, at + len(words)


def free_id(doc: str, type: str, kernel: Span, records: Sequence[Record]) -> str:
    """An id that no record has yet, on this kernel."""
    taken = {record.id for record in records if isinstance(record, Found)}
    nth = 0
    while (id := record_id(doc, type, kernel, nth)) in taken:
        nth += 1
    return id


def innermost(records: Iterable[Record], kernel: Span, over: Span, id: str) -> str | None:
    """The id of the smallest statement whose content holds a kernel, and does not lie within what is being made."""
    around = [
        r for r in records
        if isinstance(r, Statement) and r.id != id and any_covers(r.content, kernel) and not covers(over, r.kernel)
    ]  # fmt: skip
    return min(around, key=lambda r: (length(r.content), r.id)).id if around else None


def mention_of(records: Sequence[Record], name: str) -> str | None:
    """The id of the fullest mention of an actor of that name, None where the text has none."""
    folded = name.casefold()
    named = [r for r in records if isinstance(r, Mention) and " ".join(r.name.split()).casefold() == folded]
    return next((r.refers_to or r.id for r in named), None)


def called(records: Sequence[Record], mention: str | None, name: str) -> bool:
    """Whether the actor of a mention has this name as its fullest."""
    by_id = {r.id: r for r in records if isinstance(r, Mention)}
    found = by_id.get(mention or "")
    fullest = by_id.get(found.refers_to or "", found) if found else None
    return fullest is not None and " ".join(fullest.name.split()) == name


def mention_in(records: Sequence[Record], source: Spans) -> str | None:
    """The id of the first mention inside a source."""
    return next((r.id for r in records if isinstance(r, Mention) and any_covers(source, r.span)), None)


def statement_of(records: Sequence[Record], id: str) -> str | None:
    """The id of a statement of this text, None for none. Raises: UsageError for anything else."""
    if id and not any(isinstance(r, Statement) and r.id == id for r in records):
        raise UsageError(f"{id} is no statement of this text")
    return id or None


def one_of(name: str, value: str, allowed: Sequence[str]) -> str:
    """The value, where it is one of those allowed. Raises: UsageError."""
    if value not in allowed:
        raise UsageError(f"{name}: {value!r} is none of {', '.join(allowed)}")
    return value
