"""The sample articles with the forecasts that their ledger is shown by: those that are read, and these where none are."""

from collections.abc import Iterator
from pathlib import Path

from sayso import samples
from sayso.intake import Given, open_path
from sayso.ledger import Ledger
from sayso.model import Document, Forecast, Record, Span, Statement, record_id
from sayso.model.span import covers
from sayso.run import Reader

PROMISED = (
    "wire",
    "the locks would reopen by March 1, once engineers had mended the lower gate",
    "would",
    "promise",
    None,
    "2024-03-01",
)
THREATENED = (
    "threat", "no barge will pass Dol Maret, loaded or empty, Tarveshi or Iskerian", "will pass", "threat",
    "If the gate is still shut on March 1", None,
)  # fmt: skip
PREDICTED = ("wire", "bread would cost twice as much by the end of March", "would", "prediction", None, "2024-03-31")
OPENED = "First barges pass Sarnhalt as locks reopen on the promised day"
CALLED_OFF = "The River Guard, which had threatened to sink boats"


def place(text: str, words: str, within: Span | None = None) -> Span:
    """Where words stand."""
    start = text.index(words, within[0] if within else 0)
    return start, start + len(words)


def forecast(doc: Document, records: tuple[Record, ...], made: tuple[str, str, str, str, str | None, str | None]) -> Forecast:
    """A forecast in the innermost statement around its words."""
    _, words, kernel, kind, condition, latest = made
    span = place(doc.text, words)
    at = place(doc.text, kernel, span)
    around = [r for r in records if isinstance(r, Statement) and any(covers(piece, at) for piece in r.content)]
    inner = min(around, key=lambda one: sum(end - start for start, end in one.content))
    return Forecast(
        id=record_id(doc.id, "forecast", at), doc=doc.id, anchor=(span,), kernel=at, score=0.9, by="hand/1", kind=kind,
        proposition=(span,), condition=(place(doc.text, condition),) if condition else None,
        condition_from="quotation" if condition else None, wording=(at,), latest=latest, within=inner.id,
    )  # fmt: skip


def articles(reader: Reader) -> Iterator[tuple[Document, tuple[Record, ...]]]:
    """The sample articles with their records, forecasts by hand where the reading has none on the same words."""
    for name in samples.names():
        for doc in open_path(samples.path() / f"{name}.jsonl", Given()):
            assert isinstance(doc, Document)
            records = reader.read(doc)
            mine = [forecast(doc, records, made) for made in (PROMISED, THREATENED, PREDICTED) if made[0] == name]
            read = [one.kernel for one in records if isinstance(one, Forecast)]
            yield doc, (*records, *(one for one in mine if not any(covers(one.proposition[0], kernel) for kernel in read)))


def filled(path: Path) -> Path:
    """A ledger of them."""
    reader = Reader.load()
    with Ledger(path) as ledger:
        for doc, records in articles(reader):
            ledger.write(doc, records, reader="samples")
    return path
