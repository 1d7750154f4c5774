import csv
import html
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.ledger import Ledger
from tests.ledger.doing import event, filled, raid
from tests.ledger.made import document


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = filled(tmp_path_factory.mktemp("events") / "raid.sayso")
    with TestClient(application(path), base_url="http://127.0.0.1:8765", follow_redirects=False) as made:
        yield made


def test_an_event_shows_its_sides_status_and_voice_in_words(client: TestClient) -> None:
    page = client.get("/events?status=denied&in=Sill+Courier").text
    assert page.count("data-answer") == 1
    assert "denied, certainly not" in page
    assert '<bdi>Soldiers of Orrin</bdi></a></b> <abbr class="small code" title="ORR MIL">ORR, military</abbr>' in page
    assert "<mark>shelled</mark>" in page
    assert '<bdi>Sill Courier</bdi> <span aria-label="reports">←</span> <bdi>Orrin</bdi>' in page


def test_each_event_opens_at_its_characters(client: TestClient) -> None:
    doc = raid()[0]
    row = client.get("/events.json?type=COERCE&in=Sill+Courier").json()[0]
    assert doc.text[row["trigger"][0] : row["trigger"][1]] == "close"
    assert f'href="/d/{doc.id}#r={row["id"]}"' in client.get("/events?type=COERCE").text
    assert f'id="r={row["id"]}"' in client.get(f"/d/{doc.id}").text


def test_the_sides_of_an_event_lead_to_all_that_is_known_of_them(client: TestClient) -> None:
    found = re.findall(r'href="(/actor\?name=[^"]+)"', client.get("/events").text)
    assert found
    assert all(client.get(html.unescape(one)).status_code == 200 for one in sorted(set(found)))


def test_facets_count_and_lead_back(client: TestClient) -> None:
    page = client.get("/events?type=assault").text
    assert "6 events" in page
    assert 'href="/events" aria-current="true">× <bdi>assault</bdi> <b>6' in page
    assert 'href="/events?type=ASSAULT&amp;own=true"><bdi>the outlets’ own</bdi> <b>2' in page
    assert "2 events" in client.get("/events?type=assault&own=true").text


def test_only_the_deadly_are_kept_when_asked(client: TestClient) -> None:
    page = client.get("/events?deadly=true").text
    assert page.count("11 dead") == 2 == page.count("data-answer")


def test_actors_lead_to_what_they_say_do_and_undergo(client: TestClient) -> None:
    page = client.get("/actors?name=soldiers").text
    assert page.count("data-answer") == 1
    assert 'href="/events?who=Soldiers+of+Orrin">4</a>' in page
    assert "group ORR MIL" in page
    assert client.get("/events?who=Soldiers+of+Orrin").text.count("data-answer") == 4


@pytest.mark.parametrize("path", ["/events", "/actors"])
def test_lists_are_whole_in_their_other_forms(client: TestClient, path: str) -> None:
    rows = client.get(f"{path}.json").json()
    cells = list(csv.DictReader(io.StringIO(client.get(f"{path}.csv").text)))
    assert [row["quote"] for row in rows] == [cell["quote"] for cell in cells] != []
    assert client.get(f"{path}.xml").status_code == 404


@pytest.mark.parametrize(
    "wrong", ["/events?type=war", "/events?status=x", "/actors?part=x", "/events?since=soon", "/events.json?type=x"]
)
def test_a_wrong_question_is_told_so(client: TestClient, wrong: str) -> None:
    assert client.get(wrong).status_code == 400


def test_nothing_like_it_is_said_plainly(client: TestClient) -> None:
    assert 'No event is like that. <a href="/events">' in client.get("/events?who=nobody").text
    assert 'Nobody is like that. <a href="/actors">' in client.get("/actors?name=nobody").text


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    doc = document("<script>alert(1)</script> fell.", outlet="<img src=x>", title="<b>")
    with Ledger(tmp_path / "a.sayso") as ledger:
        ledger.write(doc, (event(doc, "<script>", "ASSAULT"),))
    with TestClient(application(tmp_path / "a.sayso"), base_url="http://127.0.0.1:8765") as client:
        page = client.get("/events").text
    assert "<mark>&lt;script&gt;</mark>alert(1)" in page
    assert "<img" not in page
