"""Who takes part: actors by name, with how often each speaks, acts and undergoes something."""

from collections.abc import Iterator

from sayso.ask.answer import Answer, Texts
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.actors import MOST_PARTS, Actor, actors_of

PARTS = tuple(MOST_PARTS)
KINDS = ("person", "organization", "state", "group", "place", "role")


class Taking(Answer, frozen=True, kw_only=True):
    """An actor: `quote` is its fullest mention in the latest document it takes part in.

    Actors go by name: one of two names is two here, unless people say that the names are one actor's, and two of one name are one.
    """

    name: str
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    documents: int
    speaks: int
    acts: int
    undergoes: int


def ask(
    view: View,
    *,
    name: str | None = None,
    country: str | None = None,
    sector: str | None = None,
    kind: str | None = None,
    part: str | None = None,
    in_: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Taking]:
    """Actors, those that take most parts first; the options are those of `actors_of`.

    Raises: UsageError for a part or a kind that is none.
    """
    for option, value, known in (("part", part, PARTS), ("kind", kind, KINDS)):
        if value is not None and value not in known:
            raise UsageError(f"no such {option}: {value!r}; it is one of {', '.join(known)}")
    texts = Texts(view)
    codes = {"country": country and country.upper(), "sector": sector and sector.upper()}
    for actor in actors_of(view, named_as=name, kind=kind, part=part, in_=in_, limit=limit, offset=offset, **codes):
        yield texts.verified(taking(actor, texts.of(actor.doc)))


def taking(actor: Actor, text: str) -> Taking:
    """The answer that an actor of a ledger makes."""
    start, end = actor.span
    return Taking(
        doc=actor.doc, spans=(actor.span,), quote=text[start:end], name=actor.name, names=actor.names, kinds=actor.kinds, countries=actor.countries,
        sectors=actor.sectors, documents=actor.documents, speaks=actor.speaks, acts=actor.acts, undergoes=actor.undergoes,
    )  # fmt: skip
