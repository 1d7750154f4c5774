"""Views at hand: each request has one to itself, and opening a ledger is paid once for each that is in use at a time."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import SaysoError
from sayso.ledger import View


class Views:
    """Open views of one ledger, idle ones kept."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger
        self.idle: deque[View] = deque()

    @contextmanager
    def one(self) -> Iterator[View]:
        """A view nobody else has; after an error it is closed and not used again."""
        view = self.taken()
        try:
            yield view
        except SaysoError:
            view.close()
            raise
        else:
            self.idle.append(view)

    def taken(self) -> View:
        """An idle view, or a new one."""
        try:
            return self.idle.pop()
        except IndexError:
            return View(self.ledger)

    def close(self) -> None:
        """Nothing; idle views are closed."""
        while self.idle:
            self.idle.pop().close()
