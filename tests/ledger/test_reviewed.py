from pathlib import Path

import msgspec
import pytest

from sayso.ledger import Ledger, View
from sayso.ledger.reviewed import Reviewed, changed, decided, left, queue, reviewed
from sayso.ledger.verdicts import judge, undo
from sayso.model import record_id
from sayso.model.verdicts import Change
from tests.ledger.made import document, harbour, span, statement

DOC = document()
RECORDS = harbour(DOC)
_, _, _, LOST, ADDED, PROMISED = RECORDS
SHORTER = msgspec.structs.replace(LOST, content=(span(DOC, "We lost nine days"),))
DENIED = statement(DOC, "The ministry", "denied", "it")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "harbour.sayso"
    with Ledger(made) as ledger:
        ledger.write(DOC, RECORDS, reader="hand/1")
    return made


def decide(path: Path, about: str, says: str, who: str = "Ada", **change: object) -> str:
    with Ledger(path) as ledger:
        return judge(ledger, about, says, who=who, change=Change(**change)).id


def read_again(path: Path, *records: object) -> None:
    with Ledger(path) as ledger:
        ledger.write(DOC, [*RECORDS[:3], *records], reader="hand/2")


def one(path: Path, who: str | None = None) -> Reviewed:
    with View(path) as view:
        (row,) = reviewed(view, DOC.id, who)
        return row


def test_the_persons_record_stands_beside_the_machines(path):
    decide(path, LOST.id, "correct", record=SHORTER, speaker="Ilse Marrow")
    row = one(path)
    assert (row.machine, row.record, row.speaker, row.turn) == (LOST, SHORTER, "Ilse Marrow", "")
    with View(path) as view:
        assert LOST in view.records(DOC.id)


def test_a_rejected_record_comes_to_nothing_until_that_is_undone(path):
    made = decide(path, LOST.id, "reject")
    assert one(path).record is None
    with Ledger(path) as ledger:
        undo(ledger, made, who="Ben")
    assert (one(path).record, one(path).judgement) == (LOST, None)


def test_the_last_verdict_stands_and_each_persons_own_can_be_asked_for(path):
    decide(path, LOST.id, "correct", record=SHORTER)
    decide(path, LOST.id, "reject", who="Ben")
    assert one(path).record is None
    assert (one(path, "Ada").record, one(path, "Ben").record) == (SHORTER, None)


def test_a_record_that_is_added_stands_though_no_reader_found_it(path):
    decide(path, DENIED.id, "add", record=DENIED, speaker="the ministry")
    decide(path, DENIED.id, "accept", who="Ben")
    row = one(path)
    assert (row.machine, row.record, row.speaker, row.type) == (None, DENIED, "the ministry", "statement")


@pytest.mark.parametrize(
    ("says", "change", "again", "turn"),
    [
        ("accept", {}, (msgspec.structs.replace(LOST, by="hand/2", score=0.3),), ""),
        ("accept", {}, (SHORTER,), "differs"),
        ("accept", {}, (), "gone"),
        ("reject", {}, (), "agrees"),
        ("correct", {"record": SHORTER}, (SHORTER,), "agrees"),
        ("correct", {"record": SHORTER}, (msgspec.structs.replace(LOST, act="claim"),), "differs"),
    ],
)
def test_it_is_told_how_the_reader_has_changed_its_mind(path, says, change, again, turn):
    decide(path, LOST.id, says, **change)
    before = one(path).record
    read_again(path, *again)
    assert (one(path).turn, one(path).record) == (turn, before)
    with View(path) as view:
        assert [row.id for row in changed(view)] == ([LOST.id] if turn else [])


def test_a_reader_that_finds_what_a_person_added_is_told_of(path):
    decide(path, DENIED.id, "add", record=DENIED)
    read_again(path, msgspec.structs.replace(DENIED, act="deny"))
    assert one(path).turn == "found"


def test_what_the_reader_finds_in_place_of_a_record_is_named(path):
    decide(path, LOST.id, "accept")
    other = msgspec.structs.replace(LOST, id=record_id(DOC.id, "statement", LOST.content[0]), kernel=LOST.content[0])
    read_again(path, other)
    assert (one(path).turn, one(path).now) == ("gone", (other.id,))


def test_what_joins_two_records_judges_neither(path):
    decide(path, LOST.id, "same", other=ADDED.id)
    row = one(path)
    assert (row.judgement, [joined.change.other for joined in row.joined]) == (None, [ADDED.id])


def test_the_queue_begins_with_the_weightiest_and_leaves_out_what_is_judged(path):
    with View(path) as view:
        assert [(row.id, row.hangs, row.weight) for row in queue(view, limit=1)] == [(ADDED.id, 1, 0.4)]
        assert left(view) == 3
    made = decide(path, ADDED.id, "accept")
    with View(path) as view:
        assert [row.id for row in queue(view)] == sorted((LOST.id, PROMISED.id))
        assert (left(view), left(view, "event"), left(view, in_="Coast"), left(view, in_="Hill")) == (2, 0, 2, 0)
        assert [row.id for row in decided(view)] == [ADDED.id]
    with Ledger(path) as ledger:
        undo(ledger, made, who="Ada")
    with View(path) as view:
        assert left(view) == 3
