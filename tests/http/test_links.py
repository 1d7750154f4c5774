import csv
import html
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.http.app import application
from tests.link.ledgers import COPY, FIRST, SECOND, WIRE, WORDS, linked


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = linked(tmp_path_factory.mktemp("links") / "ossel.sayso")
    with TestClient(application(path), base_url="http://127.0.0.1:8765", follow_redirects=False) as made:
        yield made


@pytest.mark.parametrize("path", ["/conflicts", "/quotes", "/copies"])
def test_each_list_is_a_page_and_the_same_as_json_and_csv(client: TestClient, path: str) -> None:
    rows = client.get(f"{path}.json").json()
    assert rows
    assert len(list(csv.DictReader(io.StringIO(client.get(f"{path}.csv").text)))) == len(rows)
    assert client.get(path).text.count("<li data-answer>") == (1 if path == "/copies" else len(rows))


def test_a_conflict_shows_both_passages_and_leads_to_their_words(client: TestClient) -> None:
    page = client.get("/conflicts").text
    assert page.count(f"<bdi>{WORDS}</bdi>") == 2
    assert "Ilse Marrow … said" in page
    assert f'href="/d/{SECOND.id}?span=1-{1 + len(WORDS)}"' in page
    assert client.get("/conflicts?sort=fact").text.count("<li data-answer>") == 0


def test_a_link_has_a_page_of_its_own(client: TestClient) -> None:
    (row,) = client.get(f"/conflicts.json?in={FIRST.id}").json()
    assert row["link"] in client.get(f"/l/{row['link']}").text
    assert client.get(f"/l/{row['link'][:8]}.json").json() == row
    assert client.get("/l/0123456789").status_code == 404


def test_a_document_says_beside_a_statement_what_others_make_of_it(client: TestClient) -> None:
    page = client.get(f"/d/{FIRST.id}").text
    assert "elsewhere credited to" in page
    assert "Anton Brisk … said (Lower Post, undated)" in page
    assert "also in" in page


def test_a_copy_says_of_what_on_top(client: TestClient) -> None:
    page = client.get(f"/d/{COPY.id}").text
    assert "copy: " in page or ">copy<" in page
    assert f"/l/{client.get('/copies.json').json()[1]['link']}" in page
    assert "Reuters, 2031-04-08" in page
    assert client.get(f"/copies.json?in={WIRE.id}").json()[0]["origin"] is True


def test_who_else_tells_it_is_counted_with_the_reason(client: TestClient) -> None:
    record = FIRST.statements[0].id
    assert f"/sources/{record}" in client.get(f"/d/{FIRST.id}").text
    page = client.get(f"/sources/{record}").text
    assert "at most 2 independent sources in 2 documents" in page
    assert len(client.get(f"/sources/{record}.json").json()) == 2
    assert client.get("/sources/0123456789abcdef.s1-2").status_code == 400


def test_an_actor_has_a_page_of_its_own_with_the_same_rows_in_its_files(client: TestClient) -> None:
    page = client.get("/actor?name=Ilse+Marrow").text
    assert WORDS in page
    assert "Names and roles" in page
    rows = client.get("/actor.json?name=Ilse+Marrow&part=said").json()
    assert [row["quote"].strip("“,”") for row in rows] == [WORDS]
    assert client.get("/actor?name=Nobody+Here").status_code == 400


@pytest.mark.parametrize("path", ["/said", "/actors"])
def test_names_in_lists_lead_to_all_that_is_known_of_them(client: TestClient, path: str) -> None:
    found = re.findall(r'href="(/actor\?name=[^"]+)"', client.get(path).text)
    assert found
    assert all(client.get(html.unescape(one)).status_code == 200 for one in sorted(set(found)))


def test_a_story_has_a_page_by_day(client: TestClient) -> None:
    assert "Day by day" in client.get(f"/story/{FIRST.id}").text
    assert [row["part"] for row in client.get(f"/story/{FIRST.id}.json").json()] == ["statement"]
