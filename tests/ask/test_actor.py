from pathlib import Path

import pytest

from sayso.ask import actor
from sayso.errors import UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.identities import mention_at
from sayso.ledger.verdicts import judge
from sayso.model.verdicts import Change
from tests.link.made import Side, side

HEAD = side(
    "Dock head Ilse Marrow said the gate holds.", ("Dock head Ilse Marrow", "said", "the gate holds", "Ilse Marrow"),
    outlet="Ossel Gazette", published="2031-04-07",
)  # fmt: skip
MAYOR = side(
    "Mayor Ilse Marrow said Orla Venn left.", ("Mayor Ilse Marrow", "said", "Orla Venn left", "Ilse Marrow"),
    outlet="Lower Post", published="2031-09-01",
)  # fmt: skip
TWIN = side("I. Marrow-Venn said it rains.", ("I. Marrow-Venn", "said", "it rains", "I. Marrow-Venn"), outlet="Harl Sheet")
FALSE = side("Оrla Venn said it rains.", ("Оrla Venn", "said", "it rains", "Оrla Venn"), outlet="Harl Sheet")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger(tmp_path / "a.sayso") as ledger:
        for one in (HEAD, MAYOR, TWIN, FALSE):
            ledger.write(one.document, one.records)
    return tmp_path / "a.sayso"


def rows(path: Path, name: str, part: str) -> list[actor.Known]:
    with View(path) as view:
        return list(actor.ask(view, name, part=part))


def test_names_and_roles_stand_with_the_days_of_their_documents(path: Path) -> None:
    found = [(row.what, row.since, row.until) for row in rows(path, "ilse marrow", "named")]
    assert found == [("Dock head Ilse Marrow", "2031-04-07", "2031-04-07"), ("Mayor Ilse Marrow", "2031-09-01", "2031-09-01")]


def test_what_an_actor_says_is_told_on_its_word(path: Path) -> None:
    assert [(row.quote, row.who) for row in rows(path, "Marrow", "said")][:1] == [("the gate holds", "Ilse Marrow")]


def test_a_name_with_letters_of_two_scripts_is_flagged_and_no_other(path: Path) -> None:
    assert [row.flags for row in rows(path, "Оrla Venn", "named")] == [("letters of two scripts in one word",)]
    assert {row.flags for row in rows(path, "Ilse Marrow", "named")} == {()}


def test_whom_a_person_says_are_one_are_counted_as_one_and_undone_apart_again(path: Path) -> None:
    assert len(rows(path, "Ilse Marrow", "said")) == 2
    one, two = mention(path, HEAD), mention(path, TWIN)
    with Ledger(path) as ledger:
        verdict = judge(ledger, one, "merge", who="Keeper", change=Change(other=two))
    assert len(rows(path, "Ilse Marrow", "said")) == 3
    assert len(rows(path, "I. Marrow-Venn", "named")) == 3
    with Ledger(path) as ledger:
        judge(ledger, one, "split", who="Keeper", change=Change(other=two))
    assert verdict
    assert len(rows(path, "Ilse Marrow", "said")) == 2


def mention(path: Path, of: Side) -> str:
    with View(path) as view:
        span = next(iter(of.mentions.values())).span
        return mention_at(view, of.id, span) or ""


def test_nobody_and_no_such_part_are_told(path: Path) -> None:
    with pytest.raises(UsageError, match="nobody is called"):
        rows(path, "Anton Brisk", "said")
    with pytest.raises(UsageError, match="no such part"):
        rows(path, "Ilse Marrow", "sang")
