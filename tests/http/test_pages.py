import csv
import io

import pytest
from starlette.testclient import TestClient

from sayso.show import lists
from tests.show import made

DOC, RECORDS = made.sample()
TEXT = DOC.text


def test_documents_are_listed_latest_first_a_page_at_a_time(client: TestClient) -> None:
    first, second = client.get("/").text, client.get("/?offset=50").text
    assert first.index(DOC.id) < first.index("Tide table")
    assert (first.count("data-answer"), second.count("data-answer")) == (50, 11)
    assert "offset=50" in first
    assert 'rel="next"' not in second


def test_facets_narrow_the_list_and_lead_back(client: TestClient) -> None:
    page = client.get("/?outlet=Tide+Office").text
    assert "60 of 61 documents" in page
    assert 'href="/" aria-current="true">× <bdi>Tide Office</bdi> <b>60' in page
    assert "2030</bdi> <b>60" in page
    assert "2030-03</bdi> <b>60" in client.get("/?since=2030&until=2030").text


def test_lists_are_whole_in_their_other_forms(client: TestClient) -> None:
    assert len(client.get("/documents.json").json()) == 61
    rows = list(csv.DictReader(io.StringIO(client.get("/documents.csv?outlet=tide").text)))
    assert {row["outlet"] for row in rows} == {"Tide Office"}
    assert len(rows) == 60


def test_statements_are_asked_by_speaker_words_and_form(client: TestClient) -> None:
    found = client.get("/said.json", params={"by": "Bramm", "form": "direct"}).json()
    assert [row["quote"] for row in found] == ["“Nobody asked the boatmen,” … “and nobody will.”"]
    assert all("".join(TEXT[s:e] for s, e in row["spans"]) == row["quote"].replace(" … ", "") for row in found)
    assert client.get("/said.json", params={"by": "Bramm", "in": "Tide Office"}).json() == []


def test_each_statement_opens_at_its_characters(client: TestClient) -> None:
    page = client.get("/said?by=minister").text
    minister = RECORDS[2].id
    assert f'href="/d/{DOC.id}#r={minister}"' in page
    assert f'id="r={minister}"' in client.get(f"/d/{DOC.id}").text


def test_words_are_found_with_their_place_and_voice(client: TestClient) -> None:
    found = client.get("/find.json?q=boatmen").json()
    assert {TEXT[s:e] for row in found for s, e in row["spans"]} == {"boatmen"}
    start, end = made.span(TEXT, "boatmen")
    page = client.get("/find?q=boatmen").text
    assert f"/d/{DOC.id}?span={start}-{end}" in page
    assert "<mark>boatmen</mark>" in page
    assert f'data-span="{start}-{end}"' in client.get(f"/d/{DOC.id}?span={start}-{end}").text


def test_a_document_is_given_whole_as_json_and_by_the_first_digits(client: TestClient) -> None:
    whole = client.get(f"/d/{DOC.id}.json").json()
    assert whole["document"]["text"] == TEXT
    assert len(whole["records"]) == len(RECORDS)
    short = client.get(f"/d/{DOC.id[:8]}?span=1-2")
    assert (short.status_code, short.headers["location"]) == (307, f"/d/{DOC.id}?span=1-2")
    assert client.get(f"/d/{DOC.id}.csv").text.count(DOC.id) >= 5


def test_what_was_set_aside_is_shown_as_text(client: TestClient) -> None:
    assert "not &lt;i&gt;text" in client.get("/problems").text
    assert client.get("/problems.json").json()[0]["origin"] == "<b>.pdf"
    assert client.get("/problems.csv").text.startswith("doc,spans,quote,origin,why,next")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nowhere", 404), ("/d/ffffffffffff", 404), ("/static/../app.py", 404), ("/static/page.py", 404), ("/said.xml", 404),
     ("/?since=yesterday", 400), ("/said?until=31-1", 400), ("/find?q=%21%21", 400), ("/find.csv?q=", 400), ("/?offset=-1", 400),
     ("/?offset=x", 400), ("/said?by=" + "x" * 1001, 400)],
)  # fmt: skip
def test_wrong_questions_get_a_plain_page(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize("span", ["x", "5", "5-", "-5", "9-5", "5-5", "0-999999", "٣-٥", "1-2-3", "1" * 5000 + "-2"])
def test_spans_outside_the_document_are_refused(client: TestClient, span: str) -> None:
    assert client.get(f"/d/{DOC.id}", params={"span": span}).status_code == 400


def test_an_error_of_a_json_page_is_json(client: TestClient) -> None:
    assert client.get("/find.json?q=").json()["error"].startswith("nothing to look for")
    assert client.get("/d/ffffffffffff.json").json() == {"error": "There is no such document in this ledger."}


def test_markup_in_a_question_stays_text(client: TestClient) -> None:
    for path in ("/find?q=<script>x", "/said?by=<script>x", "/?containing=<script>x", "/nowhere/<script>", "/?since=<script>"):
        assert "<script>x" not in client.get(path).text


def test_statements_are_narrowed_by_facets_that_count(client):
    page = client.get("/said").text
    rows = client.get("/said.json").json()
    assert f"{len(rows)} statements" in page
    for name, field in (("by", "speaker"), ("form", "form"), ("act", "act")):
        value = rows[0][field]
        count = sum(row[field] == value for row in rows)
        href = lists.address("/said", {name: value}).replace("&", "&amp;")
        assert f'href="{href}"><bdi>{value}</bdi> <b>{count}</b>' in page
    assert 'href="/said" aria-current="true">× <bdi>direct</bdi>' in client.get("/said?form=direct").text
