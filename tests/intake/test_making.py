import hashlib
import json

import pytest

from sayso.intake import Given
from sayso.intake.making import LONGEST
from tests.intake.opened import document, problem

BODY = "The harbour master said on Friday that the lower gate would stay shut until the ice had gone, and no barge could pass.\n\nNobody answered."


def line(**fields: object) -> str:
    return json.dumps({"text": BODY, **fields})


def test_a_title_that_lies_apart_stands_before_the_body() -> None:
    doc = document(line(title="Gate  stays\nshut"), "a.jsonl")
    assert doc.text == f"Gate stays shut\n\n{BODY}"
    assert [doc.text[slice(*doc.parts[name])] for name in ("title", "body")] == ["Gate stays shut", BODY]


@pytest.mark.parametrize("head", ["Gate stays shut\n\n", "  GATE  stays shut \r\n", "Gate stays shut\n"])
def test_a_body_that_begins_with_its_title_stays_as_it_is(head: str) -> None:
    doc = document(json.dumps({"text": head + BODY, "title": "Gate stays shut"}), "a.jsonl")
    assert (doc.text, doc.text[slice(*doc.parts["body"])]) == (head + BODY, BODY)
    assert doc.text[slice(*doc.parts["title"])].split() == head.split()


def test_a_body_that_is_its_title_alone_has_no_other_part() -> None:
    doc = document(json.dumps({"text": "Gate stays shut\n", "title": "Gate stays shut"}), "a.jsonl")
    assert doc.parts == {"title": (0, 15)}


def test_a_first_line_that_only_begins_with_the_title_is_body() -> None:
    doc = document(json.dumps({"text": "Gate stays shut until spring.\n" + BODY, "title": "Gate stays shut"}), "a.jsonl")
    assert doc.text.startswith("Gate stays shut\n\nGate stays shut until")


def test_the_headline_of_a_plain_text_is_a_span_and_the_text_unchanged() -> None:
    text = f"Region\n\nGate stays shut for a second winter\n\n{BODY}\n"
    doc = document(text)
    assert (doc.text, doc.title) == (text, "Gate stays shut for a second winter")
    assert doc.text[slice(*doc.parts["body"])] == f"{BODY}\n"


def test_what_is_given_wins_over_metadata_and_these_over_the_address() -> None:
    fields = {"date": "2031-04-09", "outlet": "Quay Post", "url": "https://quay.example/2030/01/02/x"}
    plain = document(line(**fields), "a.jsonl")
    told = document(line(**fields), "a.jsonl", Given(published="2029-01-01", outlet="Lantern"))
    bare = document(line(url=fields["url"]), "a.jsonl")
    assert [(d.published, d.published_from, d.outlet) for d in (plain, told, bare)] == [
        ("2031-04-09", "metadata", "Quay Post"), ("2029-01-01", "given", "Lantern"), ("2030-01-02", "inferred", "quay.example"),
    ]  # fmt: skip


def test_a_known_outlet_alone_on_a_line_at_the_top_is_the_outlet() -> None:
    head = "Region\n\nGate stays shut for a second winter\n\nBoatmen say that they were never asked about it.\n"
    assert document(f"{head}Reuters\n\n{BODY}").outlet == "Reuters"
    assert document(f"{head}Tideway\n\n{BODY}").outlet is None


def test_ids_are_of_text_address_and_outlet() -> None:
    docs = [
        document(line(), "a.jsonl"),
        document(line(), "b.jsonl"),
        document(line(outlet="Q"), "a.jsonl"),
        document(line(url="http://q.example"), "a.jsonl"),
    ]
    assert docs[0].id == docs[1].id
    assert len({doc.id for doc in docs}) == 3


def test_the_hash_is_of_the_bytes_received() -> None:
    assert document("caf\u00e9".encode("cp1252")).sha256 == hashlib.sha256(b"caf\xe9").hexdigest()


def test_a_text_longer_than_any_article_is_a_problem_with_a_next_step() -> None:
    found = problem("x" * (LONGEST + 1))
    assert str(LONGEST + 1) in found.why
    assert "split" in found.next


def test_an_empty_file_is_a_document() -> None:
    assert (document("").text, document("").parts) == ("", {})
