"""A copy of a ledger, whole or not at all."""

import os
from pathlib import Path

import apsw

from sayso.errors import LedgerError
from sayso.ledger.opening import told

PAGES = 2000


def copied(connection: apsw.Connection, target: Path) -> int:
    """Bytes of the copy at `target`, which must not exist yet; it gets its name when it is whole and on the disk."""
    if target.exists():
        raise LedgerError(f"{target}: exists already; a backup overwrites nothing, choose another name")
    if not target.parent.is_dir():
        raise LedgerError(f"{target}: its folder does not exist")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with told(part):
            fill(connection, part)
    except LedgerError:
        part.unlink(missing_ok=True)
        raise
    os.replace(part, target)
    return target.stat().st_size


def fill(connection: apsw.Connection, part: Path) -> None:
    """Nothing; the pages are copied, and the copy is one file without a log beside it."""
    copy = apsw.Connection(str(part))
    with copy.backup("main", connection, "main") as backup:
        while not backup.done:
            backup.step(PAGES)
    copy.pragma("journal_mode", "delete")
    copy.close()
