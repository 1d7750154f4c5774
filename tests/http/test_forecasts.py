import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.ledger import Ledger, View
from sayso.ledger.questions import questions, reminder, resolutions
from sayso.ledger.verdicts import judge
from tests.ledger.foretelling import claim, early, filled, late
from tests.ledger.made import span

ROAD, SILL = claim("The Quarry road"), claim("nobody may cross")
PAGE = f"/forecasts/c/{ROAD}"
ASKED = {"text": "Is it open?", "criteria": "A car.", "due": "2031-04-30", "who": "Ada", "since": "", "until": "", "sources": ""}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return filled(tmp_path / "sill.sayso")


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(application(ledger), base_url="http://127.0.0.1:8765", follow_redirects=False) as made:
        yield made


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(PAGE).text)
    assert found
    return found[1]


def send(client: TestClient, path: str, fields: dict[str, object], **headers: str):  # type: ignore[no-untyped-def]
    return client.post(path, data={"token": token(client), **fields}, headers={"origin": "http://127.0.0.1:8765", **headers})


def opened(client: TestClient, ledger: Path) -> str:
    assert send(client, f"{PAGE}/question", ASKED).status_code == 303
    with View(ledger) as view:
        return questions(view)[-1].id


def test_a_question_is_opened_and_resolved_by_forms(client: TestClient, ledger: Path) -> None:
    asked = opened(client, ledger)
    page = client.get(PAGE).text
    box = re.search(r'name="evidence" value="([^"]+)"', page)
    assert box
    assert "Is it open?" in page
    answered = send(client, f"{PAGE}/resolve/{asked}", {"answer": "yes", "who": "Ben", "note": "", "evidence": [box[1]]})
    assert (answered.status_code, answered.headers["location"]) == (303, f"{PAGE}#q-{asked}")
    with View(ledger) as view:
        (made,) = resolutions(view, asked)
    start, end = span(late()[0], "The Quarry road opened on April 29, a day before Tova Lindqvar had said it would.")
    assert (made.answer, made.who, made.evidence[0].spans) == ("yes", "Ben", ((start, end),))
    assert "came true" in client.get("/forecasts/by?name=Lindqvar").text


def test_a_reminder_is_set_by_a_form(client: TestClient, ledger: Path) -> None:
    assert send(client, f"{PAGE}/remind", {"due": "2031-09-01", "why": "", "who": "Ada"}).status_code == 303
    with View(ledger) as view:
        kept = reminder(view, ROAD)
    assert kept is not None
    assert kept.due == "2031-09-01"


def test_a_form_without_this_servers_token_is_refused(client: TestClient, ledger: Path) -> None:
    for wrong in ("", "x", token(client)[:-1]):
        assert client.post(f"{PAGE}/question", data={**ASKED, "token": wrong}).status_code == 400
    with View(ledger) as view:
        assert questions(view) == []


@pytest.mark.parametrize("headers", [{"origin": "http://veld.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}])
def test_a_form_of_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert send(client, f"{PAGE}/question", ASKED, **headers).status_code == 403


def test_only_forms_of_a_bounded_size_are_taken(client: TestClient) -> None:
    assert client.post(f"{PAGE}/question", json=ASKED).status_code == 400
    assert send(client, f"{PAGE}/question", ASKED | {"text": "x" * 200_000}).status_code == 400
    assert (
        client.post(
            f"{PAGE}/question", content=b"\xff=1", headers={"content-type": "application/x-www-form-urlencoded"}
        ).status_code
        == 400
    )


@pytest.mark.parametrize("path", ["/", "/said", "/forecasts", "/problems", "/static/sayso.css"])
def test_nothing_else_takes_a_form(client: TestClient, path: str) -> None:
    assert client.post(path, data=ASKED).status_code == 405


@pytest.mark.parametrize("fields", [{"due": "soon"}, {"text": " "}, {"who": ""}])
def test_a_question_that_can_not_be_asked_is_told(client: TestClient, fields: dict[str, str]) -> None:
    answered = send(client, f"{PAGE}/question", ASKED | fields)
    assert answered.status_code == 400
    assert "can’t be asked" in answered.text


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    assert {client.get(f"/forecasts/{path}").status_code for path in ("c/x", "c/x.json", "by.xml", "questions.ics")} == {404}
    assert client.get("/forecasts.xml").status_code == 404


def test_the_list_is_narrowed_by_state_kind_and_speaker(client: TestClient) -> None:
    rows = client.get("/forecasts.json?on=2031-04-30&state=due").json()
    assert [row["speaker"] for row in rows] == ["Tova Lindqvar"]
    page = client.get("/forecasts?on=2031-04-30").text
    assert all(f"{name}</bdi> <b>1</b>" in page for name in ("due", "warning", "Orla Venn"))
    assert "Anton Brisk" not in client.get("/forecasts?kind=warning").text


def test_a_condition_is_shown_with_its_place_and_an_outlets_own_as_its_own(client: TestClient) -> None:
    page = client.get("/forecasts").text
    assert "If the bridge falls" in page
    assert "in the quotation" in page
    assert "the outlet’s own" in page
    assert 'class="condition"' in client.get(f"/forecasts/c/{SILL}").text


def test_every_page_has_its_rows_as_json_and_csv(client: TestClient) -> None:
    for path in ("/forecasts", PAGE, "/forecasts/score", "/forecasts/by?name=Venn"):
        page, _, query = path.partition("?")
        assert client.get(f"{page}.json?{query}").json()
        assert client.get(f"{page}.csv?{query}").text.count("\r\n") >= 2
        assert f"{page}.json" in client.get(path).text


def test_the_feed_has_what_fell_due_and_is_well_formed(client: TestClient) -> None:
    feed = ElementTree.fromstring(client.get("/forecasts.atom?on=2031-04-30").content)
    titles = [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert titles == ["Forecasts that fell due", "Tova Lindqvar (promise): The Quarry road will open by April 30"]


def test_the_calendar_has_their_days_and_not_those_made_up_by_us(client: TestClient) -> None:
    lines = client.get("/forecasts.ics").text.split("\r\n")
    assert [line for line in lines if line.startswith("DTSTART")] == ["DTSTART;VALUE=DATE:20310430"]
    assert max(len(line.encode()) for line in lines) <= 75


def test_the_score_says_first_what_is_not_resolved(client: TestClient) -> None:
    page = client.get("/forecasts/score").text
    assert page.index("We only see what was quoted") < page.index("Not resolved") < page.index("Stated numbers")
    assert "They did not predict these" in page


def test_the_event_foretold_stands_beside_the_claim_and_leads_to_its_words(client: TestClient) -> None:
    row = next(one for one in client.get("/forecasts.json").json() if one["id"] == ROAD)
    assert (row["event_type"], row["event_words"]) == ("CONCEDE", "open by")
    for page in (client.get("/forecasts").text, client.get(PAGE).text):
        assert re.search(rf'href="/d/{row["doc"]}#r={re.escape(row["event"])}">concede: Tova Lindqvar', page)
    assert re.search(r"<dt>foretells</dt><dd><[^>]*>.*concede: open by", client.get(f"/d/{row['doc']}").text)


def test_copies_stand_once_and_a_question_on_one_stands_on_the_page_of_each(client: TestClient, ledger: Path) -> None:
    again = early("Hill Herald", "2031-04-08")
    with Ledger(ledger) as writer:
        writer.write(*again)
    copy = claim("The Quarry road", again)
    listed = client.get("/forecasts.json?by=lindqvar").json()
    assert [(row["id"], row["printed"]) for row in listed] == [(ROAD, 2)]
    assert "printed 2 times, counted once" in client.get("/forecasts?by=lindqvar").text
    asked = opened(client, ledger)
    page = client.get(f"/forecasts/c/{copy}").text
    assert f'id="q-{asked}"' in page
    assert f'href="/forecasts/c/{ROAD}"' in page
    assert client.get("/forecasts.ics").text.count("BEGIN:VEVENT") == 1


def test_what_a_reviewer_rejected_is_marked_and_neither_due_nor_scored(client: TestClient, ledger: Path) -> None:
    with Ledger(ledger) as writer:
        judge(writer, ROAD, "reject", who="Ada")
    assert client.get("/forecasts.json?state=due&on=2032-01-01&by=lindqvar").json() == []
    (row,) = client.get("/forecasts.json?state=rejected").json()
    assert (row["id"], row["verdict"]) == (ROAD, "reject")
    assert "rejected by people" in client.get("/forecasts?state=rejected").text
    assert "rejected by people" in client.get(PAGE).text
    assert "Lindqvar" not in client.get("/forecasts/score.csv").text
    assert "BEGIN:VEVENT" not in client.get("/forecasts.ics").text


def test_forecasts_are_found_by_the_day_they_are_to_come_true(client: TestClient) -> None:
    rows = client.get("/forecasts.json").json()
    theirs = [row["due"] for row in rows if row["due_from"] == "theirs"]
    assert theirs
    found = client.get(f"/forecasts.json?day={theirs[0]}").json()
    assert 0 < len(found) < len(rows)
    assert {row["latest"] for row in found} == {row["latest"] for row in rows if row["due"] == theirs[0]}
    assert f"by {theirs[0]}, in their own words" in client.get(f"/forecasts?day={theirs[0]}").text
