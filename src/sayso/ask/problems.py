"""Which inputs were set aside, why, and what to do about each."""

from collections.abc import Iterator

from sayso.ask.answer import Answer
from sayso.ledger import View


class Aside(Answer, frozen=True, kw_only=True):
    """An input set aside: no document, no spans, no words."""

    origin: str
    why: str
    next: str


def ask(view: View) -> Iterator[Aside]:
    """Inputs set aside and not read since, by origin."""
    for problem in view.problems():
        yield Aside(doc=None, spans=(), quote="", origin=problem.origin, why=problem.why, next=problem.next)
