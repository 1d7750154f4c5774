"""Who said what: statements with the chain of names on whose word each stands."""

from collections.abc import Iterator, Sequence

from sayso.ask.answer import Answer, Texts
from sayso.ledger import Said, View
from sayso.ledger.claims import folded
from sayso.ledger.filters import Names, each
from sayso.ledger.identities import alike
from sayso.ledger.reviewed import judgements
from sayso.model import Spans
from sayso.model.span import quote


class Saying(Answer, frozen=True, kw_only=True):
    """A statement: `quote` is its content; `chain` goes from the outlet down to `speaker`; `source` and `cue` as written.

    `verdict` is what people decided of the record (accept, reject, correct), which all else here is as the reader has it.
    """

    id: str
    speaker: str
    chain: tuple[str, ...]
    source: str
    cue: str
    source_spans: Spans
    cue_spans: Spans
    form: str
    act: str
    source_kind: str
    about: tuple[str, ...]
    outlet: str | None
    published: str | None
    title: str | None
    score: float
    by: str
    verdict: str | None = None


def ask(
    view: View,
    *,
    by: str | None = None,
    in_: str | None = None,
    about: str | None = None,
    containing: str | None = None,
    since: str | None = None,
    until: str | None = None,
    form: str | None = None,
    act: str | None = None,
    exactly: bool = False,
) -> Iterator[Saying]:
    """Statements in order of date and place in the text; the options are those of `View.statements`.

    Where `exactly`, `by` and `about` are whole names, or names that people say are the same actor's, and not words of a name.
    """
    texts, judged = Texts(view), judgements(view)
    speakers, named = (alike(view, name) if exactly and name else name for name in (by, about))
    found = view.statements(
        by=speakers, in_=in_, about=named, containing=containing, since=since, until=until, form=form, act=act
    )
    for said in found:
        if not exactly or (is_one_of((said.speaker,), speakers) and is_one_of(said.about, named)):
            yield texts.verified(saying(said, texts.of(said.document.id), judged.get(said.statement.id)))


def is_one_of(names: Sequence[str], wanted: Names) -> bool:
    """Whether one of the names is one of those that are wanted, whatever its case and accents; any will do where none is."""
    keys = {folded(name) for name in each(wanted)}
    return not keys or any(folded(name) in keys for name in names)


def saying(said: Said, text: str, verdict: str | None = None) -> Saying:
    """The answer that a statement of a ledger makes; its quotation is the words that were stored with it."""
    statement, document = said.statement, said.document
    return Saying(
        doc=document.id,
        spans=statement.content,
        quote=said.content,
        id=statement.id,
        speaker=said.speaker,
        chain=said.chain,
        source=quote(text, statement.source),
        cue=quote(text, statement.cue),
        source_spans=statement.source,
        cue_spans=statement.cue,
        form=statement.form,
        act=statement.act,
        source_kind=statement.source_kind,
        about=said.about,
        outlet=document.outlet,
        published=document.published,
        title=document.title,
        score=statement.score,
        by=statement.by,
        verdict=verdict,
    )
