"""View: what a ledger answers, through a connection that can't write."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType

import msgspec

from sayso.ledger import filters, fulltext, opening, query, reading
from sayso.ledger.copying import copied
from sayso.ledger.filters import Names, Where, each
from sayso.ledger.rows import DocumentRow, Hit, Said
from sayso.model import Document, Problem, Record, Statement

LATEST = "ORDER BY facts.published IS NULL, facts.published DESC, document.id"
BY_DATE = "ORDER BY facts.published IS NULL, facts.published, document.id"
FEW, MANY = 32, 1024
"""Documents whose statements are read at first, and later, at a time."""
IN_ORDER = "ORDER BY facts.published IS NULL, facts.published, document.id, record.kernel_start, record.kernel_end, record.id"
HITS = """
    SELECT document.id, document.text, places(words) FROM words JOIN document ON document.key = words.rowid
    WHERE words MATCH ? ORDER BY words.rank, document.id
"""
OUTLETS = """
    SELECT outlet, count(*) FROM facts WHERE retired IS NULL AND outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet
"""
PERIOD = "SELECT substr(facts.published, 1, ?), count(*)"


class View:
    """Reads a ledger file; `with` closes it. Every span it gives is in code points of the document's text.

    Raises: LedgerError for a file that is missing, foreign, damaged or of another format.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        with opening.told(self.path):
            self.connection = opening.for_reading(self.path)
            self.words = fulltext.Words(self.connection)
            self.connection.register_fts5_function("places", fulltext.places)

    def __enter__(self) -> "View":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Nothing; the file is let go."""
        self.connection.close()

    def counts(self) -> dict[str, int]:
        """How many of each there are: documents, then records by type in the plural, problems, forgotten."""
        with opening.told(self.path):
            found: Counter[str] = Counter()
            for (counted,) in self.connection.execute("SELECT found FROM reading WHERE retired IS NULL"):
                found.update(reading.FOUND.decode(counted))
            documents = self.connection.execute("SELECT count(*) FROM document").get
            problems = self.connection.execute("SELECT count(*) FROM problem WHERE retired IS NULL").get
            forgotten = self.connection.execute("SELECT count(*) FROM tombstone").get
        kinds = {f"{kind}s" if kind != "echo" else "echoes": found[kind] for kind in sorted(found)}
        base = {"documents": int(documents), "statements": 0}
        return base | kinds | {"problems": int(problems), "forgotten": int(forgotten)}

    def outlets(self) -> dict[str, int]:
        """Documents by outlet, most first; those without one are left out."""
        with opening.told(self.path):
            return dict(self.connection.execute(OUTLETS))

    def documents(
        self,
        limit: int | None = 50,
        offset: int = 0,
        query: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[DocumentRow]:
        """Documents, latest first, undated ones last; those that hold the words of `query` where it is given."""
        with opening.told(self.path):
            source, where = self.asked(query, outlet, since, until)
            limits = (-1 if limit is None else limit, offset)
            keys = " ".join(
                ("SELECT document.key", source, where.sql(), LATEST, "LIMIT ? OFFSET ?")
            )  # sorted without what rows bear
            sql = " ".join((reading.ROW, reading.FROM_DOCUMENTS, f"WHERE document.key IN ({keys})", LATEST))
            rows = self.connection.execute(sql, (*where.values, *limits))
            return [reading.row(row) for row in rows]

    def count(
        self, query: str | None = None, outlet: str | None = None, since: str | None = None, until: str | None = None
    ) -> int:
        """How many documents `documents` would give without a limit."""
        with opening.told(self.path):
            source, where = self.asked(query, outlet, since, until)
            return int(self.connection.execute(" ".join(("SELECT count(*)", source, where.sql())), tuple(where.values)).get)

    def periods(
        self,
        digits: int,
        query: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> dict[str, int]:
        """Documents by the first `digits` of their date (4 a year, 7 a month), latest first; undated ones are left out."""
        with opening.told(self.path):
            source, where = self.asked(query, outlet, since, until)
            where.add("facts.published IS NOT NULL")
            sql = " ".join((PERIOD, source, where.sql(), "GROUP BY 1 ORDER BY 1 DESC"))
            return dict(self.connection.execute(sql, (digits, *where.values)))

    def asked(self, words: str | None, outlet: str | None, since: str | None, until: str | None) -> tuple[str, Where]:
        """The tables and the conditions that `documents` and `count` share."""
        where = Where()
        if words is not None:
            where.add("words MATCH ?", query.expression(words))
        filters.from_outlet(where, self.connection, outlet)
        filters.dated(where, since, until)
        return (reading.FROM_DOCUMENTS if words is None else reading.FROM_WORDS), where

    def whole_id(self, id: str) -> str | None:
        """The whole id of a document from six or more of its first digits; None where none or several begin so."""
        with opening.told(self.path):
            return reading.whole_id(self.connection, id)

    def document(self, id: str) -> Document | None:
        """The document as it came in; an unambiguous prefix of six or more digits will do."""
        with opening.told(self.path):
            whole = reading.whole_id(self.connection, id)
            return reading.document(self.connection, whole) if whole else None

    def row(self, id: str) -> DocumentRow | None:
        """What is known of a document, without its text; a prefix will do."""
        with opening.told(self.path):
            sql = " ".join((reading.ROW, reading.FROM_DOCUMENTS, "WHERE document.id = ?"))
            found = self.connection.execute(sql, (reading.whole_id(self.connection, id),)).fetchone()
            return reading.row(found) if found else None

    def records(self, id: str) -> tuple[Record, ...]:
        """The records of a document in order of the text; a prefix of its id will do, none where there is no such document."""
        with opening.told(self.path):
            return tuple(reading.records(self.connection, reading.whole_id(self.connection, id) or ""))

    def find(self, words: str, limit: int | None = None) -> Iterator[Hit]:
        """Every place where the words of the query stand, best documents first, in order of the text within one."""
        return islice(self.hits(query.expression(words)), limit)

    def hits(self, expression: str) -> Iterator[Hit]:
        """The places of an index expression."""
        with opening.told(self.path):
            for doc, text, places in self.connection.execute(HITS, (expression,)):
                for start, end in self.words.spans(doc, text, places):
                    yield Hit(doc=doc, spans=((start, end),), quote=text[start:end])

    def statements(
        self,
        by: Names = None,
        in_: str | None = None,
        about: Names = None,
        containing: str | None = None,
        since: str | None = None,
        until: str | None = None,
        form: str | None = None,
        act: str | None = None,
    ) -> Iterator[Said]:
        """Statements by document date and place in the text.

        `by` are words of the speaker's name or description, `in_` an outlet or a document's id, `about` an actor or words in the
        content, `containing` a query (see `find`) in the content. Of several names any will do.
        """
        where = Where()
        filters.worded(where, by, about, containing)
        with opening.told(self.path):
            filters.standing_in(where, self.connection, in_)
            filters.dated(where, since, until)
            for column, value in (("statement.form = ?", form), ("statement.act = ?", act)):
                if value is not None:
                    where.add(column, value)
            matched = by is not None or about is not None or containing is not None
            if matched:
                yield from self.said(" ".join((reading.STATEMENT, reading.FROM_SAID, where.sql(), IN_ORDER)), where.values, about)
                return
            where.add("statement.doc IN (SELECT value FROM json_each(?))")
            sql = " ".join((reading.STATEMENT, reading.FROM_STATEMENTS, where.sql(), IN_ORDER))
            for some in self.in_turn(in_, since, until):
                yield from self.said(sql, [*where.values, msgspec.json.encode(some).decode()], about)

    def in_turn(self, in_: str | None, since: str | None, until: str | None) -> Iterator[list[int]]:
        """Keys of documents by date, a few and then more at a time: who wants the first statements waits for no others to be sorted."""
        where = Where()
        filters.standing_in(where, self.connection, in_)
        filters.dated(where, since, until)
        sql = " ".join(("SELECT document.key", reading.FROM_DOCUMENTS, where.sql(), BY_DATE))
        keys, many = [int(key) for (key,) in self.connection.execute(sql, tuple(where.values))], FEW
        while keys:
            yield keys[:many]
            keys, many = keys[many:], min(2 * many, MANY)

    def said(self, sql: str, values: list[str | int], about: Names) -> Iterator[Said]:
        """The statements that the query gives, each with its chain; those where no single name is the one asked for are left out."""
        chains = reading.Chains(self.connection)
        for *columns, body, speaker, content, names, key in self.connection.execute(sql, tuple(values)):
            statement = reading.RECORD.decode(body)
            named = reading.NAMES.decode(names)
            if isinstance(statement, Statement) and (
                about is None or any(self.tells_of(one, named, content) for one in each(about))
            ):
                document = reading.row(tuple(columns))
                yield Said(
                    statement=statement,
                    document=document,
                    speaker=speaker,
                    chain=(document.outlet or reading.OUTLET, *chains.of(key, statement.id)),
                    content=content,
                    about=named,
                )

    def tells_of(self, about: str, names: tuple[str, ...], content: str) -> bool:
        """Whether one of the names has all the words asked for, or the content has them in this order."""
        asked = self.words.of(about)
        if any(set(asked) <= set(self.words.of(name)) for name in names):
            return True
        words = self.words.of(content)
        return any(words[start : start + len(asked)] == asked for start in range(len(words)))

    def problems(self) -> list[Problem]:
        """Inputs set aside and not read since, by origin."""
        sql = "SELECT origin, why, next FROM problem WHERE retired IS NULL ORDER BY origin, why"
        with opening.told(self.path):
            return [Problem(origin=origin, why=why, next=then) for origin, why, then in self.connection.execute(sql)]

    def backup(self, target: Path | str) -> int:
        """Bytes of a copy of the ledger as it stands now, made while others may read and write it.

        Raises: LedgerError where the target exists or can't be written.
        """
        return copied(self.connection, Path(target))
