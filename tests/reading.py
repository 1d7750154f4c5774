"""What tests of reading share: the engine and the lexicon, loaded once, and attributions as plain words."""

import functools
from collections.abc import Iterator, Sequence

import msgspec

from sayso.bind import chains
from sayso.lexicon import Lexicon
from sayso.model import Document, Statement, document_id
from sayso.model.span import quote
from sayso.read import statements
from sayso.text.encoder_engine import engine as installed
from sayso.text.parse import Analysis, Parse
from sayso.text.parsing import parse


class Trees:
    """The installed engine without what the encoder says of statements, events and forecasts: the rules alone, over its trees."""

    name = "trees"

    def __init__(self) -> None:
        self.whole = installed()

    def analyse(self, documents: Sequence[Document]) -> Iterator[Analysis]:
        for analysis in self.whole.analyse(documents):
            yield msgspec.structs.replace(analysis, attributions=None, marks=None)


@functools.cache
def engine() -> Trees:
    return Trees()


@functools.cache
def lexicon() -> Lexicon:
    return Lexicon.load()


def document(text: str, **fields) -> Document:
    return Document(id=document_id(text), text=text, origin="test", sha256="", **fields)


def parsed(text: str, **fields) -> Parse:
    made = document(text, **fields)
    return parse(made, next(engine().analyse([made])), lexicon())


def statements_of(text: str, **fields) -> list[Statement]:
    """Statements of a text, chained, in the order of their cues."""
    found = parsed(text, **fields)
    return list(chains.bind(found, tuple(statements.read(found, lexicon())), lexicon()))


def said(text: str, **fields) -> list[tuple[str, str, str]]:
    """(source, cue, content) of every statement, as words."""
    return [(quote(text, s.source), quote(text, s.cue), quote(text, s.content)) for s in statements_of(text, **fields)]


def chain(text: str) -> dict[str, str | None]:
    """Cue of every statement with the cue of the one that reports it."""
    found = {s.id: s for s in statements_of(text)}
    return {quote(text, s.cue): quote(text, found[s.within].cue) if s.within else None for s in found.values()}
