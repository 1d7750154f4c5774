"""How doubtful each record is and what hangs on it, as the table `doubt` holds them: made from records, so they can be made again."""

from collections.abc import Iterator, Sequence

import apsw
import msgspec

from sayso.ledger import reading
from sayso.model import Echo, Event, Forecast, Record, Statement

ADD_DOUBT = (
    "INSERT INTO doubt(key, id, doc, hangs, weight) SELECT key, ?2, ?1, ?3, ?4 FROM record"
    " WHERE doc = ?1 AND id = ?2 AND retired IS NULL"
)
UNWEIGHED = "SELECT NOT EXISTS (SELECT 1 FROM doubt)"
READ = """
    SELECT document.key, document.id FROM document WHERE document.key IN
    (SELECT doc FROM record WHERE type IN ('statement', 'event', 'forecast') AND retired IS NULL) ORDER BY document.key
"""


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A record's row: how many records hang on it, and doubt (1 - score) times one more than these."""

    id: str
    hangs: int
    weight: float


def doubts(records: Sequence[Record]) -> Iterator[Doubt]:
    """A row for each statement, event and forecast among the records of one document."""
    hanging = hangs(records)
    for record in records:
        if isinstance(record, Statement | Event | Forecast):
            on_it = hanging.get(record.id, 0)
            yield Doubt(id=record.id, hangs=on_it, weight=round((1 - record.score) * (1 + on_it), 3))


def hangs(records: Sequence[Record]) -> dict[str, int]:
    """How many records stand within each, at any depth, or name it (a forecast its event, an echo its two ends)."""
    around = {record.id: record.within for record in records if isinstance(record, Statement)}
    found: dict[str, int] = {}
    for record in records:
        named = [*outward(record.within, around)] if isinstance(record, Statement | Event | Forecast) else []
        named += [record.event] if isinstance(record, Forecast) and record.event else []
        named += [record.a, record.b] if isinstance(record, Echo) else []
        for id in named:
            found[id] = found.get(id, 0) + 1
    return found


def outward(within: str | None, around: dict[str, str | None]) -> Iterator[str]:
    """The statements around a place, innermost first; a ring is gone round once."""
    seen: dict[str, None] = {}
    while within is not None and within not in seen:
        seen[within] = None
        within = around.get(within)
    yield from seen


def drop_doubts(connection: apsw.Connection, key: int) -> None:
    """Nothing; the document's rows are gone."""
    connection.execute("DELETE FROM doubt WHERE doc = ?", (key,))


def set_doubts(connection: apsw.Connection, key: int, records: Sequence[Record]) -> None:
    """Nothing; the live records of a document are weighed as `records` have them."""
    drop_doubts(connection, key)
    connection.executemany(ADD_DOUBT, [(key, row.id, row.hangs, row.weight) for row in doubts(records)])


def fill(connection: apsw.Connection) -> int:
    """How many documents got rows where there were none yet, as in a ledger that an older sayso wrote; all of them or none."""
    if not connection.execute(UNWEIGHED).get:
        return 0
    with connection:
        read = connection.execute(READ).fetchall()
        for key, id in read:
            set_doubts(connection, int(str(key)), list(reading.records(connection, str(id))))
    return len(read)
