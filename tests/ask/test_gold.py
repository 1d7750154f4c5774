import json
from pathlib import Path

import msgspec
import pytest

from sayso.ask import gold
from sayso.ledger import Ledger, View
from sayso.ledger.verdicts import finish, judge
from sayso.model.verdicts import Change
from tests.ledger.foretelling import early, filled, late
from tests.ledger.made import document, harbour, span, statement

DOC = document()
RECORDS = harbour(DOC)
_, _, _, LOST, ADDED, PROMISED = RECORDS
DENIED = statement(DOC, "The ministry", "denied", "it")
SHORTER = msgspec.structs.replace(LOST, content=(span(DOC, "We lost nine days"),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "harbour.sayso"
    with Ledger(made) as ledger:
        ledger.write(DOC, RECORDS, reader="hand/1")
        judge(ledger, LOST.id, "correct", who="Ada", change=Change(record=SHORTER, speaker="Ilse Marrow of Vellin"))
        judge(ledger, ADDED.id, "reject", who="Ada")
        judge(ledger, DENIED.id, "add", who="Ada", change=Change(record=DENIED, speaker="the ministry"))
    return made


def only(path: Path, who: str = "Ada", partial: bool = False) -> gold.Annotated:
    with View(path) as view:
        ((_, made),) = gold.annotated(view, who, partial=partial)
        return made


def test_a_document_that_was_not_read_whole_is_no_gold(path):
    with View(path) as view:
        assert list(gold.annotated(view, "Ada")) == []
    assert (only(path, partial=True).whole, len(only(path, partial=True).statements)) == (False, 2)


def test_what_was_not_judged_is_accepted_when_the_whole_was_read(path):
    with Ledger(path) as ledger:
        finish(ledger, DOC.id, who="Ada")
        finish(ledger, DOC.id, who="Ben")
    rows = {row["id"]: row for row in only(path).statements}
    assert list(rows) == [LOST.id, PROMISED.id, DENIED.id]
    assert (rows[LOST.id]["content"], rows[LOST.id]["speaker"]) == (SHORTER.content, "Ilse Marrow of Vellin")
    assert rows[PROMISED.id]["within"] is None  # what stood around it was rejected
    assert [row["id"] for row in only(path, "Ben").statements] == [LOST.id, ADDED.id, PROMISED.id]


def test_gold_is_what_it_was_when_the_document_is_read_again(path):
    with Ledger(path) as ledger:
        finish(ledger, DOC.id, who="Ada")
    before = only(path)
    with Ledger(path) as ledger:
        ledger.write(DOC, [], reader="hand/2")
    assert only(path) == before


def test_two_files_a_document_are_written_as_the_evaluation_reads_them(tmp_path):
    path = filled(tmp_path / "sill.sayso")
    with Ledger(path) as ledger:
        for doc, _ in (early(), late()):
            finish(ledger, doc.id, who="Ada B. Čermák")
    with View(path) as view:
        assert len(gold.written(view, tmp_path / "gold", "Ada B. Čermák")) == 2
    files = sorted(file.name for file in (tmp_path / "gold").iterdir())
    assert files[:2] == sorted(
        (f"{min(early()[0].id, late()[0].id)}.txt", f"{min(early()[0].id, late()[0].id)}.Ada-B-Cermak.spans.json")
    )
    for doc, records in (early(), late()):
        rows = json.loads((tmp_path / "gold" / f"{doc.id}.Ada-B-Cermak.spans.json").read_text("utf-8"))
        text = (tmp_path / "gold" / f"{doc.id}.txt").read_bytes().decode()
        assert text == doc.text
        assert len(rows["forecasts"]) == sum(record.__struct_config__.tag == "forecast" for record in records)
        assert all(rows[kind] is not None for kind in ("statements", "events", "forecasts"))
