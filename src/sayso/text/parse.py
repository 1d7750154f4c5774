"""Parse: what one run over a document's text gives, in Universal Dependencies terms whatever engine made it.

Readers see this and nothing of the engine. Token positions are indices into `Parse.tokens`; spans are code points.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from sayso.model import Document, Span, Spans


class Token(msgspec.Struct, frozen=True):
    """A word or mark. `head` is the index of its head in `Parse.tokens` (its own index at a root); `dep` is a UD relation."""

    start: int
    end: int
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    sentence: int


class Name(msgspec.Struct, frozen=True):
    """A name as the engine found it: kind is person, organization, state, group, place or other."""

    span: Span
    kind: str
    score: float = 1.0


class Quote(msgspec.Struct, frozen=True):
    """A quotation: `span` with its marks, `inner` without, `depth` 0 for the outermost, `closed` False where no mark ends it."""

    span: Span
    inner: Span
    depth: int = 0
    closed: bool = True


class Argument(msgspec.Struct, frozen=True):
    """A dependent of a predicate: UD relation (with case for obliques, `obl:by`), whole span, head token."""

    role: str
    span: Span
    head: int


class Frame(msgspec.Struct, frozen=True):
    """A predicate with its arguments. `modality` is the span of the modal or hedge, `condition` that of an if-clause."""

    predicate: Span
    token: int
    lemma: str
    arguments: tuple[Argument, ...]
    passive: bool = False
    negated: bool = False
    modality: Span | None = None
    condition: Span | None = None


class Attribution(msgspec.Struct, frozen=True):
    """Cue, source and content as found; `parent` is the index in `Parse.attributions` of the one that reports it."""

    source: Spans
    cue: Spans
    content: Spans
    score: float = 1.0
    parent: int | None = None
    act: str = "say"
    core: bool = True
    by: str = "rules"


class MentionFound(msgspec.Struct, frozen=True):
    """A phrase that stands for an actor or a place: `span` with titles and appositions, `core` the name alone, `head` its head word.

    `gender` is m, f, n or None; `role` the title or role noun as written ("prime minister"); `possessive` marks his, her, their.
    """

    span: Span
    head: Span
    core: Span
    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    plural: bool = False
    role: str | None = None
    possessive: bool = False
    score: float = 1.0


class TimeExpression(msgspec.Struct, frozen=True):
    """TIMEX3 type and value, resolved against the document's date where that is known."""

    span: Span
    timex: str
    value: str | None = None
    relative: str | None = None
    score: float = 1.0


class WordRead(msgspec.Struct, frozen=True):
    """What an encoder makes of the word at `start`: chances that it foretells (none, then each kind), triggers (none, each type), and
    of each status of what it triggers.

    Kinds in the order of `lexicon.foretelling.KINDS`, PLOVER types by name, statuses CT+ CT- PR+ PR- PS+ PS- Uu.
    """

    start: int
    foretells: tuple[float, ...]
    events: tuple[float, ...]
    status: tuple[float, ...] = ()


class MainEvent(msgspec.Struct, frozen=True):
    """What an encoder takes for the main event of the sentence at `span`: who acts and on whom (empty: nobody named), chances of none and of
    each PLOVER type by name, and how much each word says of the type (where it begins, its share).
    """

    span: Span
    source: Spans
    target: Spans
    types: tuple[float, ...]
    says: tuple[tuple[int, float], ...]


class Foretold(msgspec.Struct, frozen=True):
    """A forecast as found: its kind, the word it hangs on, spans of proposition, wording and condition."""

    kind: str
    kernel: Span
    proposition: Spans
    wording: Spans
    condition: Spans
    score: float = 1.0


class Analysis(msgspec.Struct, frozen=True):
    """What an engine gives: tokens, sentences (token ranges), names; attributions, marks and main events where the engine reads them itself."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] | None = None
    marks: tuple[WordRead, ...] | None = None
    mains: tuple[MainEvent, ...] = ()


class Parse(msgspec.Struct, frozen=True, kw_only=True):
    """A document with all that `text` found in it."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    frames: tuple[Frame, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[MentionFound, ...] = ()
    marks: tuple[WordRead, ...] | None = None
    mains: tuple[MainEvent, ...] = ()
    forecasts: tuple[Foretold, ...] = ()


class Engine(Protocol):
    """Anything that cuts and analyses texts. `name` and version go into the records' provenance."""

    name: str

    def analyse(self, documents: Sequence[Document]) -> Iterator[Analysis]:
        """One Analysis a document, in order; furniture is left out of the sentences."""
        ...
