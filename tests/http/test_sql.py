import re
from html import unescape
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from sayso.show.sql import CANNED


def ask(client: TestClient, sql: str, form: str = ""):  # type: ignore[no-untyped-def]
    return client.get(f"/sql{form}?q={quote(sql)}")


def test_the_page_has_the_tables_and_questions_at_hand(client):
    page = client.get("/sql").text
    assert "<code>published_from</code>" in page
    assert all(one.what in page for one in CANNED)


@pytest.mark.parametrize("number", range(len(CANNED)))
def test_every_question_at_hand_is_answered(client, number):
    answered = ask(client, CANNED[number].sql)
    assert answered.status_code == 200
    assert re.search(r'role="status">\d+ row', answered.text)


def test_an_answer_is_a_table_json_and_csv(client):
    sql = "SELECT outlet, count(*) AS n FROM facts WHERE outlet = 'Tide Office' GROUP BY 1"
    assert '<td class="number"><bdi>60</bdi></td>' in ask(client, sql).text
    assert ask(client, sql, ".json").json() == {"columns": ["outlet", "n"], "rows": [["Tide Office", 60]], "cut": False}
    assert ask(client, sql, ".csv").text == "outlet,n\r\nTide Office,60\r\n"
    assert client.get("/sql.xml?q=SELECT+1").status_code == 404


def test_words_of_the_ledger_are_shown_as_words(client):
    page = ask(client, "SELECT '<script>alert(1)</script>' AS x, '=1+1' AS y").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert ask(client, "SELECT '=1+1' AS y", ".csv").text == "y\r\n'=1+1\r\n"


@pytest.mark.parametrize("sql", ["DELETE FROM document", "SELECT printf('%d', 1)", "SELEKT", "SELECT 1; SELECT 2"])
def test_what_is_refused_is_said_beside_the_question(client, sql):
    answered = ask(client, sql)
    assert answered.status_code == 400
    assert sql in unescape(answered.text)
    assert 'role="alert"' in answered.text
    assert "error" in ask(client, sql, ".json").json()


def test_a_question_can_not_be_posted(client):
    assert client.post("/sql", data={"q": "SELECT 1"}).status_code == 405
