"""People with tokens of their own: who is let in, as what, and in whose name they decide."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.errors import LedgerBusy
from sayso.http.app import application
from sayso.http.guard import rules
from sayso.http.knowing import Register, asker
from sayso.http.limits import WRONG
from sayso.http.views import Views
from sayso.ledger import Ledger, View
from sayso.ledger.people import let_in, shut_out
from sayso.ledger.verdicts import verdicts
from tests.show import made

DOC, RECORDS = made.sample()
BRAMM = RECORDS[3].id


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "veld.sayso"
    with Ledger(path) as writer:
        writer.write(DOC, RECORDS, reader="hand/1")
    return path


@pytest.fixture
def tokens(ledger: Path) -> dict[str, str]:
    with Ledger(ledger) as writer:
        return {role: let_in(writer, f"{role} Ünal", role, who="Root") for role in ("read", "review", "admin")}


def as_(tokens: dict[str, str], role: str) -> dict[str, str]:
    basic = base64.b64encode(f"{role} Ünal:{tokens[role]}".encode()).decode()
    return {"authorization": f"Basic {basic}"}


@pytest.fixture
def client(ledger: Path, tokens: dict[str, str]) -> Iterator[TestClient]:
    with TestClient(application(ledger), base_url="http://127.0.0.1:8765", follow_redirects=False) as found:
        yield found


def decide(client: TestClient, headers: dict[str, str], who: str = "Somebody else"):  # type: ignore[no-untyped-def]
    page = client.get(f"/d/{DOC.id}", headers=headers).text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token
    sent = {"token": token[1], "who": who, "says": "accept", "about": BRAMM}
    return client.post(f"/review/d/{DOC.id}", data=sent, headers=headers | {"origin": "http://127.0.0.1:8765"})


def test_nobody_comes_in_without_a_token_where_there_are_people(client, tokens):
    refused = client.get("/")
    assert (refused.status_code, "basic" in refused.headers["www-authenticate"].lower()) == (401, True)
    for role in tokens:
        assert client.get("/", headers=as_(tokens, role)).status_code == 200
        assert client.get("/", headers={"authorization": f"Bearer {tokens[role]}"}).status_code == 200


def test_a_token_is_of_its_own_name_only(client, tokens):
    mixed = base64.b64encode(f"read Ünal:{tokens['admin']}".encode()).decode()
    assert client.get("/", headers={"authorization": f"Basic {mixed}"}).status_code == 401


def test_who_may_only_read_decides_nothing(client, ledger, tokens):
    assert decide(client, as_(tokens, "read")).status_code == 403
    with View(ledger) as view:
        assert verdicts(view) == ()


def test_who_decides_decides_in_their_own_name(client, ledger, tokens):
    assert decide(client, as_(tokens, "review")).status_code == 303
    with View(ledger) as view:
        assert [one.who for one in verdicts(view)] == ["review Ünal"]


def test_the_log_is_for_an_admin(client, tokens):
    decide(client, as_(tokens, "review"))
    for path in ("/log", "/log.json", "/log.csv"):
        assert [client.get(path, headers=as_(tokens, role)).status_code for role in tokens] == [403, 403, 200]
    found = client.get("/log.json", headers=as_(tokens, "admin")).json()
    assert {row["what"] for row in found} == {"accept", "let in as read", "let in as review", "let in as admin"}
    assert f"/d/{DOC.id}#r={BRAMM}" in client.get("/log", headers=as_(tokens, "admin")).text


def test_pages_learn_what_the_asker_is_called(client, tokens):
    cookie = client.get("/", headers=as_(tokens, "review")).headers["set-cookie"]
    assert cookie == "sayso-who=review%20%C3%9Cnal; Path=/; SameSite=Strict"
    assert tokens["review"] not in cookie


def test_who_is_shut_out_is_out_from_a_server_that_runs(ledger, tokens):
    now = [0.0]
    register = Register(Views(ledger), lambda: now[0])
    given = [f"Bearer {tokens['read']}".encode()]
    assert asker(None, register(), given)
    with Ledger(ledger) as writer:
        shut_out(writer, "read Ünal", who="Root")
    now[0] = 2.0
    assert asker(None, register(), given) is None


def test_where_the_ledger_can_not_be_read_those_of_before_are_known(ledger, tokens, monkeypatch):
    now = [0.0]
    views = Views(ledger)
    register = Register(views, lambda: now[0])

    def busy() -> View:
        raise LedgerBusy("in use")

    monkeypatch.setattr(views, "taken", busy)
    now[0] = 2.0
    assert [one.role for one in register()] == ["admin", "read", "review"]


def test_wrong_tokens_are_tried_ten_times_and_then_slowly(client, tokens):
    tried = [client.get("/", headers={"authorization": "Bearer wrong"}).status_code for _ in range(int(WRONG.burst) + 1)]
    assert tried == [401] * int(WRONG.burst) + [429]
    late = client.get("/", headers=as_(tokens, "admin"))
    assert (late.status_code, int(late.headers["retry-after"])) == (429, 10)


def test_without_people_anybody_on_this_machine_sees_the_log(tmp_path):
    path = tmp_path / "empty.sayso"
    with Ledger(path):
        pass
    with TestClient(application(path), base_url="http://127.0.0.1:8765") as found:
        assert "Nothing was done yet" in found.get("/log").text
        assert "set-cookie" not in found.get("/").headers


def test_an_address_others_can_reach_is_served_where_there_are_people():
    assert "192.0.2.7" in rules("192.0.2.7", peopled=True).hosts
