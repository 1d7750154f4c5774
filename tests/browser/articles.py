"""What the browser is shown: hand-made articles, ones with odd characters before every mark, hostile ones, and the samples."""

from collections.abc import Iterator

from sayso import samples as sample_articles
from sayso.intake import Given, open_path
from sayso.model import Document, Mention, Record, Time
from sayso.run import Reader
from tests.browser.hostile import HOSTILE, hostile
from tests.show import made

ODD = {
    "emoji": "🛶👩‍👩‍👧‍👦🇪🇺 ",
    "marks": "Zoe\u0308 e\u0301\u0323 नि ",
    "ends": "one\r\ntwo\rthree\n\n",
    "right to left": "قالت إلسه \u200f",
    "nul": "a\0b ",
}
FURTHER = "“{0}Nobody asked,” said Ilse Bramm, {0}“and nobody will.”\r\n\r\n{0}The end."


def odd(name: str) -> tuple[Document, tuple[Record, ...]]:
    """An article with odd characters before, between and inside the marks of its one statement."""
    before = ODD[name]
    text = before + FURTHER.format(before)
    doc = made.document(text, outlet=f"Odd {name}")
    pieces = [made.span(text, f"“{before}Nobody asked,”"), made.span(text, "“and nobody will.”")]
    return doc, (made.statement(doc, [made.span(text, "Ilse Bramm")], [made.span(text, "said")], pieces),)


def by_hand() -> Iterator[tuple[Document, tuple[Record, ...]]]:
    """All of the above."""
    yield made.sample()
    yield from (odd(name) for name in ODD)
    yield from (hostile(words) for words in HOSTILE.values())


ROLES = ("source", "cue", "content", "trigger", "proposition", "condition", "wording", "time", "mention")


def expected(doc: Document, records: tuple[Record, ...]) -> dict[str, str]:
    """The words under each mark, by `record role piece`; NUL is shown as U+FFFD."""
    seen = doc.text.replace("\0", "\ufffd")
    found: dict[str, str] = {}
    for record in records:
        fields = {role: getattr(record, role, None) for role in ROLES}
        if isinstance(record, Time | Mention):
            fields = {type(record).__name__.lower(): record.span}
        for role, spans in fields.items():
            pieces = (spans,) if spans and isinstance(spans[0], int) else spans or ()
            found |= {f"{record.id} {role} {i}": seen[start:end] for i, (start, end) in enumerate(pieces)}  # type: ignore[union-attr]
    return found


def samples() -> Iterator[tuple[Document, tuple[Record, ...]]]:
    """The articles that ship with the package, as they are read."""
    reader = Reader.load()
    for name in sample_articles.names():
        for document in open_path(sample_articles.path() / f"{name}.jsonl", Given()):
            assert isinstance(document, Document)
            yield document, reader.read(document)
