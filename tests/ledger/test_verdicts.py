from pathlib import Path

import apsw
import msgspec
import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.reviewed import read_whole
from sayso.ledger.verdicts import judge, judge_all, undo, verdicts
from sayso.model import Statement, record_id
from sayso.model.verdicts import Change
from tests.ledger.made import document, harbour, span, statement

DOC = document()
RECORDS = harbour(DOC)
MARROW, _, MINISTRY, LOST, ADDED, PROMISED = RECORDS
DENIED = statement(DOC, "The ministry", "denied", "it")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "harbour.sayso"
    with Ledger(made) as ledger:
        ledger.write(DOC, RECORDS, reader="hand/1")
    return made


def test_a_verdict_is_kept_with_what_the_machine_had_found(path):
    with Ledger(path) as ledger:
        made = judge(ledger, LOST.id, "accept", who="Ada", why="heard it")
    with View(path) as view:
        assert verdicts(view, DOC.id) == (made,) == verdicts(view, about=LOST.id)
    assert (made.seen, made.who, made.why) == (LOST, "Ada", "heard it")


def test_the_same_again_adds_nothing_but_another_person_may_say_it_too(path):
    with Ledger(path) as ledger:
        first, again, ben = (judge(ledger, LOST.id, "reject", who=who) for who in ("Ada", "Ada", "Ben"))
    assert first == again
    with View(path) as view:
        assert verdicts(view) == (first, ben)


def test_undoing_is_a_further_verdict_and_what_it_undoes_stays(path):
    with Ledger(path) as ledger:
        first = judge(ledger, LOST.id, "reject", who="Ada")
        undo(ledger, first.id, who="Ada")
        with pytest.raises(UsageError, match="undone already"):
            undo(ledger, first.id, who="Ada")
        again = judge(ledger, LOST.id, "reject", who="Ada")
    with View(path) as view:
        assert [one.says for one in verdicts(view, about=LOST.id)] == ["reject", "undo", "reject"]
    assert again.id != first.id


@pytest.mark.parametrize("wrong", [((0, 99_999),), ((5, 5),), ((9, 3),)])
def test_a_correction_points_inside_the_text(path, wrong):
    change = Change(record=msgspec.structs.replace(LOST, content=wrong))
    with Ledger(path) as ledger, pytest.raises(UsageError, match="not inside"):
        judge(ledger, LOST.id, "correct", who="Ada", change=change)


def test_a_correction_keeps_the_type(path):
    wrong = msgspec.structs.replace(MARROW, id=LOST.id)
    with Ledger(path) as ledger, pytest.raises(UsageError, match="keeps the type"):
        judge(ledger, LOST.id, "correct", who="Ada", change=Change(record=wrong))


def test_what_no_reader_found_is_added_once(path):
    with Ledger(path) as ledger:
        judge(ledger, DENIED.id, "add", who="Ada", change=Change(record=DENIED, speaker="the ministry"))
        judge(ledger, DENIED.id, "reject", who="Ben")
        for known in (DENIED, LOST):
            with pytest.raises(UsageError, match="there already"):
                judge(ledger, known.id, "add", who="Ada", change=Change(record=known, speaker="another"))


def test_verdicts_about_nothing_are_refused(path):
    nothing = record_id(DOC.id, "statement", (1, 2))
    with Ledger(path) as ledger:
        for about, says, change in ((nothing, "accept", Change()), (LOST.id, "same", Change(other=nothing))):
            with pytest.raises(LedgerError, match="no record"):
                judge(ledger, about, says, who="Ada", change=change)
        with pytest.raises(LedgerError, match="no verdict"):
            undo(ledger, "0" * 12, who="Ada")


def test_a_document_is_read_whole_in_one_go_or_not_at_all(path):
    with Ledger(path) as ledger:
        with pytest.raises(LedgerError, match="no record"):
            judge_all(ledger, [(LOST.id, "accept"), ("x", "accept")], who="Ada")
        with pytest.raises(UsageError, match="whole document"):
            judge(ledger, DOC.id, "reject", who="Ada")
        judge_all(ledger, [(LOST.id, "accept"), (DOC.id, "accept")], who="Ada")
    with View(path) as view:
        assert len(verdicts(view)) == 2
        assert [one.who for one in read_whole(view, DOC.id)] == ["Ada"]


def test_forgetting_an_article_forgets_what_was_decided_of_it_and_with_it(path):
    other = document("Rain.", outlet="Veld Post")
    rain = Statement(
        id=record_id(other.id, "statement", (0, 4)), doc=other.id, anchor=((0, 4),), kernel=(0, 4), score=1.0, by="hand/1",
        source=(), cue=(), content=((0, 4),), form="direct",
    )  # fmt: skip
    with Ledger(path) as ledger:
        ledger.write(other, [rain])
        judge(ledger, LOST.id, "accept", who="Ada", why="Quillwort")
        judge(ledger, rain.id, "same", who="Ada", change=Change(other=ADDED.id))
        judge(ledger, rain.id, "accept", who="Ada")
        ledger.forget(DOC.id)
        assert ledger.check() == ()
    with View(path) as view:
        assert [one.says for one in verdicts(view)] == ["accept"]
    assert b"Quillwort" not in path.read_bytes()


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("UPDATE verdict SET says = 'reject'", "hash"),
        ("""UPDATE verdict SET change = replace(change, '"kernel":[', '"kernel":[9')""", "offset"),
        ("UPDATE doubt SET weight = 9", "record"),
    ],
)
def test_the_check_finds_what_was_altered(path, sql, kind):
    with Ledger(path) as ledger:
        judge(ledger, LOST.id, "correct", who="Ada", change=Change(record=msgspec.structs.replace(LOST, act="claim")))
        assert ledger.check() == ()
    connection = apsw.Connection(str(path))
    connection.execute(sql)
    connection.close()
    with Ledger(path) as ledger:
        assert kind in [flaw.kind for flaw in ledger.check()]


def test_reading_again_leaves_every_verdict_as_it_was(path):
    moved = msgspec.structs.replace(LOST, content=(span(DOC, "We lost nine days"),), by="hand/2")
    with Ledger(path) as ledger:
        made = judge(ledger, LOST.id, "accept", who="Ada")
        ledger.write(DOC, [*RECORDS[:3], moved], reader="hand/2")
    with View(path) as view:
        assert verdicts(view) == (made,)
