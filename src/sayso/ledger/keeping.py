"""Kept: what was counted of a ledger, until it changes; over a large one counting takes longer than all the rest of a page."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

from sayso.ledger import opening
from sayso.ledger.view import View

STAMP = """
    SELECT (SELECT max(key) FROM reading), (SELECT max(key) FROM facts), (SELECT max(key) FROM verdict), (SELECT count(*) FROM tombstone),
           (SELECT count(*) FROM problem WHERE retired IS NULL)
"""
MOST = 32
"""Questions whose answers are kept."""

Question = TypeVar("Question", bound=Hashable)
Counted = TypeVar("Counted")


class Kept(Generic[Question, Counted]):
    """Answers of the last questions of one kind."""

    def __init__(self, count: Callable[[View, Question], Counted]) -> None:
        self.count = count
        self.last: tuple[tuple[Any, ...], OrderedDict[Question, Counted]] = ((), OrderedDict())
        self.counting = Lock()

    def of(self, view: View, question: Question) -> Counted:
        """The answer to a question as the ledger stands now."""
        with opening.told(view.path):
            stamp = tuple(view.connection.execute(STAMP).fetchall()[0])
        if stamp != self.last[0]:
            self.last = stamp, OrderedDict()
        kept = self.last[1]
        found = kept.get(question)
        if found is None:
            with self.counting:  # pages are made in several threads: who waits finds what another has counted
                found = kept.get(question)
                if found is None:
                    found = kept[question] = self.count(view, question)
                    while len(kept) > MOST:
                        kept.popitem(last=False)
        return found
