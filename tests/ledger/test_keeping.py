from pathlib import Path

from sayso.ledger import Ledger, View
from sayso.ledger.keeping import MOST, Kept
from sayso.ledger.verdicts import judge
from sayso.ledger.voiced import Voiced, counted
from sayso.model import Problem
from tests.ledger.doing import filled, raid


def test_what_was_counted_is_kept_until_the_ledger_changes(tmp_path: Path) -> None:
    path, kept = filled(tmp_path / "a.sayso"), Kept(counted)
    with View(path) as view:
        first = kept.of(view, Voiced())
        assert kept.of(view, Voiced()) is first
        with Ledger(path) as ledger:
            ledger.write(*raid("Lower Sill Post"))
        assert sum(row[-1] for row in kept.of(view, Voiced())) == 6


def test_a_verdict_changes_the_ledger_too(tmp_path: Path) -> None:
    path, asked = filled(tmp_path / "a.sayso"), []
    kept = Kept(lambda _, question: asked.append(question))
    with View(path) as view:
        kept.of(view, "a")
        with Ledger(path) as ledger:
            judge(ledger, raid()[1][-1].id, "accept", who="Ada")
        kept.of(view, "a")
    assert asked == ["a", "a"]


def test_what_is_set_aside_changes_the_ledger_too(tmp_path: Path) -> None:
    path, kept = filled(tmp_path / "a.sayso"), Kept(lambda view, _: view.counts()["problems"])
    with View(path) as view:
        assert kept.of(view, "") == 0
        with Ledger(path) as ledger:
            ledger.problem(Problem(origin="torn.html", why="no text", next="look at it"))
        assert kept.of(view, "") == 1


def test_only_the_last_questions_are_kept(tmp_path: Path) -> None:
    asked: list[int] = []
    kept = Kept(lambda _, question: asked.append(question) or [question])
    with View(filled(tmp_path / "a.sayso")) as view:
        for question in range(MOST + 1):
            kept.of(view, question)
        kept.of(view, MOST)
        kept.of(view, 0)
    assert asked == [*range(MOST + 1), 0]
