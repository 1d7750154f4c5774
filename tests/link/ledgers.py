"""A linked ledger of invented articles: a quotation credited to two people, an agency's text and its copies."""

from pathlib import Path

from sayso.ledger import Ledger
from sayso.linking import Linking
from tests.link.made import LEXICON, Side, side
from tests.link.test_copies import STORY

WORDS = "the northern gate will not hold another winter"


def said(who: str, outlet: str, **facts: object) -> Side:
    """An article with one quotation."""
    return side(f"“{WORDS},” {who} said on Monday.", (who, "said", f"“{WORDS},”", who), outlet=outlet, **facts)


def dated(text: str, outlet: str, published: str | None = None) -> Side:
    """An article without statements."""
    return side(text, outlet=outlet, published=published, published_from="given" if published else None)


FIRST, SECOND = said("Ilse Marrow", "Ossel Gazette", published="2031-04-07"), said("Anton Brisk", "Lower Post")
WIRE = dated(STORY, "Reuters", "2031-04-08")
COPY = dated("OSSEL (Reuters) - " + STORY + "Boats wait.", "Lower Post", "2031-04-07")
LATER = dated(STORY, "Harl Sheet", "2031-04-09")


def linked(path: Path, *sides: Side) -> Path:
    """A ledger with these articles, or all of them, linked."""
    with Ledger(path) as ledger:
        for each in sides or (FIRST, SECOND, WIRE, COPY, LATER):
            ledger.write(each.document, each.records)
        Linking(ledger, LEXICON).run()
    return path
