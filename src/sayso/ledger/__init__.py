"""One SQLite file: the schema, the one writer, the read-only View. The only database code."""

from sayso.ledger.checking import Flaw
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import DocumentRow, Hit, Said, Tombstone, Written
from sayso.ledger.view import View

__all__ = ["DocumentRow", "Flaw", "Hit", "Ledger", "Said", "Tombstone", "View", "Written"]
