from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.http.described import addresses, base
from sayso.http.words import ADDRESSES, PARAMETERS
from tests.link.ledgers import linked

GIVEN = {"/sql": "?q=SELECT+1", "/find": "?q=the", "/forecasts/by": "?name=nobody", "/actor": "?name=Marrow"}
NO_PAGE = {"/forecasts/questions", "/searches/{id}"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = linked(tmp_path_factory.mktemp("described") / "ossel.sayso")
    with TestClient(application(path), base_url="http://127.0.0.1:8765", follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="module")
def schema(client: TestClient) -> dict:  # type: ignore[type-arg]
    return dict(client.get("/openapi.json").json())


def test_every_address_and_parameter_has_a_sentence_and_no_sentence_is_left_over(schema: dict) -> None:  # type: ignore[type-arg]
    named = {one["name"] for path in schema["paths"].values() for way in path.values() for one in way.get("parameters", ())}
    assert {base(path) for path in schema["paths"]} ^ set(ADDRESSES) == set()
    assert named - set(PARAMETERS) == set()


def test_every_page_is_also_there_as_json_and_csv(client: TestClient, schema: dict) -> None:  # type: ignore[type-arg]
    doc, link = client.get("/documents.json").json()[0]["doc"], client.get("/conflicts.json").json()[0]
    ids = {"/d/{id}": doc, "/story/{id}": doc, "/l/{id}": link["link"], "/sources/{id}": link["record"]}
    pages = [
        row for row in addresses(schema) if "page" in row.forms and row.path not in ("/api", "/documents", "/forecasts/c/{id}")
    ]
    assert len(pages) > 20
    for row in pages:
        place = row.path.replace("{id}", ids.get(row.path, ""))
        asked = GIVEN.get(row.path, "")
        assert client.get(place + asked).headers["content-type"].startswith("text/html"), row.path
        for form, media in (("json", "application/json"), ("csv", "text/csv")):
            answer = client.get(f"{'/documents' if place == '/' else place}.{form}{asked}")
            assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media), (row.path, form)


def test_rows_without_a_page_are_few_and_known(schema: dict) -> None:  # type: ignore[type-arg]
    assert {row.path for row in addresses(schema) if row.forms and "page" not in row.forms} == NO_PAGE


def test_the_page_of_addresses_needs_no_script_and_names_each(client: TestClient, schema: dict) -> None:  # type: ignore[type-arg]
    page = client.get("/api").text
    assert page.count("<li id=") == len(addresses(schema))
    assert "<code>exactly</code></dt><dd>names are meant whole" in page
