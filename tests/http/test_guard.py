import base64

import pytest

from sayso.errors import UsageError
from sayso.http.guard import Guard, Receive, Rules, Scope, Send, refusal, rules
from sayso.http.limits import PAGES, Limits

OURS = {b"host": [b"127.0.0.1:8765"]}
OPEN = Rules()
SECRET = "a-secret-of-the-desk"


def status(known: Rules = OPEN, method: str = "GET", **headers: str) -> int:
    found = refusal(known, method, OURS | {k.replace("_", "-").encode(): [v.encode()] for k, v in headers.items()})
    return found.status if found else 200


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:1", "[::1]:8765", "LocalHost:8765"])
def test_its_own_names_are_answered(host: str) -> None:
    assert status(host=host) == 200


@pytest.mark.parametrize(
    "host", ["veld.example", "127.0.0.1.veld.example", "localhost.", "127.0.0.1@veld.example", "", "[::1", "127.0.0.1:x", "2130706433",
             "127.0.0.1:8765/veld", "127.0.0.1,veld.example", "[::ffff:127.0.0.1]"],
)  # fmt: skip
def test_any_other_name_is_misdirected(host: str) -> None:
    assert status(host=host) == 421


def test_no_name_and_two_names_are_misdirected() -> None:
    assert refusal(Rules(), "GET", {}).status == 421  # type: ignore[union-attr]
    assert refusal(Rules(), "GET", {b"host": [b"localhost", b"localhost"]}).status == 421  # type: ignore[union-attr]


@pytest.mark.parametrize("origin", ["http://veld.example", "null", "http://127.0.0.1:9999", "https://localhost:8765"])
def test_another_sites_script_is_refused(origin: str) -> None:
    assert status(origin=origin) == 403


def test_its_own_script_is_answered() -> None:
    assert status(origin="http://127.0.0.1:8765", sec_fetch_site="same-origin") == 200


def test_a_link_from_elsewhere_is_followed_but_nothing_is_embedded() -> None:
    assert status(sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="document") == 200
    assert status(sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="iframe") == 403
    assert status(sec_fetch_site="cross-site", sec_fetch_mode="no-cors", sec_fetch_dest="script") == 403
    assert status(sec_fetch_site="same-site", sec_fetch_mode="cors", sec_fetch_dest="empty") == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_but_reading_is_allowed(method: str) -> None:
    assert status(method=method) == 405
    assert status(method=method, origin="http://veld.example") == 403


def test_a_token_is_asked_for_and_known_in_both_forms() -> None:
    known = rules("127.0.0.1", SECRET)
    basic = base64.b64encode(f"anyone:{SECRET}".encode()).decode()
    assert status(known) == 401
    assert status(known, authorization=f"Bearer {SECRET}") == status(known, authorization=f"Basic {basic}") == 200
    wrong = [
        f"Bearer {SECRET}x",
        "Bearer",
        f"Digest {SECRET}",
        "Basic %%%",
        f"Basic {base64.b64encode(SECRET.encode()).decode()}",
    ]
    assert {status(known, authorization=value) for value in wrong} == {401}


def test_who_asks_too_often_from_elsewhere_is_told_when_to_come_back() -> None:
    guard = Guard(nothing, Rules(), Limits(lambda: 0.0))
    answers = [guard.late("192.0.2.7", "GET") for _ in range(int(PAGES.burst) + 1)]
    assert answers[:-1] == [None] * int(PAGES.burst)
    assert answers[-1] is not None
    assert (answers[-1].status, answers[-1].wait) == (429, 1 / PAGES.second)
    assert [guard.late("127.0.0.1", "GET") for _ in range(int(PAGES.burst) + 1)] == answers[:1] * (int(PAGES.burst) + 1)


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that is never asked."""


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.7", "veld.example", ""])
def test_an_address_others_can_reach_needs_a_token(address: str) -> None:
    with pytest.raises(UsageError, match="SAYSO_TOKEN"):
        rules(address)
    assert address in rules(address, SECRET).hosts


def test_a_short_token_is_refused() -> None:
    with pytest.raises(UsageError, match="guessed"):
        rules("127.0.0.1", "short")
