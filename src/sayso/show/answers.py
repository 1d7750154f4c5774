"""Answers as lines of text, for terminals: what each question shows first, and how much fits."""

from collections.abc import Iterable, Iterator

from rich.markup import escape
from rich.table import Table

from sayso.ask.documents import Listed
from sayso.ask.find import Place
from sayso.ask.problems import Aside
from sayso.ask.said import Saying
from sayso.ask.voices import Voice
from sayso.model import Span
from sayso.show.plain import plain

LONG = 300
ARROW = " ← "
Shown = Saying | Listed | Place | Aside | Voice
COLUMNS: dict[type, tuple[str, ...]] = {
    Saying: ("date", "on whose word", "words", "form", "where"),
    Listed: ("date", "outlet", "document", "statements", "where"),
    Place: ("date", "in whose voice", "words", "where"),
    Voice: ("share", "speaker", "words", "where"),
    Aside: ("input", "why", "what to do"),
}
RIGHT = {"statements", "share"}


def table(rows: Iterable[Shown]) -> Table | None:
    """A table of answers of one question; None where there are none."""
    made: Table | None = None
    for row in rows:
        made = made or headed(type(row))
        made.add_row(*(escape(plain(cell)) for cell in cells(row)))
    return made


def headed(kind: type) -> Table:
    """An empty table for one kind of answer."""
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in COLUMNS[kind]:
        made.add_column(name, justify="right" if name in RIGHT else "left", overflow="fold", ratio=3 if name == "words" else None)
    return made


def cells(row: Shown) -> Iterator[str]:
    """The cells of one answer, in the order of its COLUMNS."""
    match row:
        case Saying():
            act = "" if row.act == "say" else f", {row.act}"
            yield from (day(row.published), ARROW.join(row.chain), short(row.quote), row.form + act, where(row.doc, row.spans))
        case Listed():
            yield from (day(row.published), row.outlet or "", short(row.title or row.quote), str(row.found.get("statement", 0)))
            yield where(row.doc, ())
        case Place():
            words = f"…{row.before}▸{row.quote}◂{row.after}…"
            yield from (day(row.published), ARROW.join(row.chain), short(words), where(row.doc, row.spans))
        case Voice():
            speaker = f"{row.speaker} (own voice)" if row.own else row.speaker
            yield from (f"{row.share:.1%}", speaker, short(row.quote, 120), where(row.doc, row.spans[:1]))
        case Aside():
            yield from (row.origin, row.why, row.next)


def day(published: str | None) -> str:
    """The day of a date, a dash where it is not known."""
    return published[:10] if published else "–"


def short(words: str, most: int = LONG) -> str:
    """The words on one line, cut at a blank where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def where(doc: str | None, spans: Iterable[Span]) -> str:
    """A place in short: the first digits of the document's id, which any command takes, and the spans."""
    places = " ".join(f"{start}:{end}" for start, end in spans)
    return f"{(doc or '')[:10]} {places}".rstrip()
