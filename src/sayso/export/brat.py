"""brat: a text file and a standoff file for each article, offsets in code points; and reading the standoff back.

Source: brat standoff format (https://brat.nlplab.org/standoff.html).
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sayso.errors import InputError
from sayso.export.article import Article
from sayso.export.rows import found
from sayso.model import Event, Forecast, Mention, Spans, Statement
from sayso.model.span import trimmed

TYPES = ("Source", "Cue", "Content", "Trigger", "Proposition", "Condition", "Wording", "Actor")
REALITIES = ("happened", "claimed", "denied", "foretold", "conditional", "demanded", "hypothetical")
STATUSES = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu")
FORMS = ("direct", "indirect", "mixed")
ACTS = ("say", "claim", "deny", "ask", "demand", "promise", "threaten", "foretell", "believe", "want", "other")
KINDS = ("prediction", "warning", "threat", "promise", "plan", "demand")
CONFIGURATION = f"""[entities]
{chr(10).join(TYPES)}

[relations]
says\tArg1:Source, Arg2:Content
cues\tArg1:Cue, Arg2:Content
within\tArg1:<ENTITY>, Arg2:Content
actor\tArg1:Trigger, Arg2:Actor
recipient\tArg1:Trigger, Arg2:Actor
if\tArg1:<ENTITY>, Arg2:Condition
wording\tArg1:Proposition, Arg2:Wording
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Form\tArg:Content, Value:{"|".join(FORMS)}
Act\tArg:Content, Value:{"|".join(ACTS)}
Status\tArg:Trigger, Value:{"|".join(STATUSES)}
Reality\tArg:Trigger, Value:{"|".join(REALITIES)}
Kind\tArg:Proposition, Value:{"|".join(KINDS)}
"""


class Bound(msgspec.Struct, frozen=True):
    """A text-bound annotation read back: its id, type, spans and words (pieces joined by a blank)."""

    id: str
    type: str
    spans: Spans
    words: str


class Standoff:
    """The lines of one article's standoff file as they are made."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.lines: list[str] = []
        self.ids: dict[str, int] = {}
        self.of: dict[str, str] = {}

    def next(self, letter: str) -> str:
        """The next free id of a kind of line."""
        self.ids[letter] = self.ids.get(letter, 0) + 1
        return f"{letter}{self.ids[letter]}"

    def bound(self, type: str, spans: Spans) -> str | None:
        """The id of a new text-bound annotation, None where the spans hold nothing that can be seen."""
        pieces = seen(self.article.document.text, spans)
        if not pieces:
            return None
        id = self.next("T")
        words = " ".join(self.article.document.text[start:end] for start, end in pieces)
        places = ";".join(f"{start} {end}" for start, end in pieces)
        self.lines.append(f"{id}\t{type} {places}\t{words}")
        return id

    def relate(self, name: str, one: str | None, other: str | None) -> None:
        """Nothing; a relation between two annotations where both are there."""
        if one and other:
            self.lines.append(f"{self.next('R')}\t{name} Arg1:{one} Arg2:{other}")

    def tell(self, name: str, of: str | None, value: str) -> None:
        """Nothing; an attribute of an annotation that is there."""
        if of:
            self.lines.append(f"{self.next('A')}\t{name} {of} {value}")

    def note(self, of: str | None, words: str) -> None:
        """Nothing; a note at an annotation that is there."""
        if of:
            self.lines.append(f"{self.next('#')}\tAnnotatorNotes {of}\t{' '.join(words.split())}")


def files(articles: Iterable[Article]) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files of a brat folder."""
    yield "annotation.conf", CONFIGURATION.encode()
    for article in articles:
        yield f"{article.document.id}.txt", article.document.text.encode("utf-8", "replace")
        yield f"{article.document.id}.ann", standoff(article).encode("utf-8", "replace")


def standoff(article: Article) -> str:
    """The standoff lines of an article."""
    made = Standoff(article)
    records = list(found(article))
    for record in records:
        if isinstance(record, Statement):
            _statement(made, record)
    for record in records:
        if isinstance(record, Event):
            _event(made, record)
        elif isinstance(record, Forecast):
            _forecast(made, record)
    for record in records:
        if isinstance(record, Statement | Event | Forecast):
            made.relate("within", made.of.get(record.id), made.of.get(record.within or ""))
    return "".join(f"{line}\n" for line in made.lines)


def _statement(made: Standoff, record: Statement) -> None:
    content = made.bound("Content", record.content)
    made.relate("says", made.bound("Source", record.source), content)
    made.relate("cues", made.bound("Cue", record.cue), content)
    made.tell("Form", content, record.form)
    made.tell("Act", content, record.act)
    _known(made, record.id, content, made.article.said[record.id].speaker)


def _event(made: Standoff, record: Event) -> None:
    trigger = made.bound("Trigger", (record.trigger,))
    for name, ids in (("actor", record.actors), ("recipient", record.recipients)):
        for id in ids:
            made.relate(name, trigger, _actor(made, made.article.mentions.get(id)))
    made.relate("if", trigger, made.bound("Condition", record.condition or ()))
    made.tell("Status", trigger, record.status)
    made.tell("Reality", trigger, record.reality)
    _known(made, record.id, trigger, " ".join((record.plover.type, *record.plover.modes)))


def _forecast(made: Standoff, record: Forecast) -> None:
    proposition = made.bound("Proposition", record.proposition)
    made.relate("wording", proposition, made.bound("Wording", record.wording))
    made.relate("if", proposition, made.bound("Condition", record.condition or ()))
    made.tell("Kind", proposition, record.kind)
    _known(made, record.id, proposition, record.kind)


def _actor(made: Standoff, mention: Mention | None) -> str | None:
    """The annotation of a mention, made once."""
    if mention is not None and mention.id not in made.of and (bound := made.bound("Actor", (mention.span,))):
        _known(made, mention.id, bound, mention.name)
    return made.of.get(mention.id) if mention else None


def _known(made: Standoff, record: str, bound: str | None, words: str) -> None:
    if bound:
        made.of[record] = bound
        made.note(bound, f"{record} {words}")


def seen(text: str, spans: Spans) -> Spans:
    """The spans without white space at their ends, cut at line ends, which no annotation of brat may hold."""
    pieces = []
    for start, end in sorted(spans):
        at = start
        for line in text[start:end].splitlines(keepends=True):
            if piece := trimmed(text, (at, at + len(line))):
                pieces.append(piece)
            at += len(line)
    return tuple(pieces)


def read(standoff: str, text: str) -> Iterator[Bound]:
    """The text-bound annotations of a standoff file. Raises: InputError where one is not written so, or its words are not in the text."""
    for number, line in enumerate(standoff.split("\n"), 1):
        if line.startswith("T"):
            try:
                id, where, words = line.split("\t", 2)
                type, places = where.split(" ", 1)
                spans = tuple((int(start), int(end)) for start, end in (place.split(" ") for place in places.split(";")))
            except ValueError as fault:
                raise InputError(f"line {number}: no text-bound annotation ({fault})", next="check the file") from fault
            if " ".join(text[start:end] for start, end in spans) != words:
                raise InputError(
                    f"line {number}: the text does not say {words[:60]!r} there", next="give the text that was annotated"
                )
            yield Bound(id, type, spans, words)


def attributes(standoff: str) -> Mapping[tuple[str, str], str]:
    """Values of attributes by annotation and name."""
    lines = (line.split("\t", 1)[1].split(" ") for line in standoff.split("\n") if line.startswith("A"))
    return {(of, name): value for name, of, value in lines}
