import json

import pytest

from sayso.intake import Given
from tests.intake.opened import document, problem

TEXT = "The gate is shut."


@pytest.mark.parametrize(
    ("fields", "name", "want"),
    [
        ({"source": "Quay Post"}, "outlet", "Quay Post"),
        ({"publisher": {"name": "Quay Post"}}, "outlet", "Quay Post"),
        ({"authors": ["Ana Mirel", "By Jost Harde"]}, "byline", ("Ana Mirel", "Jost Harde")),
        ({"byline": "By Ana Mirel and Jost Harde"}, "byline", ("Ana Mirel", "Jost Harde")),
        ({"author": [{"name": "Ana Mirel"}]}, "byline", ("Ana Mirel",)),
        ({"topic": "canals"}, "section", "canals"),
        ({"section": ["canals", "ice"]}, "section", "canals"),
        ({"date": 1_000_000_000}, "published", "2001-09-09T01:46:40+00:00"),
        ({"date": None, "published": "2031-04-09"}, "published", "2031-04-09"),
        ({"url": 5, "outlet": 7, "authors": 3, "title": []}, "outlet", None),
    ],
)
def test_fields_are_known_by_name(fields: dict[str, object], name: str, want: object) -> None:
    assert getattr(document(json.dumps({"text": TEXT, **fields}), "a.jsonl"), name) == want


def test_other_names_are_mapped() -> None:
    given = Given(fields={"text": "words", "title": "top"})
    doc = document(json.dumps({"words": TEXT, "top": "Gate", "title": "not this"}), "a.jsonl", given)
    assert doc.text == f"Gate\n\n{TEXT}"


def test_a_map_reaches_into_fields_within_fields() -> None:
    given = Given(fields={"text": "story.parts.1.words", "outlet": "a.b"})
    doc = document(json.dumps({"story": {"parts": [{}, {"words": TEXT}]}, "a.b": "Quay Post"}), "a.jsonl", given)
    assert (doc.text, doc.outlet) == (TEXT, "Quay Post")
    assert "no field" in problem(json.dumps({"story": {"parts": "no list"}}) + "\n", "a.jsonl").why


def test_a_text_in_markup_is_cut_from_it_and_words_with_a_sign_are_not() -> None:
    assert (
        document(json.dumps({"content_html": f"<p>{TEXT}</p><p>It is <b>cold</b>.</p>"}), "a.jsonl").text
        == f"{TEXT}\n\nIt is cold."
    )
    assert document(json.dumps({"text": "<Gate> 1 < 2"}), "a.jsonl").text == "<Gate> 1 < 2"


def test_of_several_versions_the_plain_one_is_read() -> None:
    bodies = [{"contentType": "text/html", "value": "<p>No.</p>"}, {"contentType": "text/plain", "value": TEXT}]
    record = {
        "bodies": bodies,
        "headlines": [{"role": "main", "value": "Gate"}],
        "by": "Ana Mirel",
        "infosources": [{"name": "Quay Wire"}],
    }
    doc = document(json.dumps(record | {"contentCreated": "2031-04-09"}), "a.json")
    assert (doc.text, doc.byline, doc.outlet, doc.published) == (f"Gate\n\n{TEXT}", ("Ana Mirel",), "Quay Wire", "2031-04-09")


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({"story": TEXT}, "no field `text` (fields: story)"),
        ({"text": 5}, "the text is a number"),
        ({"text": ["a"]}, "the text is a list"),
        ([1], "a list, not an object"),
        (None, "null"),
    ],
)
def test_a_record_without_text_says_what_it_has(record: object, why: str) -> None:
    found = problem(json.dumps(record) + "\n", "a.jsonl")
    assert found.origin == "a.jsonl#1"
    assert why in found.why
    assert found.next
