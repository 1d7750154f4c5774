"""Two articles made by hand that share a quotation, and the links between them."""

from pathlib import Path

from sayso.ledger import Ledger
from sayso.model import Document
from sayso.model.links import End, Link, link
from tests.ledger.made import document, span

WORDS = "the quay will be dry by noon on Friday"
FIRST = document(f"“{WORDS},” said the mayor of Ossel.", outlet="Ossel Gazette", origin="first.txt")
SECOND = document(f"The mayor of Ossel said that “{WORDS}”.", outlet="Lower Post", origin="second.txt")
THIRD = document("Nothing of that stands here.", outlet="Third Sheet", origin="third.txt")


def end(doc: Document) -> End:
    return End(record=doc.id, doc=doc.id, spans=(span(doc, WORDS),), differs=(span(doc, "mayor"),))


def quoted(by: str = "quotes/1", score: float = 0.9) -> Link:
    return link("quote", end(FIRST), end(SECOND), reason=f"the same words: {WORDS}", score=score, by=by)


def conflict(by: str = "conflicts/1") -> Link:
    return link("conflicts", end(FIRST), end(SECOND), reason="other mayors", score=0.7, by=by, sort="attribution")


def filled(path: Path) -> Path:
    """A ledger with the three articles and no links."""
    with Ledger(path) as ledger:
        for doc in (FIRST, SECOND, THIRD):
            ledger.write(doc, ())
    return path
