"""Forecasts in words, as the table `claim` holds them: made from records and text, so they can be made again."""

import calendar
import re
import unicodedata
from collections.abc import Iterator, Sequence

import apsw
import msgspec

from sayso.ledger import reading
from sayso.ledger.statements import Worded, worded
from sayso.model import Document, Forecast, Record
from sayso.model.span import quote

ADD_CLAIM = (
    "INSERT INTO claim(key, doc, id, kind, speaker, own, folded, chain, proposition, condition, condition_from, wording, low, high,"
    " phrase, survey, earliest, latest, due)"
    " SELECT key, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18 FROM record"
    " WHERE doc = ?1 AND id = ?2 AND retired IS NULL"
)
UNFILLED = "SELECT NOT EXISTS (SELECT 1 FROM claim) AND EXISTS (SELECT 1 FROM record WHERE type = 'forecast' AND retired IS NULL)"
FORETELLING = """
    SELECT key, id FROM document
    WHERE EXISTS (SELECT 1 FROM record WHERE record.doc = document.key AND type = 'forecast' AND retired IS NULL) ORDER BY key
"""
PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?")


class WordedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim's row: `speaker` is the outlet where the forecast is its `own`; `chain` runs from the outlet to the speaker."""

    id: str
    kind: str
    speaker: str
    own: bool
    folded: str
    chain: tuple[str, ...]
    proposition: str
    condition: str | None
    condition_from: str | None
    wording: str
    low: float | None
    high: float | None
    phrase: str | None
    survey: str | None
    earliest: str | None
    latest: str | None
    due: str | None


def drop_claims(connection: apsw.Connection, key: int) -> None:
    """Nothing; the document's claims are gone from the table."""
    connection.execute("DELETE FROM claim WHERE doc = ?", (key,))


def set_claims(connection: apsw.Connection, key: int, document: Document, records: Sequence[Record]) -> None:
    """Nothing; the live forecasts of a document stand in the table as `records` have them."""
    drop_claims(connection, key)
    connection.executemany(ADD_CLAIM, [columns(key, row) for row in worded_claims(document, records)])


def fill(connection: apsw.Connection) -> int:
    """How many documents got claims where there were none yet, as in a ledger that an older sayso wrote; all of them or none."""
    if not connection.execute(UNFILLED).get:
        return 0
    with connection:
        lacking = connection.execute(FORETELLING).fetchall()
        for key, id in lacking:
            if document := reading.document(connection, str(id)):
                set_claims(connection, int(str(key)), document, list(reading.records(connection, document.id)))
    return len(lacking)


def worded_claims(document: Document, records: Sequence[Record]) -> Iterator[WordedClaim]:
    """A row for each forecast among `records`, which are the records of one document."""
    said = {row.id: row for row in worded(document, records)}
    outlet = document.outlet or reading.OUTLET
    for record in records:
        if isinstance(record, Forecast):
            names = (outlet, *speakers(record.within, said))
            yield claim(document.text, record, names)


def claim(text: str, record: Forecast, chain: tuple[str, ...]) -> WordedClaim:
    """The row of one forecast; the last of the chain is its speaker."""
    likely = record.likelihood
    return WordedClaim(
        id=record.id,
        kind=record.kind,
        speaker=chain[-1],
        own=len(chain) == 1,
        folded=folded(chain[-1]),
        chain=chain,
        proposition=quote(text, record.proposition),
        condition=quote(text, record.condition) if record.condition else None,
        condition_from=record.condition_from,
        wording=quote(text, record.wording),
        low=likely.low if likely else None,
        high=likely.high if likely else None,
        phrase=likely.phrase if likely else None,
        survey=likely.source if likely else None,
        earliest=record.earliest,
        latest=record.latest,
        due=last_day(record.latest),
    )


def columns(key: int, row: WordedClaim) -> tuple[str | float | None, ...]:
    """The columns of a claim's row, in the order of ADD_CLAIM."""
    chain = msgspec.json.encode(row.chain).decode()
    who = (row.speaker, int(row.own), row.folded, chain)
    what = (row.proposition, row.condition, row.condition_from, row.wording)
    return (key, row.id, row.kind, *who, *what, row.low, row.high, row.phrase, row.survey, row.earliest, row.latest, row.due)


def speakers(within: str | None, said: dict[str, Worded]) -> tuple[str, ...]:
    """The speakers of the statements around a forecast, outermost first."""
    names: dict[str, str] = {}
    while within is not None and within in said and within not in names:
        names[within], within = said[within].speaker, said[within].within
    return tuple(reversed(names.values()))


def folded(name: str) -> str:
    """A name as it is looked for: its words in lower case without accents, a blank before each.

    >>> folded("Vera O’Hára")
    ' vera o hara'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return "".join(f" {word}" for word in re.findall(r"\w+", plain))


def last_day(value: str | None) -> str | None:
    """The last day of a year, month or day; None for anything else.

    >>> last_day("2031-02"), last_day("2031"), last_day("2031-04-09T10:00"), last_day("spring")
    ('2031-02-28', '2031-12-31', '2031-04-09', None)
    """
    found = PERIOD.fullmatch(value or "")
    if not found or (found[2] and not 1 <= int(found[2]) <= 12) or not int(found[1]):
        return None
    year, month = int(found[1]), int(found[2] or 12)
    end = calendar.monthrange(year, month)[1]
    last = int(found[3]) if found[3] else end
    return f"{year:04}-{month:02}-{last:02}" if 1 <= last <= end else None
