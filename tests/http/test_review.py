import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

from sayso.ask.sampling import draw
from sayso.http.app import application
from sayso.ledger import Ledger, View
from sayso.ledger.reviewed import reviewed
from sayso.ledger.verdicts import verdicts
from tests.show import made

DOC, RECORDS = made.sample()
KESTREL, AUTHORITY, MINISTER, BRAMM, NAMED = RECORDS[:5]
FORECAST = RECORDS[7]
PAGE = f"/d/{DOC.id}"
BOATMEN = made.span(DOC.text, "Nobody asked the boatmen")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "veld.sayso"
    with Ledger(path) as writer:
        writer.write(DOC, RECORDS, reader="hand/1")
    return path


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(application(ledger), base_url="http://127.0.0.1:8765", follow_redirects=False) as found:
        yield found


def send(client: TestClient, path: str, **fields: object):  # type: ignore[no-untyped-def]
    found = re.search(r'name="token" value="([^"]+)"', client.get(PAGE).text)
    assert found
    return client.post(path, data={"token": found[1], "who": "Ada", **fields}, headers={"origin": "http://127.0.0.1:8765"})


def decide(client: TestClient, **fields: str):  # type: ignore[no-untyped-def]
    return send(client, f"/review/d/{DOC.id}", **fields)


def says(ledger: Path) -> list[str]:
    with View(ledger) as view:
        return [one.says for one in verdicts(view)]


def test_the_queue_shows_each_record_with_its_passage(client):
    page = client.get("/review").text
    assert page.index(KESTREL.id) < page.index(MINISTER.id)
    assert '<span class="content indirect v1 on" data-role="content">The canal authority said' in page
    assert "2 hang on it" in page


def test_what_is_accepted_leaves_the_queue_and_may_be_undone_there(client, ledger):
    back = send(client, "/review/queue", decide=f"accept {KESTREL.id}", type="statement")
    assert back.status_code == 303
    page = client.get(back.headers["location"]).text
    assert f'value="accept {KESTREL.id}"' not in page
    found = re.search(r'value="(undo [0-9a-f]{12})"', page)
    assert found
    assert send(client, "/review/queue", decide=found[1]).status_code == 303
    assert says(ledger) == ["accept", "undo"]
    assert f'value="accept {KESTREL.id}"' in client.get("/review?type=statement").text


def test_a_correction_stands_beside_what_the_machine_found(client, ledger):
    back = decide(client, says="correct", about=BRAMM.id, content=f"{BOATMEN[0]}-{BOATMEN[1]}", act="claim", speaker="Ilse Bramm")
    with View(ledger) as view:
        (row,) = reviewed(view, DOC.id)
    assert back.headers["location"] == f"{PAGE}#r={BRAMM.id}@{row.verdicts[0].id}"
    assert (row.record.content, row.record.act, row.machine) == ((BOATMEN,), "claim", BRAMM)
    page = client.get(PAGE).text
    assert "other than the machine in" in page
    assert re.search(
        rf'<span class="content direct v\d h0 by-hand" id="r={BRAMM.id}@\w+"[^>]*>Nobody asked the boatmen</span>', page
    )
    assert page.count("overruled") == 4


def test_a_statement_that_no_reader_found_is_added_by_its_words(client, ledger):
    sent = {
        "type": "statement",
        "content": "Two men were injured on Thursday",
        "source": "",
        "cue": "",
        "within": "auto",
        "form": "indirect",
    }
    assert decide(client, says="add", about="", **sent).status_code == 303
    with View(ledger) as view:
        (row,) = reviewed(view, DOC.id)
    assert (row.record.content, row.machine) == ((made.span(DOC.text, "Two men were injured on Thursday"),), None)
    assert "<b>added</b>" in client.get(PAGE).text


def test_rejecting_goes_on_to_the_next_and_undoing_comes_back(client, ledger):
    assert decide(client, says="reject", about=BRAMM.id, next=FORECAST.id).headers["location"] == f"{PAGE}#r={FORECAST.id}"
    with View(ledger) as view:
        made_id = verdicts(view)[0].id
    assert decide(client, undoes=made_id).headers["location"] == f"{PAGE}#r={BRAMM.id}"
    assert 'class="undone"' in client.get(PAGE).text


def test_two_are_marked_as_the_same_and_the_whole_as_read(client, ledger):
    assert decide(client, says="same", about=BRAMM.id, other=MINISTER.id).status_code == 303
    assert decide(client, says="whole").status_code == 303
    assert says(ledger).count("accept") == 8
    page = client.get(PAGE).text
    assert "the same as" in page
    assert "Read whole by" in page


def test_an_address_outside_the_page_is_not_gone_to(client):
    for odd in ("//veld.example", "javascript:alert(1)", f"{FORECAST.id}\r\nx: y"):
        assert decide(client, says="accept", about=BRAMM.id, next=odd).headers["location"] == PAGE


@pytest.mark.parametrize(
    "fields",
    [
        {"says": "accept", "about": "nothing"},
        {"says": "correct", "about": BRAMM.id, "content": "0-99999"},
        {"says": "correct", "about": BRAMM.id, "content": "no such words"},
        {"says": "add", "type": "mention"},
        {"says": "doubt", "about": BRAMM.id},
        {"says": "accept", "about": BRAMM.id, "who": " "},
        {"undoes": "0" * 12},
    ],
)
def test_what_can_not_be_decided_is_told_and_nothing_is_written(client, ledger, fields):
    unknown = fields.get("about") == "nothing" or "undoes" in fields
    assert decide(client, **fields).status_code == (404 if unknown else 400)
    assert says(ledger) == []


def test_a_form_without_this_servers_token_is_refused(client, ledger):
    fields = {"says": "accept", "about": BRAMM.id, "who": "Ada"}
    assert client.post(f"/review/d/{DOC.id}", data={**fields, "token": "x"}).status_code == 400
    assert client.post("/review/queue", data={**fields, "token": "x"}).status_code == 400
    elsewhere = {"origin": "http://veld.example"}
    assert client.post(f"/review/d/{DOC.id}", data=fields, headers=elsewhere).status_code == 403
    assert says(ledger) == []


def test_what_was_decided_is_listed_and_what_the_reader_reads_otherwise_now(client, ledger):
    decide(client, says="accept", about=BRAMM.id, why="<b>heard</b>")
    with Ledger(ledger) as writer:
        writer.write(DOC, [record for record in RECORDS if record is not BRAMM], reader="hand/2")
    for path in ("/review/decided", "/review/decided?changed=true"):
        page = client.get(path).text
        assert "no longer finds this" in page
        assert "&lt;b&gt;heard&lt;/b&gt;" in page
    assert "changed its mind about 1" in client.get("/review").text
    assert client.get("/review/decided.json").json()[0]["says"] == "accept"
    assert client.get("/review/decided.csv").text.count("\r\n") == 2
    assert "no longer finds this" in client.get(PAGE).text


def test_two_actors_are_made_one_beside_their_names_and_undone(client, ledger):
    start, end = NAMED.span
    ministry = made.span(DOC.text, "The canal authority")
    other = msgspec.structs.replace(
        NAMED, id=f"{DOC.id}.m{ministry[0]}-{ministry[1]}", name="Canal Authority", span=ministry, kernel=ministry
    )
    spoken = msgspec.structs.replace(AUTHORITY, speaker=other.id)
    with Ledger(ledger) as writer:
        writer.write(DOC, [*(record for record in RECORDS if record is not AUTHORITY), spoken, other], reader="hand/2")
    places = [f"{DOC.id}:{a}-{b}" for a, b in ((start, end), ministry)]
    assert f'value="{places[0]}"' in client.get("/actors").text
    back = send(client, "/review/actors", says="merge", actor=places, back="/actors?name=bramm")
    assert (back.status_code, back.headers["location"]) == (303, "/actors?name=bramm")
    page = client.get("/actors?name=bramm").text
    assert "the same actor as" in page
    assert "Canal Authority" in page
    with View(ledger) as view:
        (verdict,) = verdicts(view)
    assert send(client, "/review/actors", undoes=verdict.id, back="//veld.example").headers["location"] == "/actors"
    assert "the same actor as" not in client.get("/actors").text


def test_actors_that_are_not_two_are_not_joined(client, ledger):
    start, end = NAMED.span
    for chosen in ([], [f"{DOC.id}:{start}-{end}"], ["x", "y"], [f"{DOC.id}:0-1"] * 2):
        assert send(client, "/review/actors", says="merge", actor=chosen).status_code == 400
    assert says(ledger) == []


def test_every_page_has_its_rows_as_json_and_csv(client):
    rows = client.get("/review.json?type=forecast").json()
    assert [row["id"] for row in rows] == [FORECAST.id]
    assert client.get("/review.csv").text.count("\r\n") == 8
    assert client.get("/review.xml").status_code == client.get("/review/decided.xml").status_code == 404


def test_the_form_begins_with_what_the_record_has(client):
    found = re.search(rf'data-card="{BRAMM.id}" data-fields="([^"]+)"', client.get(PAGE).text)
    assert found
    fields = unescape(found[1])
    assert f'"content":"{" ".join(f"{a}-{b}" for a, b in BRAMM.content)}"' in fields
    assert '"speaker":"Ilse Bramm"' in fields


def test_the_queue_of_a_sample_holds_what_was_drawn_and_comes_back_to_itself(client, ledger):
    with View(ledger) as view, Ledger(ledger) as writer:
        drawn = {one.id for one in draw(view, writer, size=3, seed=1)}
    waiting = client.get("/review.json?sample=1").json()
    assert {row["id"] for row in waiting} == drawn
    assert len(client.get("/review.json").json()) > len(drawn)
    page = client.get("/review?sample=1").text
    assert page.count("data-accept") == len(drawn)
    sent = send(client, "/review/queue", decide=f"accept {sorted(drawn)[0]}", sample="1")
    assert sent.headers["location"].startswith("/review?sample=1")
    assert len(client.get("/review.json?sample=1").json()) == len(drawn) - 1
