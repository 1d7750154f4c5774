from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.errors import LedgerError
from sayso.http.app import application

PATHS = ("/", "/documents.json", "/said", "/find?q=tide", "/problems", "/static/reader.js", "/nowhere", "/find.csv?q=")


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
        "form-action 'self'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_refusals_carry_it_too_and_say_nothing_of_the_ledger(client: TestClient) -> None:
    refused = client.get("/", headers={"host": "veld.example"})
    assert (refused.status_code, refused.text) == (421, "421: this server does not answer to that name\n")
    assert "content-security-policy" in refused.headers


def test_a_script_of_another_site_gets_nothing(client: TestClient) -> None:
    assert client.get("/said.json", headers={"origin": "http://veld.example"}).status_code == 403
    assert client.post("/said.json").status_code == 405


def test_head_is_answered_like_get(client: TestClient) -> None:
    assert client.head("/").status_code == 200
    assert client.head("/nowhere").status_code == 404


def test_pages_are_not_kept_and_files_are_asked_for_again(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == "no-store"
    tag = client.get("/static/sayso.css").headers["etag"]
    assert client.get("/static/sayso.css", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize("path", ["/", "/said", "/find?q=water", "/problems", "/nowhere"])
def test_pages_ask_nothing_of_another_host(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert "//" not in text.replace("<!doctype html>", "")


def test_a_file_that_is_no_ledger_is_refused_before_serving(tmp_path: Path) -> None:
    (tmp_path / "x.sayso").write_text("nothing of the kind")
    for name in ("x.sayso", "absent.sayso"):
        with pytest.raises(LedgerError):
            application(tmp_path / name)
