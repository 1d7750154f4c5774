"""Claims as a View answers them: each with its words, its document, when it falls due and how its questions stand."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from sayso.ledger import claims, filters, opening, query, reading
from sayso.ledger.deeds import Party
from sayso.ledger.did import SIDES
from sayso.ledger.filters import Where
from sayso.ledger.view import View
from sayso.model import Document, Forecast, Record, Spans
from sayso.model.span import quote

STATES = ("due", "open", "settled")
REVIEWED_AFTER = "+182 days"
"""When a claim without a date is looked at again: half a year after it was printed, a date that is ours."""

ASKED = """
    WITH asked AS (
      SELECT question.claim AS claim, count(*) AS questions, count(resolution.key) AS answered,
             min(CASE WHEN resolution.key IS NULL THEN question.due END) AS due, min(question.key) AS first
      FROM question LEFT JOIN resolution ON resolution.question = question.key AND resolution.retired IS NULL
      GROUP BY question.claim
    ),
    standing AS (
      SELECT claim.key AS key, coalesce(asked.questions, 0) AS questions, stands.answer AS answer,
             CASE WHEN asked.questions = asked.answered THEN NULL
                  ELSE coalesce(asked.due, reminder.due, claim.due, date(substr(facts.published, 1, 10), ?)) END AS due,
             CASE WHEN asked.questions IS NOT NULL THEN 'question' WHEN reminder.due IS NOT NULL THEN 'reminder'
                  WHEN claim.due IS NOT NULL THEN 'theirs' ELSE 'ours' END AS due_from,
             coalesce(asked.questions = asked.answered, 0) AS settled
      FROM claim JOIN facts ON facts.doc = claim.doc AND facts.retired IS NULL
      LEFT JOIN asked ON asked.claim = claim.id
      LEFT JOIN reminder ON reminder.claim = claim.id AND reminder.retired IS NULL
      LEFT JOIN resolution AS stands ON stands.question = asked.first AND stands.retired IS NULL
    ),
    stated AS (
      SELECT *, CASE WHEN settled THEN 'settled' WHEN due <= ? THEN 'due' ELSE 'open' END AS state FROM standing
    )
"""
CLAIM = """
    SELECT claim.id, document.id, facts.outlet, facts.published, facts.title, claim.kind, claim.speaker, claim.own, claim.chain,
           claim.proposition, claim.condition, claim.condition_from, claim.wording, claim.low, claim.high, claim.phrase,
           claim.survey, claim.earliest, claim.latest, stated.due, stated.due_from, stated.state, stated.questions, stated.answer,
           deed.type, deed.actors, deed.recipients, deed.words, json_extract(foreseen.body, '$.anchor'), record.body
"""
TABLES = """
    stated JOIN claim ON claim.key = stated.key JOIN document ON document.key = claim.doc
    JOIN facts ON facts.doc = document.key AND facts.retired IS NULL
"""
WORDS = """
    JOIN record ON record.key = claim.key
    LEFT JOIN deed ON deed.id = json_extract(record.body, '$.event') LEFT JOIN record AS foreseen ON foreseen.key = deed.key
"""
# Rows are picked by their keys first and fetched with their words then: sorting all words is what would take time.
PICKED = "(SELECT stated.* FROM"
BY_DATE = "ORDER BY facts.published IS NULL, facts.published, claim.id"
BY_DUE = "ORDER BY stated.due IS NULL, stated.due, claim.id"
LATEST_DUE = "ORDER BY stated.due DESC, claim.id"
ORDERS = {"date": BY_DATE, "due": BY_DUE, "latest due": LATEST_DUE}
COUNTED = "SELECT stated.state, claim.kind, claim.speaker, count(*)"
LATER = """
    SELECT document.id FROM words JOIN document ON document.key = words.rowid
    JOIN facts ON facts.doc = document.key AND facts.retired IS NULL
    WHERE words MATCH ? AND facts.published > ? AND document.id <> ? ORDER BY words.rank, document.id LIMIT ?
"""
ANCHOR = msgspec.json.Decoder(Spans)
RETIRED = "SELECT body FROM record WHERE id = ? AND type = 'forecast' ORDER BY key DESC LIMIT 1"


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast in words with what is kept beside it.

    `due` is the day it is looked at again, by a question, a reminder, their own words (theirs) or half a
    year after printing (ours); None once settled.
    `answer` is how the first question that was opened on it came out. The `event` it foretells has its PLOVER type, sides and words.
    """

    id: str
    doc: str
    outlet: str | None
    published: str | None
    title: str | None
    kind: str
    speaker: str
    own: bool
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
    due_from: str
    state: str
    questions: int
    answer: str | None
    event_type: str | None
    event_actors: tuple[Party, ...]
    event_recipients: tuple[Party, ...]
    event_words: str | None
    event_spans: Spans
    forecast: Forecast


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What claims are asked for: state, kind, words of the speaker's name, outlet or document, dates of printing.

    `day` is the year, month or day by which it is to come, by their own words.
    """

    state: str | None = None
    kind: str | None = None
    by: str | None = None
    in_: str | None = None
    since: str | None = None
    until: str | None = None
    day: str | None = None
    id: str | None = None


def claims_of(
    view: View, today: str, sought: Sought | None = None, *, order: str = "due", limit: int | None = None, offset: int = 0
) -> Iterator[Claim]:
    """Claims as they stand on the day `today`; `order` is due, date or latest due."""
    with opening.told(view.path):
        where = conditions(view, sought or Sought())
        by = ORDERS[order]
        picked = (PICKED, TABLES, where.sql(), by, "LIMIT ? OFFSET ?) AS")
        sql = " ".join((ASKED, CLAIM, "FROM", *picked, TABLES, WORDS, by))
        limits = (-1 if limit is None else limit, offset)
        for row in view.connection.execute(sql, (REVIEWED_AFTER, today, *where.values, *limits)):
            yield claim_of(row)


def counted(view: View, today: str, sought: Sought | None = None) -> list[tuple[str, str, str, int]]:
    """How many claims there are by state, kind and speaker."""
    with opening.told(view.path):
        where = conditions(view, sought or Sought())
        sql = " ".join((ASKED, COUNTED, "FROM", TABLES, where.sql(), "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"))
        return [tuple(row) for row in view.connection.execute(sql, (REVIEWED_AFTER, today, *where.values))]


def conditions(view: View, sought: Sought) -> Where:
    """The conditions that what is sought comes to."""
    where = Where()
    for piece, value in (("stated.state = ?", sought.state), ("claim.kind = ?", sought.kind), ("claim.id = ?", sought.id)):
        if value is not None:
            where.add(piece, value)
    if sought.day is not None:
        filters.checked_day(sought.day)
        where.add("substr(claim.due, 1, ?) = ?", len(sought.day), sought.day)
    named(where, sought.by or "")
    filters.standing_in(where, view.connection, sought.in_)
    filters.dated(where, sought.since, sought.until)
    return where


def named(where: Where, by: str) -> None:
    """Nothing; claims of speakers whose name has words that begin as the words of `by`."""
    for word in claims.folded(by).split():
        where.add("instr(claim.folded, ?)", f" {word}")


def claim_of(row: tuple[Any, ...]) -> Claim:
    """A Claim of the columns that CLAIM names."""
    values = dict(zip(Claim.__struct_fields__, row, strict=True))
    values |= {"own": bool(values["own"]), "chain": reading.NAMES.decode(values["chain"])}
    values |= {name: SIDES.decode(values[name] or "[]") for name in ("event_actors", "event_recipients")}
    values["event_spans"] = ANCHOR.decode(values["event_spans"] or "[]")
    return Claim(**(values | {"forecast": forecast_of(values["forecast"])}))


def forecast_of(body: str) -> Forecast:
    """The record of a forecast from its JSON."""
    return msgspec.json.decode(body, type=Forecast)


def lost(view: View, id: str) -> tuple[Forecast, str] | None:
    """The record and the words of a claim that no reading finds any more, None where there never was one of this id."""
    with opening.told(view.path):
        body = view.connection.execute(RETIRED, (id,)).get
        if body is None:
            return None
        record = forecast_of(str(body))
        document = reading.document(view.connection, record.doc)
        return (record, quote(document.text, record.proposition)) if document else None


def later(view: View, beginnings: Sequence[str], after: str, doc: str, most: int) -> list[tuple[Document, tuple[Record, ...]]]:
    """Documents published after a date with words that begin so, those with most and rarest first, each with its records."""
    terms = [term for term in (query.quoted(f"{beginning}*", True) for beginning in beginnings) if term]
    if not terms:
        return []
    with opening.told(view.path):
        expression = " OR ".join(terms)
        ids = [str(id) for (id,) in view.connection.execute(LATER, (expression, after, doc, most)).fetchall()]
        found = ((id, reading.document(view.connection, id)) for id in ids)
        return [(one, tuple(reading.records(view.connection, id))) for id, one in found if one]


def frequencies(view: View, beginnings: Sequence[str]) -> tuple[int, dict[str, int]]:
    """How many documents there are, and in how many of them stands a word that begins so."""
    with opening.told(view.path):
        whole = int(view.connection.execute("SELECT count(*) FROM document").get)
        sql = "SELECT count(*) FROM words WHERE words MATCH ?"
        terms = {one: query.quoted(f"{one}*", True) for one in beginnings}
        return whole, {one: int(view.connection.execute(sql, (term,)).get) for one, term in terms.items() if term}
