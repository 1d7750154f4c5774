import json
from pathlib import Path

import pytest

from tests.cli.calling import Caller
from tests.link.ledgers import FIRST, linked


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return linked(tmp_path / "ossel.sayso")


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(("question", "many"), [("conflicts", 1), ("quotes", 1), ("copies", 3)])
def test_what_was_linked_can_be_asked_for(sayso: Caller, ledger: Path, question: str, many: int) -> None:
    assert len(rows(sayso("ask", question, "--ledger", ledger, "--json").out)) == many
    assert len(sayso("ask", question, "--ledger", ledger, "--csv").out.splitlines()) == many + 1
    assert "Ossel" in sayso("ask", question, "--ledger", ledger).out or question == "copies"


def test_a_link_is_explained(sayso: Caller, ledger: Path) -> None:
    (tie,) = rows(sayso("ask", "conflicts", "--ledger", ledger, "--in", FIRST.id, "--json").out)
    told = sayso("why", str(tie["link"])[:8], "--ledger", ledger).out
    assert "conflict: credited to another" in told
    assert "Ilse Marrow … said" in told
    assert json.loads(sayso("why", str(tie["link"]), "--ledger", ledger, "--json").out) == tie


def test_no_such_link_is_an_error_of_the_call(sayso: Caller, ledger: Path) -> None:
    told = sayso("why", "0123456789", "--ledger", ledger)
    assert (told.code, "no link" in told.err) == (2, True)


def test_linking_again_does_nothing(sayso: Caller, ledger: Path) -> None:
    assert sayso("link", "--ledger", ledger).out.startswith("linked 5 documents: ")
    assert sayso("link", "--ledger", ledger).out == "linked 0 documents: no links\n"
    assert json.loads(sayso("link", "--ledger", ledger, "--json").out) == {"documents": 0, "of": 0, "links": {}}


@pytest.mark.usefixtures("simply")
def test_adding_links_what_is_new_unless_it_is_told_not_to(sayso: Caller, tmp_path: Path) -> None:
    quote = "“It runs when it runs and nobody at the quay knows when.”"
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"The ferry of {name} was late. Orla: {quote}\n", encoding="utf-8")
    ledger, articles = tmp_path / "v.sayso", [tmp_path / "one.txt", tmp_path / "two.txt"]
    assert json.loads(sayso("add", *articles, "--no-link", "--ledger", ledger, "--json").out)["links"] == {}
    assert json.loads(sayso("link", "--ledger", ledger, "--json").out)["links"] == {"quote": 1}
    (tmp_path / "three.txt").write_text(f"Again. Orla: {quote}\n", encoding="utf-8")
    told = sayso("add", tmp_path / "three.txt", "--ledger", ledger).out
    assert "2 shared quotations" in told
