"""An article with events, written by hand: one in the outlet's own voice, one claimed, one denied, one foretold, one that killed."""

from pathlib import Path

from sayso.ledger import Ledger
from sayso.model import Count, Document, Event, Mention, Plover, Record, Time, record_id
from tests.ledger.made import document, mention, span, statement

RAID = (
    "Raid on the Sill\n\nSoldiers of Orrin stormed the customs house in Vellin on Monday. Eleven clerks were killed, mayor Tova "
    "Lindqvar said. Orrin denied that its soldiers shelled the bridge. The Sill Republic will close the border.\n"
)


def event(doc: Document, trigger: str, kind: str, **more: object) -> Event:
    at = span(doc, trigger)
    return Event(
        id=record_id(doc.id, "event", at), doc=doc.id, anchor=(at,), kernel=at, score=0.8, by="hand/1", trigger=at,
        plover=Plover(kind), **more,
    )  # type: ignore[arg-type]  # fmt: skip


def actor(doc: Document, words: str, name: str, after: int = 0, **more: object) -> Mention:
    at = span(doc, words, after)
    return Mention(
        id=record_id(doc.id, "mention", at), doc=doc.id, anchor=(at,), kernel=at, score=0.9, by="hand/1", span=at, head=at, name=name,
        **more,
    )  # type: ignore[arg-type]  # fmt: skip


def raid(outlet: str = "Sill Courier", published: str | None = "2031-04-08") -> tuple[Document, tuple[Record, ...]]:
    """Four events with their sides, voices and places."""
    doc = document(
        RAID, outlet=outlet, origin=f"{outlet}.txt", published=published, published_from="given", title="Raid on the Sill"
    )
    soldiers = actor(doc, "Soldiers of Orrin", "Soldiers of Orrin", kind="group", country="ORR", sector="MIL")
    house = actor(doc, "the customs house", "the customs house", kind="organization", country="SIL", sector="GOV")
    place = actor(doc, "Vellin", "Vellin", kind="place", country="SIL")
    clerks = actor(doc, "Eleven clerks", "Eleven clerks", kind="group", country="SIL", sector="CVL")
    mayor = mention(doc, "mayor Tova Lindqvar", "Tova Lindqvar")
    orrin = actor(doc, "Orrin", "Orrin", doc.text.index("Orrin denied"), kind="state", country="ORR")
    theirs = actor(doc, "its soldiers", "its soldiers", kind="group", refers_to=soldiers.id)
    republic = actor(doc, "The Sill Republic", "The Sill Republic", kind="state", country="SIL")
    monday = span(doc, "Monday")
    when = Time(
        id=record_id(doc.id, "time", monday),
        doc=doc.id,
        anchor=(monday,),
        kernel=monday,
        score=1.0,
        by="hand/1",
        span=monday,
        timex="DATE",
        value="2031-04-07",
    )
    said = statement(doc, "mayor Tova Lindqvar", "said", "Eleven clerks were killed", speaker=mayor.id)
    denied = statement(doc, "Orrin", "denied", "that its soldiers shelled the bridge", act="deny", speaker=orrin.id)
    dead = Count(11, 11, span(doc, "Eleven"))
    return doc, (
        soldiers, house, place, clerks, mayor, orrin, theirs, republic, when, said, denied,
        event(doc, "stormed", "ASSAULT", actors=(soldiers.id,), recipients=(house.id,), where=place.id, when=when.id),
        event(doc, "killed", "ASSAULT", recipients=(clerks.id,), dead=dead, reality="claimed", within=said.id),
        event(doc, "shelled", "ASSAULT", actors=(theirs.id,), status="CT-", reality="denied", within=denied.id),
        event(doc, "close", "COERCE", actors=(republic.id,), status="PS+", reality="foretold"),
    )  # fmt: skip


def filled(path: Path) -> Path:
    """A ledger with the article, and with the same from an outlet without a date."""
    with Ledger(path) as ledger:
        ledger.write(*raid())
        ledger.write(*raid("Upper Sill News", None))
    return path
