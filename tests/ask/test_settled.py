from pathlib import Path

from sayso.ask import did, said
from sayso.export.gathering import Wanted, gathered
from sayso.export.rows import statements
from sayso.ledger import Ledger, View
from sayso.ledger.did import Sought
from sayso.ledger.verdicts import judge, undo
from sayso.model import Event, Statement
from tests.ledger.doing import raid


def decided(path: Path) -> tuple[Statement, Event]:
    """A ledger with one article, of which somebody rejected the denial and accepted the storming."""
    doc, records = raid()
    denial = next(record for record in records if isinstance(record, Statement) and record.act == "deny")
    storming = next(record for record in records if isinstance(record, Event))
    with Ledger(path) as ledger:
        ledger.write(doc, records)
        judge(ledger, denial.id, "reject", who="Ada")
        judge(ledger, storming.id, "accept", who="Ada")
    return denial, storming


def test_answers_say_what_people_decided(tmp_path: Path) -> None:
    denial, storming = decided(tmp_path / "a.sayso")
    with View(tmp_path / "a.sayso") as view:
        assert {row.id: row.verdict for row in said.ask(view) if row.verdict} == {denial.id: "reject"}
        assert {row.id: row.verdict for row in did.ask(view, Sought()) if row.verdict} == {storming.id: "accept"}


def test_a_settled_export_leaves_out_what_was_rejected_and_a_plain_one_does_not(tmp_path: Path) -> None:
    denial, _ = decided(tmp_path / "a.sayso")
    with View(tmp_path / "a.sayso") as view:
        plain, stands = (next(gathered(view, Wanted(settled=settled))) for settled in (False, True))
        assert {row.id for row in statements(plain)} - {row.id for row in statements(stands)} == {denial.id}
        assert len(list(gathered(view, Wanted(act="deny")))) == 1
        assert list(gathered(view, Wanted(act="deny", settled=True))) == []
        assert all(event.within != denial.id for event, _ in stands.events())


def test_a_verdict_undone_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.sayso"
    denial, _ = decided(path)
    with Ledger(path) as ledger:
        undo(ledger, judge(ledger, denial.id, "reject", who="Ada").id, who="Ada")
    with View(path) as view:
        assert [row.verdict for row in said.ask(view)] == [None, None]
