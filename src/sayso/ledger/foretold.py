"""Claims as a View answers them: each with its words, its document, when it falls due and how its questions stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from sayso.ledger import claims, filters, opening, query, reading
from sayso.ledger.deeds import Party
from sayso.ledger.did import SIDES
from sayso.ledger.filters import Where
from sayso.ledger.identities import groups
from sayso.ledger.standing import ASKED, REVIEWED_AFTER
from sayso.ledger.view import View
from sayso.model import Document, Forecast, Record, Spans
from sayso.model.span import quote

STATES = ("due", "open", "settled", "rejected")
CLAIM = """
    SELECT claim.id, document.id, facts.outlet, facts.published, facts.title, claim.kind, claim.speaker, claim.own, claim.chain,
           claim.proposition, claim.condition, claim.condition_from, claim.wording, claim.low, claim.high, claim.phrase,
           claim.survey, claim.earliest, claim.latest, stated.due, stated.due_from, stated.state, stated.questions, stated.answer, stated.verdict,
           stated.printed,
           deed.type, deed.actors, deed.recipients, deed.words, json_extract(foreseen.body, '$.anchor'), record.body
"""
TABLES = """
    stated CROSS JOIN claim ON claim.key = stated.key CROSS JOIN document ON document.key = claim.doc
    CROSS JOIN facts ON facts.doc = document.key AND facts.retired IS NULL
"""
WORDS = """
    JOIN record ON record.key = claim.key
    LEFT JOIN deed ON deed.id = json_extract(record.body, '$.event') LEFT JOIN record AS foreseen ON foreseen.key = deed.key
"""
# Rows are picked by their keys first and fetched with their words then: sorting all words is what would take time.
PICKED = "SELECT stated.*, 1 AS printed FROM"
PICKED_ONCE = "SELECT stated.*, max(1, (SELECT count(*) FROM same WHERE same.one = stated.one)) AS printed FROM"
FIRST_OF_ALL = "stated.one = claim.id"
# Of claims that are the same the one that was printed first stands for all, of those that are like what is sought: the first of all
# where the printings can't differ in what is sought, which is told sooner.
ONCE = """
    SELECT * FROM (
      SELECT stated.*, count(*) OVER (PARTITION BY stated.one) AS printed,
             row_number() OVER (PARTITION BY stated.one ORDER BY facts.published IS NULL, facts.published, claim.id) AS nth FROM
"""
FIRST = ") WHERE nth = 1"
BY_DATE = "ORDER BY facts.published IS NULL, facts.published, claim.id"
BY_DUE = "ORDER BY stated.due IS NULL, stated.due, claim.id"
LATEST_DUE = "ORDER BY stated.due DESC, claim.id"
ORDERS = {"date": BY_DATE, "due": BY_DUE, "latest due": LATEST_DUE}
AMONG = "claim.folded IN (SELECT value FROM json_each(?))"
COUNTED = "SELECT stated.state, claim.kind, claim.speaker, count(*) FROM"
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
    `answer` is how the first question that was opened on it came out, `verdict` what people decided of the record itself; a rejected
    one is none. `printed` is how many times the proposition was printed, where it is counted once. The `event` it foretells has its PLOVER type, sides and words.
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
    verdict: str | None
    printed: int
    event_type: str | None
    event_actors: tuple[Party, ...]
    event_recipients: tuple[Party, ...]
    event_words: str | None
    event_spans: Spans
    forecast: Forecast


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """What claims are asked for: state, kind, words of the speaker's name, outlet or document, dates of printing.

    `day` is the year, month or day by which it is to come, by their own words. `same` has for each claim that stands for
    one speaker's same proposition as others the id of the first of them: these are given once, and share their questions.
    """

    state: str | None = None
    kind: str | None = None
    by: str | None = None
    in_: str | None = None
    since: str | None = None
    until: str | None = None
    day: str | None = None
    id: str | None = None
    same: Mapping[str, str] = {}


def claims_of(
    view: View, today: str, sought: Sought | None = None, *, order: str = "due", limit: int | None = None, offset: int = 0
) -> Iterator[Claim]:
    """Claims as they stand on the day `today`; `order` is due, date or latest due."""
    with opening.told(view.path):
        found, values = picked(view, today, sought or Sought())
        by = ORDERS[order]
        sql = " ".join(
            (ASKED, CLAIM, "FROM (SELECT stated.* FROM (", found, ") AS", TABLES, by, "LIMIT ? OFFSET ?) AS", TABLES, WORDS, by)
        )
        for row in view.connection.execute(sql, (*values, -1 if limit is None else limit, offset)):
            yield claim_of(row)


def counted(view: View, today: str, sought: Sought | None = None) -> list[tuple[str, str, str, int]]:
    """How many claims there are by state, kind and speaker."""
    with opening.told(view.path):
        found, values = picked(view, today, sought or Sought())
        sql = " ".join((ASKED, COUNTED, "(", found, ") AS", TABLES, "GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"))
        return [tuple(row) for row in view.connection.execute(sql, values)]


def picked(view: View, today: str, sought: Sought) -> tuple[str, tuple[str | int | None, ...]]:
    """SQL for the keys of what is sought with how each stands, and the values of it and of ASKED before it."""
    where = conditions(view, sought)
    values = (msgspec.json.encode(sought.same).decode(), sought.id, REVIEWED_AFTER, today, *where.values)
    if not sought.same:
        return " ".join((PICKED, TABLES, where.sql())), values
    if sought.kind or sought.id or sought.in_ or sought.since or sought.until:
        return " ".join((ONCE, TABLES, where.sql(), FIRST)), values
    where.add(FIRST_OF_ALL)
    return " ".join((PICKED_ONCE, TABLES, where.sql())), values


def conditions(view: View, sought: Sought) -> Where:
    """The conditions that what is sought comes to."""
    where = Where()
    for piece, value in (("stated.state = ?", sought.state), ("claim.kind = ?", sought.kind), ("claim.id = ?", sought.id)):
        if value is not None:
            where.add(piece, value)
    if sought.day is not None:
        filters.checked_day(sought.day)
        where.add("substr(claim.due, 1, ?) = ?", len(sought.day), sought.day)
    named(where, sought.by or "", view)
    filters.standing_in(where, view.connection, sought.in_)
    filters.dated(where, sought.since, sought.until)
    return where


def named(where: Where, by: str, view: View | None = None) -> None:
    """Nothing; claims of speakers whose name has words that begin as the words of `by`, or of one who people say is such a one."""
    words = [f" {word}" for word in claims.folded(by).split()]
    if not words:
        return
    joined = groups(view).items() if view else ()
    others = sorted({claims.folded(name) for key, names in joined if all(word in key for word in words) for name in names})
    pieces = ("(", " AND ".join("instr(claim.folded, ?)" for _ in words), "OR", AMONG, ")")
    where.add(" ".join(pieces), *words, msgspec.json.encode(others).decode())


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
