from pathlib import Path

from sayso.ledger import View
from sayso.ledger.voiced import Voiced, counted
from tests.ledger.doing import filled


def test_statements_are_counted_by_what_they_can_be_narrowed_by(tmp_path: Path) -> None:
    with View(filled(tmp_path / "a.sayso")) as view:
        rows = counted(view, Voiced())
        assert sum(row[-1] for row in rows) == len(list(view.statements()))
        assert {(speaker, act) for speaker, _, _, act, _ in rows} == {("Orrin", "deny"), ("Tova Lindqvar", "say")}
        assert [row[:2] for row in counted(view, Voiced(by="tova", in_="Sill Courier"))] == [("Tova Lindqvar", "Sill Courier")]
        assert counted(view, Voiced(containing="clerks", act="deny")) == ()
