"""Marks: records laid over a text as nested HTML elements that hold nothing but the text's own characters."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from sayso.model import Echo, Event, Forecast, Leftover, Mention, Record, Span, Spans, Statement, Time
from sayso.show.escape import escaped

# Of marks on the same characters the first of these is the outermost.
ROLES = (
    "hit", "content", "proposition", "condition", "differs", "source", "cue", "wording", "trigger", "count", "time", "mention",
    "leftover", "furniture", "gap",
)  # fmt: skip
RANK = {role: i for i, role in enumerate(ROLES)}
DEEPEST = 200  # a browser's parser flattens what is nested more than about 500 deep; marks beyond this are left out
STATUS_GLYPH = {"happened": "●", "claimed": "◐", "denied": "⊘", "foretold": "◇", "conditional": "◇", "demanded": "!"}

DIFFERS = (("title", "headline and body part here"),)


class Mark(msgspec.Struct, frozen=True):
    """One span of one role of a record, the `piece`-th of that role; `classes` and `attributes` go on its elements."""

    span: Span
    role: str
    record: str | None = None
    piece: int = 0
    classes: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


Colour = Callable[[str | None], str]


def marks_of(records: Iterable[Record], colour: Colour) -> Iterator[Mark]:
    """The marks of all records; `colour` gives the class of a statement's voice by the statement's id."""
    records = list(records)
    heights = nesting(r for r in records if isinstance(r, Statement))
    for record in records:
        match record:
            case Statement():
                yield from _statement(record, colour(record.id), heights[record.id])
            case Event():
                yield from _event(record, colour(record.within))
            case Forecast():
                yield from _forecast(record)
            case Time():
                yield Mark(record.span, "time", record.id, attributes=_time(record))
            case Mention():
                yield Mark(record.span, "mention", record.id, attributes=(("data-actor", record.refers_to or record.id),))
            case Echo():
                yield from (Mark(span, "differs", record.id, i, attributes=DIFFERS) for i, span in enumerate(record.differs))
            case Leftover():
                yield Mark(record.span, "leftover", attributes=(("title", f"not read: {record.why}"),))


def nesting(statements: Iterable[Statement]) -> dict[str, int]:
    """How many statements lie inside each other below each one: 0 for one that reports none."""
    by_id = {s.id: s for s in statements}
    heights = dict.fromkeys(by_id, 0)
    for statement in by_id.values():
        height, outer = 1, by_id.get(statement.within or "")
        while outer is not None and heights[outer.id] < height <= len(by_id):
            heights[outer.id] = height
            height, outer = height + 1, by_id.get(outer.within or "")
    return heights


def _pieces(spans: Spans, role: str, record: str, classes: str = "") -> Iterator[Mark]:
    """A mark for each span."""
    return (Mark(span, role, record, i, classes) for i, span in enumerate(spans))


def _statement(record: Statement, colour: str, height: int) -> Iterator[Mark]:
    """Source, cue and content of a statement."""
    yield from _pieces(record.content, "content", record.id, f"{record.form} {colour} h{min(height, 3)}")
    yield from _pieces(record.source, "source", record.id, colour)
    yield from _pieces(record.cue, "cue", record.id, colour)


def _event(record: Event, colour: str) -> Iterator[Mark]:
    """Trigger, condition and numbers of people of an event."""
    glyph = STATUS_GLYPH.get(record.reality, "○")
    said = (("data-glyph", glyph), ("title", f"{record.plover.type.lower()} · {record.reality} ({record.status})"))
    yield Mark(record.trigger, "trigger", record.id, 0, f"{record.reality} {colour}", said)
    counts = [count.span for count in (record.dead, record.injured, record.arrested) if count]
    yield from _pieces(tuple(counts), "count", record.id)
    yield from _pieces(record.condition or (), "condition", record.id)


def _forecast(record: Forecast) -> Iterator[Mark]:
    """Proposition, condition and wording of a forecast."""
    yield from _pieces(record.proposition, "proposition", record.id, record.kind)
    yield from _pieces(record.condition or (), "condition", record.id)
    yield from _pieces(record.wording, "wording", record.id)


def _time(record: Time) -> tuple[tuple[str, str], ...]:
    """What a time expression shows on hover and focus."""
    value = record.value or record.relative or "no date known"
    return (("data-value", f"{record.timex.lower()} {value}"), ("tabindex", "0"))


Piece = tuple[int, int, Mark]


def spread(marks: Iterable[Mark], cuts: Sequence[Span]) -> list[list[Piece]]:
    """The marks that touch each of `cuts` (adjoining spans in order), clipped to it and sorted outermost first."""
    out: list[list[Piece]] = [[] for _ in cuts]
    first = 0
    for mark in sorted(marks, key=lambda m: (m.span[0], -m.span[1], RANK[m.role], m.record or "", m.piece)):
        start, end = mark.span
        while first < len(cuts) and cuts[first][1] <= start:
            first += 1
        for i in range(first, len(cuts)):
            if cuts[i][0] >= end:
                break
            out[i].append((max(start, cuts[i][0]), min(end, cuts[i][1]), mark))
    for pieces in out:
        pieces.sort(key=lambda p: (p[0], -p[1], RANK[p[2].role]))
    return out


class Weaver:
    """Weaves marks into HTML; keeps which records have been seen, since the first element of each carries the record's address."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.seen: dict[str, None] = {}

    def weave(self, span: Span, pieces: Sequence[Piece]) -> str:
        """The HTML of `span` under `pieces` (as `spread` gives them): marks that cross are closed and opened again."""
        out: list[str] = []
        stack: list[Piece] = []
        at, end = span
        i = 0
        while at < end:
            while i < len(pieces) and pieces[i][0] == at:
                self._open(pieces[i], stack, out)
                i += 1
            nearest = min((piece[1] for piece in stack), default=end)
            upto = min(nearest, pieces[i][0] if i < len(pieces) else end)
            out.append(escaped(self.text[at:upto]))
            at = upto
            if stack and nearest == at:
                self._close(at, stack, out)
        out.append("".join(_closing(piece[2]) for piece in reversed(stack)))
        return "".join(out)

    def _open(self, piece: Piece, stack: list[Piece], out: list[str]) -> None:
        """Opens an element where the nesting is not too deep."""
        if len(stack) < DEEPEST and piece[0] < piece[1]:
            stack.append(piece)
            out.append(self._opening(piece[2]))

    def _close(self, at: int, stack: list[Piece], out: list[str]) -> None:
        """Closes what ends here, and all inside it, which is opened again where it goes on."""
        lowest = next(i for i, piece in enumerate(stack) if piece[1] == at)
        inner = stack[lowest:]
        del stack[lowest:]
        out.extend(_closing(piece[2]) for piece in reversed(inner))
        for piece in inner:
            if piece[1] > at:
                stack.append(piece)
                out.append(self._opening(piece[2]))

    def _opening(self, mark: Mark) -> str:
        """The start tag of a mark."""
        address = ""
        if mark.record is not None:
            if mark.record not in self.seen:
                address = f' id="r={escaped(mark.record)}"'
                self.seen[mark.record] = None
            address += f' data-r="{escaped(mark.record)}" data-p="{mark.piece}"'
        classes = escaped(f"{mark.role} {mark.classes}".strip())
        extra = "".join(f' {name}="{escaped(value)}"' for name, value in mark.attributes)
        return f'<{_tag(mark)} class="{classes}"{address} data-role="{mark.role}"{extra}>'


def _tag(mark: Mark) -> str:
    """The element a mark becomes."""
    return {"time": "time", "hit": "mark"}.get(mark.role, "span")


def _closing(mark: Mark) -> str:
    """The end tag of a mark."""
    return f"</{_tag(mark)}>"
