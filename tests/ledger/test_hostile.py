"""A ledger of the right shape whose rows were made to harm: every question is answered or refused with one line."""

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from sayso.ask import said
from sayso.errors import SaysoError
from sayso.ledger import Ledger, View
from tests.cli.calling import Caller
from tests.cli.conftest import sayso as sayso
from tests.ledger.made import document, harbour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.sayso"
    with Ledger(path) as ledger:
        ledger.write(document(published="2031-04-09", published_from="given"), harbour(document()))
    return path


HARM = [
    "UPDATE record SET body = '{'",
    "UPDATE record SET body = replace(body, '\"kernel\":[', '\"kernel\":[9')",
    "UPDATE record SET body = replace(body, '\"content\":[[', '\"content\":[[-9')",
    "UPDATE record SET body = replace(body, '\"content\":[[', '\"content\":[[99999999999999999999')",
    'UPDATE record SET body = replace(body, \'"within":"\', \'"within":"x\')',
    'UPDATE record SET body = replace(body, \'"speaker":"\', \'"speaker":"x\')',
    "UPDATE record SET body = CAST(x'ff00fe' AS TEXT)",
    "UPDATE record SET body = json_array(1)",
    "UPDATE record SET type = 'nothing'",
    "UPDATE record SET kernel_start = -5, kernel_end = 1 << 62",
    "UPDATE document SET text = ''",
    "UPDATE document SET text = CAST(x'c3' AS TEXT)",
    "UPDATE document SET text = text || char(0) || text",
    "UPDATE document SET id = '../../etc'",
    "UPDATE facts SET parts = '[]'",
    "UPDATE facts SET furniture = '{\"a\": 1}'",
    "UPDATE facts SET byline = '7'",
    "UPDATE facts SET published = 'x' || char(10) || char(27) || '[2J'",
    "UPDATE facts SET url = 'javascript:alert(1)'",
    "UPDATE reading SET found = 'x'",
    "UPDATE statement SET within = id, speaker = ''",
    "UPDATE statement SET doc = 1, about = '{'",
    "DELETE FROM facts",
    "DELETE FROM record",
]
HARMLESS = ("UPDATE facts SET published", "UPDATE facts SET url")  # a ledger may hold anything there


def harmed(path: Path, sql: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(sql)
    assert connection.changes()
    connection.close()


def refusal(question: Callable[[], object]) -> str:
    """The words with which a question is refused, "" where it is answered."""
    try:
        question()
    except SaysoError as error:
        return str(error)
    return ""


def asked(path: Path, question: Callable[[View], object]) -> None:
    def ask() -> None:
        with View(path) as view:
            question(view)

    why = refusal(ask)
    assert not why or why.strip()


@pytest.mark.parametrize("sql", HARM)
def test_no_row_makes_a_question_raise_anything_but_our_own_errors(path: Path, sql: str) -> None:
    harmed(path, sql)
    asked(path, lambda view: view.counts())
    asked(path, lambda view: [(view.document(row.id), view.records(row.id)) for row in view.documents()])
    asked(path, lambda view: list(view.find("dredging")))
    asked(path, lambda view: list(view.statements(by="Marrow")))
    asked(path, lambda view: list(said.ask(view)))


@pytest.mark.parametrize("sql", HARM)
def test_check_finds_the_harm_or_refuses_the_file(path: Path, sql: str) -> None:
    harmed(path, sql)
    found: list[object] = []

    def check() -> None:
        with Ledger(path) as ledger:
            found.extend(ledger.check())

    assert refusal(check) or found or sql.startswith(HARMLESS)


@pytest.mark.parametrize(
    "sql", ["UPDATE facts SET published = 'x' || char(10) || char(27) || '[2J', outlet = char(27) || ']0;x' || char(7)"]
)
def test_nothing_in_a_row_reaches_the_terminal_as_a_command(sayso: Caller, path: Path, sql: str) -> None:
    harmed(path, sql)
    out = sayso("ask", "documents", "--ledger", path).out + sayso("ask", "said", "--ledger", path).out
    assert "Marrow" in out
    assert not {"\x1b", "\x07"} & set(out)
