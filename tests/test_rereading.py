from pathlib import Path

import pytest

from sayso.crew import Crew
from sayso.errors import UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.reviewed import reviewed
from sayso.ledger.verdicts import judge
from sayso.rereading import Reread, listed, reread
from tests.crew import fakes
from tests.ledger.made import document, statement

WORDS = "Orla: “It runs.” Pim: “It does not.”"
DOCS = [document(f"{WORDS} {n}") for n in range(3)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ferry.sayso"
    with Ledger(made) as ledger:
        for doc in DOCS[:2]:
            ledger.write(doc, [statement(doc, "Orla", "Orla", "It runs")], reader="old/1")
        ledger.write(DOCS[2], tuple(fakes.found(DOCS[2])), reader="fake/1")
    return made


def run(path: Path, *ids: str, outdated: bool = False) -> Reread:
    with Ledger(path) as ledger, Crew(fakes.load) as crew:
        return reread(path, ledger, crew, listed(path, ids), outdated=outdated)


def test_every_document_is_read_again_and_what_is_alike_stays(path):
    made = run(path)
    assert (made.documents, made.altered, made.added, made.retired, made.reader) == (3, 2, 4, 2, "fake/1")
    assert (run(path).altered, run(path, outdated=True).documents) == (0, 0)


def test_only_what_another_reader_has_read_is_read_where_that_is_asked(path):
    assert run(path, outdated=True).documents == 2


def test_documents_are_named_by_their_first_digits(path):
    assert run(path, DOCS[0].id[:8]).documents == 1
    with pytest.raises(UsageError, match="no document"):
        run(path, "0" * 8)


def test_verdicts_stay_and_changes_of_mind_are_counted(path):
    record = statement(DOCS[0], "Orla", "Orla", "It runs")
    with Ledger(path) as ledger:
        made = judge(ledger, record.id, "accept", who="Ada")
    assert run(path).turned == {"differs": 1}
    with View(path) as view:
        (row,) = reviewed(view, DOCS[0].id)
    assert (row.record, row.verdicts, row.turn) == (record, (made,), "differs")


def test_a_document_that_can_not_be_read_keeps_what_it_has(tmp_path):
    path = tmp_path / "bad.sayso"
    doc = document("Orla: “FAIL”")
    with Ledger(path) as ledger:
        ledger.write(doc, [statement(doc, "Orla", "Orla", "FAIL")], reader="old/1")
    assert run(path).aside == 1
    with View(path) as view:
        assert len(view.records(doc.id)) == 1
        assert len(view.problems()) == 1
