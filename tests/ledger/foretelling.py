"""Articles with forecasts, written by hand: a date that is kept, a likelihood, a condition, an outlet's own guess, a later report."""

from pathlib import Path

from sayso.ledger import Ledger
from sayso.model import Document, Event, Forecast, Likelihood, Plover, Record, record_id
from tests.ledger.made import document, mention, span, statement

EARLY = (
    "Quarry road to open\n\nThe Quarry road will open by April 30, minister Tova Lindqvar said on Monday. “Bread will probably cost "
    "twice as much,” the miller Anton Brisk said. If the bridge falls, Orla Venn warned, nobody may cross the Sill. "
    "A strike is likely.\n"
)
LATE = (
    "Quarry road opens\n\nThe Quarry road opened on April 29, a day before Tova Lindqvar had said it would. A loaf costs as much as "
    "ever. The bridge stands.\n"
)
SURVEY = "a survey of readers"


def forecast(doc: Document, kernel: str, proposition: str, **more: object) -> Forecast:
    at, words = span(doc, kernel), span(doc, proposition)
    fields: dict[str, object] = {"kind": "prediction", "wording": (at,), **more}
    return Forecast(
        id=record_id(doc.id, "forecast", at), doc=doc.id, anchor=(words,), kernel=at, score=0.8, by="hand/1", proposition=(words,),
        **fields,
    )  # type: ignore[arg-type]  # fmt: skip


def early(outlet: str = "Sill Courier", published: str | None = "2031-04-07") -> tuple[Document, tuple[Record, ...]]:
    """Four forecasts: of a minister with a date, of a miller with a range, of one who sets a condition, of the outlet."""
    doc = document(
        EARLY, outlet=outlet, origin=f"{outlet}.txt", published=published, published_from="given", title="Quarry road to open"
    )
    lindqvar = mention(doc, "minister Tova Lindqvar", "Tova Lindqvar")
    brisk = mention(doc, "the miller Anton Brisk", "Anton Brisk")
    venn = mention(doc, "Orla Venn", "Orla Venn")
    road = statement(doc, "minister Tova Lindqvar", "said", "The Quarry road will open by April 30", speaker=lindqvar.id)
    bread = statement(
        doc, "Anton Brisk", "Brisk said", "“Bread will probably cost twice as much,”", speaker=brisk.id, form="direct"
    )
    sill = statement(doc, "Orla Venn", "warned", "nobody may cross the Sill", speaker=venn.id)
    at = span(doc, "open by")
    opening = Event(
        id=record_id(doc.id, "event", at), doc=doc.id, anchor=(at,), kernel=at, score=0.7, by="hand/1", trigger=at,
        actors=(lindqvar.id,), plover=Plover("CONCEDE"), reality="foretold", within=road.id,
    )  # fmt: skip
    likely = Likelihood(low=0.6, high=0.8, phrase="probably", source=SURVEY)
    return doc, (
        lindqvar, brisk, venn, road, bread, sill, opening,
        forecast(
            doc, "will open", "The Quarry road will open by April 30", kind="promise", latest="2031-04-30", within=road.id,
            event=opening.id,
        ),
        forecast(doc, "will probably", "Bread will probably cost twice as much", likelihood=likely, within=bread.id),
        forecast(
            doc, "may cross", "nobody may cross the Sill", kind="warning", condition=(span(doc, "If the bridge falls"),),
            condition_from="quotation", within=sill.id,
        ),
        forecast(doc, "likely", "A strike is likely"),
    )  # fmt: skip


def late() -> tuple[Document, tuple[Record, ...]]:
    """The report of what came of them."""
    doc = document(LATE, outlet="Upper Sill News", origin="late.txt", published="2031-04-29", published_from="given")
    who = mention(doc, "Tova Lindqvar", "Tova Lindqvar")
    opened = span(doc, "opened")
    event = Event(
        id=record_id(doc.id, "event", opened), doc=doc.id, anchor=(opened,), kernel=opened, score=0.7, by="hand/1", trigger=opened,
        plover=Plover("CONCEDE"),
    )  # fmt: skip
    return doc, (who, event)


def claim(words: str, of: tuple[Document, tuple[Record, ...]] | None = None) -> str:
    """The id of the forecast whose proposition begins so."""
    doc, records = of or early()
    found = [r for r in records if isinstance(r, Forecast)]
    return next(r.id for r in found if doc.text[r.proposition[0][0] :].startswith(words))


def filled(path: Path) -> Path:
    """A ledger of both articles."""
    with Ledger(path) as ledger:
        ledger.write(*early(), reader="hand/1")
        ledger.write(*late(), reader="hand/1")
    return path
