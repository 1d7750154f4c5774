"""One actor: the names and roles it goes by, with dates; what it says, does, undergoes and foretells; what is said about it."""

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from sayso.ask import did, foretold, said
from sayso.ask.answer import Answer, Texts
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.actors import actors_of, documents_of
from sayso.ledger.claims import folded
from sayso.ledger.did import Sought
from sayso.ledger.foretold import Sought as Claims
from sayso.ledger.identities import alike
from sayso.lexicon.words import key
from sayso.link.actors import actors, spelt
from sayso.link.lookalikes import flags
from sayso.link.sides import Side
from sayso.model import Span

PARTS = ("named", "said", "did", "undergone", "foretold", "about")
MOST = 20
"""Rows of a part, if not asked for otherwise."""

LOOKED = 60
"""Documents, the latest, in which names and roles are looked for."""

ANY_DAY = "9999-12-31"


class Known(Answer, frozen=True, kw_only=True):
    """Something known of an actor; `part` is named, said, did, undergone, foretold or about, `what` says it in words.

    Of a naming `since` and `until` are the days of the first and last document that has it, `documents` how many there are, `flags` what is
    odd about its letters; of all else `id` is the record and `who` whose word it stands on.
    """

    name: str
    part: str
    what: str
    who: str
    id: str | None
    since: str | None
    until: str | None
    documents: int
    flags: tuple[str, ...]
    outlet: str | None
    title: str | None


class Naming(msgspec.Struct):
    """A wording of an actor's name or role while it is counted."""

    doc: str
    span: Span
    words: str
    outlet: str | None
    title: str | None
    days: list[str]
    documents: int = 0


def ask(view: View, name: str, *, part: str | None = None, limit: int | None = MOST) -> Iterator[Known]:
    """What is known of an actor, at most `limit` rows of each part, names that people say are one actor's together.

    Raises: UsageError where nobody is called so, or for a part that is none.
    """
    if part is not None and part not in PARTS:
        raise UsageError(f"no such part: {part!r}; it is one of {', '.join(PARTS)}")
    names = alike(view, called(view, name))
    texts = Texts(view)
    for one in PARTS if part is None else (part,):
        for row in islice(rows(view, names, one), limit):
            yield texts.verified(row)


def rows(view: View, names: Sequence[str], part: str) -> Iterator[Known]:
    """All rows of a part."""
    match part:
        case "named":
            yield from namings(view, names)
        case "said":
            yield from sayings(view, names, by=names[0])
        case "about":
            yield from sayings(view, names, about=names[0])
        case "foretold":
            yield from foretellings(view, names)
        case _:
            yield from deeds(view, names, part)


def called(view: View, name: str) -> str:
    """The actor's name as the ledger has it: the same whatever its case, else that of the one with most parts whose name has these words."""
    found = list(actors_of(view, named_as=name, limit=MOST))
    if not found:
        raise UsageError(f"nobody is called {name!r}; sayso ask actors lists them")
    return next((one.name for one in found if folded(one.name) == folded(name)), found[0].name)


def namings(view: View, names: Sequence[str]) -> list[Known]:
    """The wordings by which the actor is named in the latest documents that have it, those of most documents first."""
    keys = {folded(name) for name in names}
    found: dict[str, Naming] = {}
    for doc in documents_of(view, names, LOOKED):
        document = view.document(doc)
        if document is None:
            continue
        side, seen = Side(document, view.records(doc)), set()
        for actor in actors(side):
            if folded(actor.full.name) in keys:
                for span in actor.namings:
                    words = " ".join(side.text[slice(*span)].split())
                    wording = spelt(key(words)) + (words if flags(words) else "")
                    naming = found.setdefault(wording, Naming(doc, span, words, document.outlet, document.title, []))
                    naming.documents += wording not in seen
                    naming.days += [document.published[:10]] if document.published else []
                    seen.add(wording)
    ordered = sorted(found.values(), key=lambda one: (-one.documents, one.words))
    return [naming_row(names[0], one, view.document(one.doc)) for one in ordered]


def naming_row(name: str, one: Naming, document: object) -> Known:
    """The row of a wording."""
    text = getattr(document, "text", "")
    return Known(
        doc=one.doc, spans=(one.span,), quote=text[slice(*one.span)], name=name, part="named", what=one.words, who="", id=None,
        since=min(one.days, default=None), until=max(one.days, default=None), documents=one.documents, flags=flags(one.words),
        outlet=one.outlet, title=one.title,
    )  # fmt: skip


def sayings(view: View, names: Sequence[str], *, by: str | None = None, about: str | None = None) -> Iterator[Known]:
    """Statements by the actor, or about it."""
    for row in said.ask(view, by=by, about=about, exactly=True):
        part = "said" if by else "about"
        yield one_row(names[0], part, row, f"{row.cue} ({row.act})" if row.cue else row.act, row.speaker, row.published)


def deeds(view: View, names: Sequence[str], part: str) -> Iterator[Known]:
    """Events in which the actor acts, or those that it undergoes."""
    keys, met = {folded(name) for name in names}, set()
    for name in names:
        for row in did.ask(view, Sought(who=name) if part == "did" else Sought(to=name)):
            sides = row.actors if part == "did" else row.recipients
            if row.id not in met and any(folded(party.name) in keys for party in sides):
                met.add(row.id)
                others = ", ".join(party.name for party in (row.recipients if part == "did" else row.actors))
                what = f"{row.type}, {row.reality}" + (f" ({'to' if part == 'did' else 'by'} {others})" if others else "")
                yield one_row(names[0], part, row, what, row.voice, row.day or row.published)


def foretellings(view: View, names: Sequence[str]) -> Iterator[Known]:
    """What the actor foretells, threatens, promises, plans or demands."""
    keys, met = {folded(name) for name in names}, set()
    for name in names:
        for row in foretold.ask(view, ANY_DAY, Claims(by=name), order="date"):
            if row.id not in met and folded(row.speaker) in keys:
                met.add(row.id)
                yield one_row(
                    names[0],
                    "foretold",
                    row,
                    row.kind + (f", if {row.condition}" if row.condition else ""),
                    row.speaker,
                    row.published,
                )


def one_row(
    name: str, part: str, row: said.Saying | did.Doing | foretold.Foretelling, what: str, who: str, day: str | None
) -> Known:
    """The row of a record."""
    return Known(
        doc=row.doc, spans=row.spans, quote=row.quote, name=name, part=part, what=what, who=who, id=row.id, since=day, until=day,
        documents=1, flags=(), outlet=row.outlet, title=row.title,
    )  # fmt: skip
