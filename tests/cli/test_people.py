import json
from pathlib import Path

import pytest

from sayso.ledger import View
from sayso.ledger.people import holder, people
from tests.cli.calling import Caller
from tests.ledger.foretelling import filled


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return filled(tmp_path / "sill.sayso")


def test_somebody_is_let_in_named_and_shut_out(sayso: Caller, ledger: Path) -> None:
    token = sayso("people", "add", "Ada", "--role", "review", "--who", "Root", "--ledger", ledger).out.strip()
    with View(ledger) as view:
        assert holder(people(view), "Ada", token)
    listed = sayso("people", "list", "--ledger", ledger)
    assert listed.out.startswith("review")
    assert token not in listed.out
    assert json.loads(sayso("people", "list", "--json", "--ledger", ledger).out)["name"] == "Ada"
    assert sayso("people", "remove", "Ada", "--who", "Root", "--ledger", ledger).code == 0
    assert sayso("people", "list", "--ledger", ledger).out == ""


def test_what_was_done_is_listed(sayso: Caller, ledger: Path) -> None:
    assert "nothing was done yet" in sayso("people", "log", "--ledger", ledger).out
    sayso("people", "add", "Ada", "--who", "Root", "--ledger", ledger)
    assert json.loads(sayso("people", "log", "--json", "--ledger", ledger).out)["what"] == "let in as read"
    assert "let in as read" in sayso("people", "log", "--ledger", ledger).out


def test_a_role_that_is_none_is_told(sayso: Caller, ledger: Path) -> None:
    told = sayso("people", "add", "Ada", "--role", "king", "--who", "Root", "--ledger", ledger)
    assert (told.code, "no role" in told.err) == (2, True)
