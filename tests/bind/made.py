"""Short texts read by the shipped engine and lexicon, loaded once."""

from functools import cache

from sayso.lexicon import Lexicon
from sayso.model import Document, Mention, Statement, document_id
from sayso.run import Reader
from sayso.text import mentions
from sayso.text.parse import MentionFound


@cache
def reader() -> Reader:
    """The reader that ships."""
    return Reader.load()


def document(text: str, published: str | None = None) -> Document:
    """A document of a bare text."""
    return Document(id=document_id(text), text=text, origin="test", sha256="0" * 64, published=published)


def found(text: str, published: str | None = None, lexicon: Lexicon | None = None) -> dict[str, MentionFound]:
    """Mentions of a text by the words they span; the last where the same words stand twice."""
    doc = document(text, published)
    analysis = next(reader().engine.analyse([doc]))
    book = lexicon or reader().lexicon
    all_ = mentions.find(doc, analysis.tokens, analysis.sentences, analysis.names, book)
    return {text[m.span[0] : m.span[1]]: m for m in all_}


def bound(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    """(words, name of the fullest mention or None) of each mention, in order of the text."""
    records = [r for r in reader().read(document(text, published)) if isinstance(r, Mention)]
    names = {r.id: r.name for r in records}
    return [(text[r.span[0] : r.span[1]], names[r.refers_to] if r.refers_to else None) for r in records]


def speakers(text: str, published: str | None = None) -> list[str | None]:
    """Name of the speaker of each statement that has a source, in order of the text."""
    records = reader().read(document(text, published))
    names = {r.id: r.name for r in records if isinstance(r, Mention)}
    return [names[r.speaker] if r.speaker else None for r in records if isinstance(r, Statement) and r.source]
