import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.http.guard import Rules
from sayso.ledger import Ledger, View
from sayso.ledger.people import let_in
from sayso.ledger.searches import searches
from tests.ledger.doing import filled, raid

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "raid.sayso")


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    with TestClient(application(path), base_url="http://127.0.0.1:8765", follow_redirects=False) as made:
        yield made


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/searches").text)
    assert found
    return found[1]


def kept(client: TestClient, **fields: str) -> str:
    """The id of a search that is kept by sending the form."""
    given = {"name": "What Tova says", "who": "Ada", "path": "/said", "asked-by": "Tova", **fields}
    assert client.post("/searches", data={**given, "token": token(client)}).status_code == 303
    return str(client.get("/searches.json").json()[-1]["id"])


def entries(client: TestClient, id: str) -> list[ET.Element]:
    answer = client.get(f"/searches/{id}.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return ET.fromstring(answer.text).findall(f"{ATOM}entry")


def test_a_list_leads_to_the_form_that_keeps_what_it_was_asked(client: TestClient) -> None:
    href = "/searches?path=%2Fsaid&amp;by=Tova"
    assert f'href="{href}"' in client.get("/said?by=Tova").text
    page = client.get(href.replace("&amp;", "&")).text
    assert '<input type="hidden" name="asked-by" value="Tova">' in page


def test_a_kept_search_leads_to_its_list_and_its_feed(client: TestClient) -> None:
    id = kept(client)
    page = client.get("/searches").text
    assert '<a href="/said?by=Tova"><bdi>What Tova says</bdi></a>' in page
    found = entries(client, id)
    assert [one.findtext(f"{ATOM}title") for one in found] == ["Tova Lindqvar: Eleven clerks were killed"] * 2
    link = found[0].find(f"{ATOM}link")
    assert link is not None
    place = link.attrib["href"].removeprefix("http://127.0.0.1:8765")
    assert f'id="{place.partition("#")[2]}"' in client.get(place.partition("#")[0]).text


def test_what_came_in_since_is_new_until_it_was_seen(client: TestClient, path: Path) -> None:
    id = kept(client)
    assert [row["new"] for row in client.get("/searches.json").json()] == [0]
    with Ledger(path) as ledger:
        ledger.write(*raid("Lower Sill Post"))
    assert "<b>1 new</b>" in client.get("/searches").text
    assert client.get(f"/searches/{id}.json").json()[0]["outlet"] == "Lower Sill Post"
    client.post("/searches/one", data={"seen": id, "who": "Ada", "token": token(client)})
    assert "nothing new" in client.get("/searches").text


@pytest.mark.parametrize(
    ("list_", "asked"),
    [
        ("/find", {"asked-q": "clerks"}),
        ("/events", {"asked-type": "assault", "asked-deadly": "true"}),
        ("/forecasts", {"asked-by": "nobody"}),
        ("/conflicts", {}),
    ],
)
def test_every_list_that_can_be_kept_has_the_answers_of_its_feed(client: TestClient, list_: str, asked: dict[str, str]) -> None:
    id = kept(client, path=list_, name=list_, **{"asked-by": "", **asked})
    address = f"{list_}.json?" + "&".join(f"{name.removeprefix('asked-')}={value}" for name, value in asked.items())
    assert len(entries(client, id)) == len(client.get(address).json())
    assert len(client.get(f"/searches/{id}.json").json()) == len(
        list(csv.DictReader(io.StringIO(client.get(f"/searches/{id}.csv").text)))
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"path": "/sql"},
        {"path": "/find", "asked-q": ""},
        {"path": "/events", "asked-type": "war"},
        {"asked-since": "soon"},
        {"name": " "},
        {"who": ""},
        {"name": "x" * 300},
    ],
)
def test_what_can_not_be_asked_is_not_kept(client: TestClient, wrong: dict[str, str]) -> None:
    given = {"name": "A", "who": "Ada", "path": "/said", **wrong, "token": token(client)}
    assert client.post("/searches", data=given).status_code == 400
    assert client.get("/searches.json").json() == []


def test_a_search_let_go_is_gone_and_its_name_is_free(client: TestClient) -> None:
    id = kept(client)
    again = {"name": "What Tova says", "who": "Ada", "path": "/said", "token": token(client)}
    assert client.post("/searches", data=again).status_code == 400
    client.post("/searches/one", data={"gone": id, "who": "Ada", "token": token(client)})
    assert client.get(f"/searches/{id}.atom").status_code == 404
    assert client.post("/searches/one", data={"gone": id, "who": "Ada", "token": token(client)}).status_code == 404
    assert client.post("/searches", data=again).status_code == 303


def test_a_feed_asks_for_a_token_where_pages_do_and_whoever_may_read_may_keep(path: Path) -> None:
    with Ledger(path) as ledger:
        secret = let_in(ledger, "Ben", "read", who="Ada")
    with TestClient(application(path, Rules()), base_url="http://127.0.0.1:8765", follow_redirects=False) as asked:
        assert asked.get("/searches").status_code == 401
        asked.headers["authorization"] = f"Bearer {secret}"
        asked.auth = ("Ben", secret)
        id = kept(asked, who="Somebody else")
        assert len(entries(asked, id)) == 2
        asked.auth = None
        del asked.headers["authorization"]
        assert asked.get(f"/searches/{id}.atom").status_code == 401
    with View(path) as view:
        assert [search.who for search in searches(view)] == ["Ben"]


def test_hostile_names_stay_text_in_page_and_feed(client: TestClient) -> None:
    id = kept(client, name="]]><script>alert(1)</script>\u202e", who="<b>")
    assert "<script>alert" not in client.get("/searches").text
    answer = client.get(f"/searches/{id}.atom").text
    assert ET.fromstring(answer).findtext(f"{ATOM}title") == "]]><script>alert(1)</script>\u202e"
