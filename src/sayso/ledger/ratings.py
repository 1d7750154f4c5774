"""Ratings of sources and claims: written by a Ledger, read through a View."""

from sayso.errors import NotThere
from sayso.ledger import opening
from sayso.ledger.claims import folded
from sayso.ledger.ledger import Ledger
from sayso.ledger.ratingrows import RATING, rating_of
from sayso.ledger.verdicts import document_of
from sayso.ledger.view import View
from sayso.model.ratings import Rating, rated
from sayso.model.verdicts import Change

COUNT = "SELECT count(*) FROM rating WHERE scale = ? AND about = ?"
ADD = "INSERT INTO rating(id, about, doc, scale, rating, who, added, why, nth, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
SPEAKS = "SELECT EXISTS (SELECT 1 FROM facts WHERE outlet = ?1 AND retired IS NULL) OR EXISTS (SELECT 1 FROM statement WHERE speaker = ?1)"


def rate(ledger: Ledger, about: str, rating: str, *, who: str, why: str) -> Rating:
    """The rating that stands for this person: of a record (1 to 6), or of an outlet or a speaker by name (A to F).

    Raises: NotThere where the ledger knows no such record or source, UsageError for a rating that is none or without who and why.
    """
    now = ledger.now()
    claim = rating.isdigit()
    about = about if claim else " ".join(about.split())
    with opening.told(ledger.path), ledger.connection:
        doc = document_of(ledger.connection, about, Change()) if claim else None
        if not claim and not ledger.connection.execute(SPEAKS, (about,)).get:
            raise NotThere(
                f"{ledger.path}: no outlet and no speaker is called {about!r}; sayso ask documents and ask said give names"
            )
        scale = "credibility" if claim else "reliability"
        nth = int(str(ledger.connection.execute(COUNT, (scale, about)).get))
        made = rated(about=about, doc=doc, scale=scale, rating=rating, who=who, when=now, why=why, nth=nth)
        row = (made.id, made.about, doc, scale, rating, made.who, now, made.why, nth, made.sha256)
        ledger.connection.execute(ADD, row)
    return made


def ratings(view: View) -> tuple[Rating, ...]:
    """Every rating in the order they were made."""
    with opening.told(view.path):
        return tuple(rating_of(row) for row in view.connection.execute(RATING))


def key(about: str, scale: str) -> str:
    """What is rated as it is looked for: a record by its id, a source by its folded name."""
    return about if scale == "credibility" else folded(about).strip()
