"""Who speaks about whom: pairs of a speaker and an actor that its statements name, with how often and in how many documents."""

from collections.abc import Iterator

from sayso.ask.actors import KINDS
from sayso.errors import UsageError
from sayso.ledger import View
from sayso.ledger.talking import Talk, Talking, talk


def ask(view: View, wanted: Talking | None = None) -> Iterator[Talk]:
    """Pairs, those with most statements first. Raises: UsageError for a kind of speaker that is none."""
    asked = wanted or Talking()
    if asked.kind is not None and asked.kind not in KINDS:
        raise UsageError(f"no such kind: {asked.kind!r}; it is one of {', '.join(KINDS)}")
    yield from talk(view, asked)
