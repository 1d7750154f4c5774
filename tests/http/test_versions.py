from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.ledger import Ledger
from sayso.show.versions import parted
from tests.ledger.made import document, statement

URL = "https://coast.example/locks"
TEXTS = ("Ilse Bramm said the <b>locks</b> stay shut for nine days.", "Ilse Bramm said the <b>locks</b> stay shut for two days.")


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    path = tmp_path / "locks.sayso"
    with Ledger(path) as ledger:
        for text in TEXTS:
            doc = document(text, url=URL, published="2031-04-01")
            ledger.write(doc, [statement(doc, "Ilse Bramm", "said", text[text.index("the ") : -1])], reader="hand/1")
    with TestClient(application(path), base_url="http://127.0.0.1:8765") as found:
        yield found


def test_both_sides_stand_beside_each_other_with_what_parts_them(client):
    page = client.get("/versions").text
    assert "<b>nine </b>" in page
    assert "<b>two </b>" in page
    assert "&lt;b&gt;locks" in page
    assert "altered" in page


def test_the_rows_are_json_and_csv_too(client):
    (row,) = client.get("/versions.json").json()
    assert (row["what"], row["was"][-9:], row["quote"][-8:]) == ("altered", "nine days", "two days")
    assert client.get(f"/versions.csv?in={row['doc'][:8]}").text.count("\r\n") == 2
    assert client.get("/versions.json?in=00000000").json() == []
    assert client.get("/versions.xml").status_code == 404


@pytest.mark.parametrize("sides", [("a b c", "a x c"), ("", "new words"), ("gone", ""), ("  a\n b", "a b "), ("a", "a")])
def test_the_pieces_of_a_side_join_to_its_words(sides):
    assert tuple("".join(word.text for word in words) for words in parted(*sides)) == sides
