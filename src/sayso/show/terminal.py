"""A reading in the terminal: whose words the text is, then each statement with its chain, then what else was found.

Everything goes through `shown`, so nothing in a text can move the cursor, colour the screen or turn the direction of a line.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from sayso.model import Document, Event, Forecast, Leftover, Mention, Problem, Record, Span, Statement, Time
from sayso.model.span import any_covers, overlaps, quote, trimmed
from sayso.show.desk import Desk, desk_of
from sayso.show.voices import Voices, listen, names_of
from sayso.text.quotes import quotes

COLOURS = ("default", "cyan", "yellow", "magenta", "green", "blue", "red", "bright_black")
BAR = 24  # cells of the longest bar
HEARD = 12  # voices with a bar of their own
WORDS = 280  # characters of a quotation that are shown
ROWS = 40  # mentions and leftovers shown
KEPT = "\n\t\u200c\u200d"


def shown(text: str) -> str:
    r"""`text` with each control or direction mark as one visible character, so that offsets hold.

    >>> shown("a\x1b[31mb\x00\u202e")
    'a␛[31mb␀�'
    """
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    """A character that prints as itself and does nothing else."""
    if character in KEPT or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return character
    return chr(0x2400 + ord(character)) if ord(character) < 32 else "\ufffd"


def reading(document: Document, records: Sequence[Record]) -> RenderableType:
    """What was found in one document, for a rich console of any width."""
    statements = [record for record in records if isinstance(record, Statement)]
    names = names_of(document, records)
    voices = listen(document, statements, names)
    desk = desk_of(document, records, names, voices)
    parts: list[RenderableType] = [
        *_head(document),
        _voices(voices),
        _titled("Text"),
        _indented(_text(document, statements, voices)),
    ]
    parts += [_titled(f"Statements ({len(statements)})"), *(_statement(desk, each) for each in statements)]
    parts += list(_rest(desk, records))
    return Group(*parts)


def trouble(problem: Problem) -> RenderableType:
    """An input that was set aside, why, and what to do."""
    text = Text(shown(problem.why), style="red")
    return text.append(f"\n  next: {shown(problem.next)}", style="dim") if problem.next else text


def _titled(title: str) -> RenderableType:
    return Padding(Rule(Text(title, style="bold"), align="left", style="dim"), (1, 0, 0, 0))


def _indented(body: RenderableType) -> RenderableType:
    return Padding(body, (0, 2))


def _flat(text: str) -> str:
    """Words on one line."""
    return shown(" ".join(text.split()))


def _head(document: Document) -> Iterator[RenderableType]:
    """Title and what is known of the document."""
    yield Rule(style="dim")
    yield Text(_flat(document.title or "Untitled"), style="bold")
    date = document.published and f"{document.published[:10]} ({document.published_from})"
    language = None if document.language in (None, "en") else f"in {document.language}: stored, not read"
    facts = [document.outlet, date, ", ".join(document.byline), document.section, language]
    yield Text(" · ".join(_flat(fact) for fact in facts if fact) or "outlet and date not known", style="dim")
    yield Text(f"{_flat(document.origin)}  {document.id}", style="dim")


def _voices(voices: Voices) -> RenderableType:
    """Who speaks how much of the text, the outlet's own voice first."""
    table = Table.grid(Column(justify="right"), Column(width=BAR, no_wrap=True), Column(), padding=(0, 2, 0, 0))
    longest = max((voice.share for voice in voices.heard), default=0) or 1
    for voice in voices.heard[:HEARD]:
        style = _colour(voice.number)
        bar = "█" * max(round(voice.share / longest * BAR), 1 if voice.chars else 0)
        name = _flat(voice.label) + (" (own voice)" if voice.number == 0 else "")
        table.add_row(Text(f"{voice.share:.0%}"), Text(bar, style=style), Text(name, style=style))
    if len(voices.heard) > HEARD:
        rest = sum(voice.share for voice in voices.heard[HEARD:])
        table.add_row(Text(f"{rest:.0%}"), "", Text(f"{len(voices.heard) - HEARD} more", style="dim"))
    return Group(_titled("Who speaks"), _indented(table))


def _colour(number: int) -> str:
    """The colour of a voice; the outlet's is the terminal's own, later voices share the last."""
    return COLOURS[min(number, len(COLOURS) - 1)]


def _text(document: Document, statements: Iterable[Statement], voices: Voices) -> Text:
    """The whole text, each voice in its colour, sources bold, cues underlined, the headline bold, furniture dim."""
    text = Text(shown(document.text))
    for span, number in voices.passages:
        if number:
            text.stylize(_colour(number), *span)
    for statement in statements:
        _style(text, "bold", statement.source)
        _style(text, "underline", statement.cue)
    _style(text, "bold", [span for name, span in document.parts.items() if name == "title"])
    _style(text, "dim strike", document.furniture)
    start, end = trimmed(document.text, (0, len(document.text))) or (0, 0)
    return text[start:end]


def _style(text: Text, style: str, spans: Iterable[Span]) -> None:
    for start, end in spans:
        text.stylize(style, start, end)


def _statement(desk: Desk, statement: Statement) -> RenderableType:
    """One statement: its chain, what was done in what form, the words, where they stand."""
    number = desk.voices.of(statement.id)
    chain = Text(" ← ").join(_links(desk, statement))
    chain.append(f"   {_flat(desk.words(statement.cue)) or '–'}", style="underline")
    chain.append(f"  {statement.act}, {statement.form}", style="dim")
    words = Text(_cut(desk.words(statement.content)), style=_colour(number))
    where = ", ".join(f"{start}:{end}" for start, end in statement.content)
    return Padding(Group(chain, Padding(words.append(f"  [{where}]", style="dim"), (0, 0, 0, 4))), (0, 2))


def _links(desk: Desk, statement: Statement) -> list[Text]:
    """Who stands behind a statement, the outlet first, its own speaker last."""
    facts = desk.chain(statement.id)
    return [
        Text(_flat(fact.value), style=_colour(desk.voices.of(fact.record)) + (" bold" if fact.record else "")) for fact in facts
    ]


def _cut(words: str) -> str:
    """The first words of a long quotation, and its last."""
    flat = _flat(words)
    return flat if len(flat) <= WORDS else f"{flat[: WORDS - 60]} […] {flat[-50:]}"


def _rest(desk: Desk, records: Sequence[Record]) -> Iterator[RenderableType]:
    """Quotations, events and forecasts, times, mentions and leftovers, each if there are any."""
    text = desk.document.text
    tables = (
        ("Quotations", list(_quotations(desk))),
        ("Events and forecasts", list(_deeds(desk, records))),
        ("Times", [_time(text, r) for r in records if isinstance(r, Time)]),
        ("Who and where", _actors([r for r in records if isinstance(r, Mention)])),
        (
            "Left over",
            [(f"{r.span[0]}:{r.span[1]}", _cut(quote(text, [r.span])), r.why) for r in records if isinstance(r, Leftover)],
        ),
    )
    for title, rows in tables:
        if rows:
            yield _titled(f"{title} ({len(rows)})")
            yield _indented(_table(rows))


def _quotations(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """A row for each outermost quotation: place, words, and whose words they are where that was found."""
    said = [(span, number) for span, number in desk.voices.passages if number]
    for found in quotes(desk.document.text):
        if not found.depth and not any_covers(desk.document.furniture, found.span):
            number = next((n for span, n in said if overlaps(span, found.inner)), 0)
            yield _place(found.span), _cut(desk.words((found.span,))), desk.voices.label(number) if number else "nobody’s"


def _table(rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    """Rows of place, words and remark; how many more there are, where there are many."""
    table = Table.grid(padding=(0, 2))
    for place, words, remark in rows[:ROWS]:
        table.add_row(Text(place, style="dim"), Text(words), Text(_flat(remark), style="dim"))
    if len(rows) > ROWS:
        table.add_row("", Text(f"and {len(rows) - ROWS} more (--json gives all)", style="dim"), "")
    return table


def _deeds(desk: Desk, records: Sequence[Record]) -> Iterator[tuple[str, str, str]]:
    """A row for each event and forecast: place, words, what it is and who tells it."""
    for record in records:
        if isinstance(record, Event):
            yield (
                _place(record.trigger),
                _cut(desk.words(record.anchor)),
                f"{record.plover.type} {record.reality}, {desk.teller(record.within)}",
            )
        elif isinstance(record, Forecast):
            yield _place(record.kernel), _cut(desk.words(record.proposition)), f"{record.kind}, {desk.teller(record.within)}"


def _place(span: Span) -> str:
    return f"{span[0]}:{span[1]}"


def _time(text: str, time: Time) -> tuple[str, str, str]:
    return _place(time.span), _flat(text[slice(*time.span)]), f"{time.timex} {time.value or time.relative or ''}"


def _actors(mentions: Sequence[Mention]) -> list[tuple[str, str, str]]:
    """A row for each actor or place: the fullest mention's place, name, kind, codes and how often it is mentioned."""
    times = Counter(mention.refers_to or mention.id for mention in mentions)
    fullest = [m for m in mentions if m.refers_to is None and m.kind != "pronoun"]
    return [
        (
            _place(m.span),
            _flat(m.name),
            " ".join(filter(None, (m.kind, m.country, m.sector, f"×{times[m.id]}" if times[m.id] > 1 else ""))),
        )
        for m in fullest
    ]
