"""What can go wrong, as a tree. One root, a child for each thing a caller can do about it.

    SaysoError
      InputError     the input can't be read: mend or skip the file
      UsageError     the call is wrong: mend the call
      LedgerError    the ledger can't be used: check, restore or upgrade it
        LedgerBusy     another writer holds it: wait and try again
        NotThere       it holds nothing of that id: look the id up
      ModelError     weights or lexicon are missing or altered: install again
      BrokenRecord   a record breaks an invariant: a fault of ours, report it

Every message carries the value and the place: `a.txt: not UTF-8 at byte 17`.
"""


class SaysoError(Exception):
    """The root: `except SaysoError` catches what sayso raises on purpose."""


class InputError(SaysoError):
    """An input that can't be read. `next` says in one line what to do; `more` are further faults of the same input, a line each."""

    def __init__(self, message: str, next: str = "", more: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.next, self.more = next, more


class UsageError(SaysoError):
    """A call with options that don't go together or values out of range."""


class LedgerError(SaysoError):
    """A ledger that can't be opened, read or written."""


class LedgerBusy(LedgerError):
    """Another process is writing to this ledger."""


class NotThere(LedgerError):
    """An id of which the ledger holds nothing."""


class ModelError(SaysoError):
    """Weights or data files that are missing or whose hash differs."""


class BrokenRecord(SaysoError):
    """A record whose spans or references don't hold; never swallowed."""
