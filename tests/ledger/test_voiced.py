from pathlib import Path

from sayso.ledger import Ledger, View
from sayso.ledger.voiced import Counts, Voiced, counted
from tests.ledger.doing import filled, raid


def test_statements_are_counted_by_what_they_can_be_narrowed_by(tmp_path: Path) -> None:
    with View(filled(tmp_path / "a.sayso")) as view:
        rows = counted(view, Voiced())
        assert sum(row[-1] for row in rows) == len(list(view.statements()))
        assert {(speaker, act) for speaker, _, _, act, _ in rows} == {("Orrin", "deny"), ("Tova Lindqvar", "say")}
        assert [row[:2] for row in counted(view, Voiced(by="tova", in_="Sill Courier"))] == [("Tova Lindqvar", "Sill Courier")]
        assert counted(view, Voiced(containing="clerks", act="deny")) == ()


def test_counts_are_kept_until_the_ledger_changes(tmp_path: Path) -> None:
    path, counts = filled(tmp_path / "a.sayso"), Counts()
    with View(path) as view:
        first = counts.of(view, Voiced())
        assert counts.of(view, Voiced()) is first
        with Ledger(path) as ledger:
            ledger.write(*raid("Lower Sill Post"))
        assert sum(row[-1] for row in counts.of(view, Voiced())) == 6
