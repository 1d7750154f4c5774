from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.people import holder, let_in, log, people, shut_out
from sayso.ledger.verdicts import judge
from tests.ledger.made import document, harbour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "harbour.sayso"
    doc = document()
    with Ledger(made) as ledger:
        ledger.write(doc, harbour(doc), reader="hand/1")
        judge(ledger, harbour(doc)[3].id, "accept", who="Ada", why="heard")
    return made


def let(path: Path, name: str, role: str = "read") -> str:
    with Ledger(path) as ledger:
        return let_in(ledger, name, role, who="Root")


def test_a_token_opens_for_its_holder_and_is_kept_nowhere(path):
    token = let(path, "Ada", "review")
    with View(path) as view:
        among = people(view)
    assert [(one.name, one.role, one.who) for one in among] == [("Ada", "review", "Root")]
    assert holder(among, None, token) == holder(among, "Ada", token) == among[0]
    assert holder(among, "Ben", token) is holder(among, None, token[:-1]) is holder(among, None, "") is None
    assert token.encode() not in path.read_bytes()


def test_letting_in_again_replaces_token_and_role(path):
    first, second = let(path, "Ada"), let(path, "Ada", "admin")
    with View(path) as view:
        among = people(view)
    assert (holder(among, "Ada", first), holder(among, "Ada", second)) == (None, among[0])
    assert [one.role for one in among] == ["admin"]


def test_who_is_shut_out_opens_nothing_any_more(path):
    token = let(path, "Ada")
    with Ledger(path) as ledger:
        shut_out(ledger, "Ada", who="Root")
        with pytest.raises(UsageError, match="nobody called"):
            shut_out(ledger, "Ada", who="Root")
    with View(path) as view:
        assert holder(people(view), "Ada", token) is None


@pytest.mark.parametrize(
    ("name", "role"), [("", "read"), ("a:b", "read"), ("x" * 101, "read"), ("a\x07", "read"), ("Ada", "king")]
)
def test_names_and_roles_that_will_not_do_are_refused(path, name, role):
    with pytest.raises(UsageError):
        let(path, name, role)


def test_the_log_tells_who_did_what_the_latest_first(path):
    let(path, "Ada", "review")
    with Ledger(path) as ledger:
        shut_out(ledger, "Ada", who="Root")
    with View(path) as view:
        found = [(one.who, one.what, one.about, one.why) for one in log(view)]
        assert len(list(log(view, limit=1, offset=1))) == 1
    assert found[0] == ("Root", "shut out", "Ada", "")
    assert found[1] == ("Root", "let in as review", "Ada", "")
    assert found[2][:2] == ("Ada", "accept")
    assert found[2][3] == "heard"
