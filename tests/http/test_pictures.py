import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.http.app import application
from tests.ledger.doing import filled


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = filled(tmp_path_factory.mktemp("pictures") / "raid.sayso")
    with TestClient(application(path), base_url="http://127.0.0.1:8765", follow_redirects=False) as made:
        yield made


def test_the_network_stands_beside_its_table_and_its_files(client: TestClient) -> None:
    page = client.get("/network").text
    rows = client.get("/network.json").json()
    assert page.count("data-ends=") == page.count("<tr data-answer>") == len(rows) == 2
    assert [row["speaker"] for row in csv.DictReader(io.StringIO(client.get("/network.csv").text))] == ["Orrin", "Tova Lindqvar"]
    assert client.get("/network.xml").status_code == 404


def test_a_number_of_the_network_leads_to_as_many_statements(client: TestClient) -> None:
    row = client.get("/network.json").json()[0]
    href = "/said?by=Orrin&amp;about=Soldiers+of+Orrin&amp;exactly=true"
    assert f'<a href="{href}">{row["statements"]}</a>' in client.get("/network").text
    assert client.get(href.replace("&amp;", "&")).text.count("data-answer") == row["statements"]


def test_names_left_out_are_told(client: TestClient) -> None:
    page = client.get("/network?top=1").text
    assert "left out are 1 further speaker and 1 further name" in page
    assert page.count("data-ends=") == 1


def test_a_network_of_nobody_says_so(client: TestClient) -> None:
    assert "Nobody speaks about anybody like that." in client.get("/network?by=nobody").text
    assert client.get("/network?kind=ghost").status_code == 400


def test_the_map_stands_beside_its_table_and_its_files(client: TestClient) -> None:
    page = client.get("/map").text
    rows = client.get("/map.json").json()
    assert [(row["name"], row["precision"], row["events"], row["documents"]) for row in rows] == [("Vellin", "unknown", 2, 2)]
    assert "2 events of 8 have a place in the text · 2 events at places whose names are not on the map" in page
    assert page.count("<tr data-answer>") == 1
    assert "borders: Natural Earth" in page
    assert client.get("/map.csv").text.splitlines()[1].startswith("Vellin,unknown,")


def test_a_number_of_the_map_leads_to_as_many_events(client: TestClient) -> None:
    href = "/events?places=Vellin"
    assert f'<a href="{href}">2</a>' in client.get("/map").text
    listed = client.get(href).text
    assert "2 events" in listed
    assert "at Vellin" in listed
    assert client.get("/events?places=Vell").text.count("data-answer") == 0


def test_the_map_is_narrowed_like_the_list_of_events(client: TestClient) -> None:
    assert "1 event of 4 has a place" in client.get("/map?in=Sill+Courier").text
    assert "0 events of 2 have a place" in client.get("/map?status=denied").text
    assert client.get("/map?type=war").status_code == client.get("/map?view=moon").status_code == 400


def test_the_timeline_stands_beside_its_table_and_its_files(client: TestClient) -> None:
    page = client.get("/timeline").text
    rows = client.get("/timeline.json").json()
    assert [(row["day"], row["statements"], row["events"]) for row in rows] == [("2031-04-07", 0, 2), ("2031-04-08", 2, 0)]
    assert page.count("<tr data-answer>") == len(rows) == client.get("/timeline.csv").text.count("\n") - 1
    assert "Without any day: 6 events, 0 forecasts, 2 statements" in page


def test_a_bar_leads_to_as_many_events_and_statements(client: TestClient) -> None:
    page = client.get("/timeline").text
    for href in ("/events?day=2031-04-07", "/said?since=2031-04-08&amp;until=2031-04-08"):
        assert f'<a href="{href}">2</a>' in page
        assert client.get(href.replace("&amp;", "&")).text.count("data-answer") == 2


def test_a_month_is_drawn_closer(client: TestClient) -> None:
    assert client.get("/timeline?within=2031-04&since=2031").text.count("<tr data-answer>") == 2
    assert "Nothing with a date is like that." in client.get("/timeline?within=2030").text
    assert client.get("/timeline?within=soon").status_code == 400
