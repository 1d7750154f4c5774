"""Answers as lines of text, for terminals: what each question shows first, and how much fits."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from rich.table import Table
from rich.text import Text

from sayso.ask.actor import Known
from sayso.ask.actors import Taking
from sayso.ask.copies import Copy
from sayso.ask.did import Doing
from sayso.ask.documents import Listed
from sayso.ask.evidence import Suggestion
from sayso.ask.find import Place
from sayso.ask.foretold import Foretelling
from sayso.ask.problems import Aside
from sayso.ask.records import Carried, Score
from sayso.ask.review import Decision, Doubtful
from sayso.ask.said import Saying
from sayso.ask.sampling import Waiting
from sayso.ask.sources import Resting
from sayso.ask.story import Chapter, Moment, Toll
from sayso.ask.tied import Tie
from sayso.ask.versions import Altered
from sayso.ask.voices import Voice
from sayso.ledger.people import Done
from sayso.model import Span
from sayso.show import doings, foretold, ties
from sayso.show.plain import plain, seen

LONG = 300
ARROW = " ← "
Shown = (
    Waiting | Saying | Listed | Place | Aside | Voice | Foretelling | Suggestion | Score | Carried | Doubtful | Decision | Done | Altered | Copy | Tie | Resting | Chapter | Doing
    | Taking | Known | Moment | Toll
)  # fmt: skip
COLUMNS: dict[type, tuple[str, ...]] = {
    Saying: ("when, how, where", "on whose word, in which words"),
    Doing: ("when, told how, what", "who to whom, on whose word"),
    Taking: ("actor", "what", "speaks", "acts", "undergoes", "documents", "first words"),
    Known: ("part", "when, where", "what, on whose word, in which words"),
    Listed: ("date", "outlet", "document", "statements", "id"),
    Place: ("when, where", "in whose voice, in which words"),
    Voice: ("share", "speaker", "first words", "where"),
    Copy: ("family", "when, where", "why, in which words"),
    Resting: ("source", "when, where", "on whose word, in which words"),
    Chapter: ("date", "outlet", "document, why", "id"),
    Moment: ("day", "what", "on whose word, in which words"),
    Toll: ("figure", "range", "on whose word, in which words"),
    Tie: ("what, link", "here, in which words", "there, in which words"),
    Aside: ("input", "why", "what to do"),
    Foretelling: ("due, state, claim", "on whose word, in which words"),
    Suggestion: ("when, where", "why, in which words"),
    Score: ("speaker", "unresolved", "yes : no", "stated numbers", "words"),
    Carried: ("outlet", "carried", "yes : no"),
    Done: ("when", "who", "what", "why"),
    Altered: ("what, when", "as it was", "as it is"),
    Waiting: ("what", "when, where", "in which words", "id"),
    Doubtful: ("weight", "when, where", "what, in which words", "id"),
    Decision: ("when, who", "says", "of what", "verdict"),
}
RIGHT = {"statements", "share", "speaks", "acts", "undergoes", "documents"}
WHOLE = {"date", "due, state, claim", "yes : no", "id", "where", "statements", "share", "when, how, where", "when, where"}


def tables(rows: Iterable[Shown], size: int = 200) -> Iterator[Table]:
    """Tables of answers to one question, so many rows each that the first are there soon; the first has the header."""
    rows = iter(rows)
    header = True
    while part := list(islice(rows, size)):
        made = empty(type(part[0]), header)
        for row in part:
            made.add_row(*map(tame, cells(row)))
        yield made
        header = False


def empty(kind: type, header: bool) -> Table:
    """A table without rows for one kind of answer."""
    below = int(kind in (Saying, Place, Foretelling, Suggestion, Waiting, Doubtful, Decision, Copy, Tie, Resting, Doing, Known))
    made = Table(box=None, pad_edge=False, show_header=header, header_style="bold", padding=(0, 2, below, 0))
    for name in COLUMNS[kind]:
        whole = name in WHOLE
        made.add_column(
            name, justify="right" if name in RIGHT else "left", overflow="fold", no_wrap=whole, min_width=10 * whole or None
        )
    return made


def tame(cell: Text) -> Text:
    """The same cell, whatever a made-up ledger holds where we write a date or a kind: no character in it commands the terminal."""
    cell.plain = seen(cell.plain)
    return cell


def cells(row: Shown) -> Iterator[Text]:
    """The cells of one answer, in the order of its COLUMNS."""
    match row:
        case Saying():
            act = "" if row.act == "say" else f", {row.act}"
            yield under(day(row.published), row.form + act, *where(row.doc, row.spans))
            yield voiced(row.chain, short(row.quote))
        case Doing():
            yield under(*doings.cells(row), *where(row.doc, row.spans))
            yield done(row)
        case Taking():
            yield from map(Text, (plain(row.name), doings.codes(row), *doings.parts(row)))
            yield under(short(row.quote, 80), *where(row.doc, row.spans))
        case Known():
            yield Text(row.part)
            yield under(day(row.since), *where(row.doc, row.spans))
            yield under(short(" · ".join(filter(None, (row.what, row.who, *row.flags)))), short(row.quote, 120))
        case Moment():
            yield from (Text(day(row.day)), Text(row.what))
            yield under(plain(row.who), short(row.quote), *where(row.doc, row.spans))
        case Toll():
            yield from (Text(f"{row.low} {row.figure}"), Text(f"{row.range} ({row.tellings})"))
            yield under(plain(row.who), short(row.quote), *where(row.doc, row.spans))
        case Listed():
            yield from map(Text, (day(row.published), plain(row.outlet or ""), short(row.title or row.quote)))
            yield from map(Text, (str(row.found.get("statement", 0)), *where(row.doc, ())))
        case Place():
            yield under(day(row.published), *where(row.doc, row.spans))
            yield voiced(row.chain, f"… {plain(row.before)}", plain(row.quote), f"{plain(row.after)} …")
        case Voice():
            yield from map(Text, (f"{row.share:.1%}", plain(row.speaker) + (" (own voice)" if row.own else "")))
            yield from (Text(short(row.quote, 120)), under(*where(row.doc, row.spans[:1])))
        case Foretelling():
            yield under(foretold.due(row), foretold.state(row), row.id)
            yield voiced(row.chain, *foretold.parts(row))
        case Suggestion():
            yield under(day(row.published), *where(row.doc, row.spans))
            yield under(plain("; ".join(row.reasons)), short(row.quote))
        case Score():
            yield from map(Text, (plain(row.speaker), *foretold.cells(row)))
        case Carried():
            yield from map(Text, (plain(row.outlet), str(row.propositions), f"{row.yes} : {row.no}"))
        case Done():
            yield from (Text(row.when), Text(plain(row.who)), under(plain(row.what), plain(row.about)), Text(short(row.why)))
        case Altered():
            yield under(row.what, day(row.published), plain(row.outlet or ""))
            yield under(short(row.was), plain(row.was_speaker), *where(row.was_doc, row.was_spans))
            yield under(short(row.quote), plain(row.speaker), *where(row.doc, row.spans))
        case Waiting():
            yield Text(row.kind)
            yield under(day(row.published), plain(row.outlet or ""), *where(row.doc, row.spans))
            yield from (Text(short(row.quote)), Text(row.id))
        case Doubtful():
            yield under(f"{row.weight:.2f}", f"{row.hangs} on it")
            yield under(day(row.published), *where(row.doc, row.spans))
            yield from (under(f"{row.type}: {row.what}", short(row.quote)), Text(row.id))
        case Decision():
            yield under(day(row.when), plain(row.who))
            yield under(row.says, *filter(None, (plain(row.why), row.turn)))
            yield from (under(f"{row.type}: {row.what}", short(row.quote), row.id), Text(row.verdict))
        case Copy():
            yield Text(("● " if row.origin else "  ") + row.family[:10])
            yield under(day(row.published), plain(row.outlet or ""), *where(row.doc, ()))
            yield under(short(row.title or row.quote), plain(row.why), *(plain(f"credits {name}") for name in row.credits))
        case Resting():
            yield Text(str(row.source))
            yield under(day(row.published), plain(row.outlet or ""), *where(row.doc, row.spans))
            yield under(plain(row.rests_on) or "own voice", short(row.quote), plain(row.why), row.count)
        case Chapter():
            yield from map(Text, (day(row.published), plain(row.outlet or "")))
            yield from (under(short(row.title or row.quote), plain(row.why)), Text((row.doc or "")[:10]))
        case Tie():
            yield under(ties.named(row), row.link[:10], f"{row.score:.2f}", short(row.reason, 160))
            yield under(short(row.quote), plain(ties.placed(row.outlet, row.published, row.doc or "")), short(row.differs, 120))
            yield under(
                short(row.other_quote),
                plain(ties.placed(row.other_outlet, row.other_published, row.other_doc)),
                short(row.other_differs, 120),
            )
        case Aside():
            yield from (Text(plain(cell)) for cell in (row.origin, row.why, row.next))


def under(first: str, *rest: str) -> Text:
    """Lines below each other, all but the first dim."""
    return Text.assemble(first, *(("\n" + line, "dim") for line in rest))


def voiced(chain: tuple[str, ...], before: str, hit: str = "", after: str = "") -> Text:
    """A chain of names over the words, the last name and the words that were looked for in bold."""
    *outer, last = map(plain, chain)
    names = "".join(name + ARROW for name in outer)
    return Text.assemble((names, "dim"), (last, "bold cyan"), "\n", before, (hit, "bold yellow"), after)


def done(row: Doing) -> Text:
    """An event's sides and numbers over the passage it stands in, its trigger in bold, and the chain it came by."""
    before, hit, after = map(plain, doings.around(row))
    sides = f"{doings.side(row.actors)} → {doings.side(row.recipients)}"
    tolls = f" · {doings.tolls(row)}" if row.dead or row.injured or row.arrested else ""
    return Text.assemble(
        (sides, "bold"), tolls, "\n", before, (hit, "bold yellow"), after, "\n", (ARROW.join(map(plain, row.chain)), "dim")
    )


def day(published: str | None) -> str:
    """The day of a date, a dash where it is not known."""
    return published[:10] if published else "–"


def short(words: str, most: int = LONG) -> str:
    """The words on one line, cut at a blank where they are long."""
    line = " ".join(plain(words).split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def where(doc: str | None, spans: Sequence[Span]) -> Iterator[str]:
    """A place in short: the first digits of the document's id, which any command takes, and the spans, two a line."""
    yield (doc or "")[:10]
    places = [f"{start}:{end}" for start, end in spans[:6]] + (["…"] if len(spans) > 6 else [])
    yield from (" ".join(places[first : first + 2]) for first in range(0, len(places), 2))
