import json

import pytest

from sayso.model import Document
from tests.intake.opened import document, opened, problem


def test_one_object_is_one_article() -> None:
    assert document('{\n  "text": "One."\n}', "a.json").origin == "a.json"


@pytest.mark.parametrize(
    "data",
    [
        '[{"text": "One."}, {"text": "Two."}]',
        '{"articles": [{"text": "One."}, {"text": "Two."}]}',
        '{"text": "One."}\n{"text": "Two."}\n',
    ],
)
def test_lists_and_lines_are_many(data: str) -> None:
    found = opened(data, "a.json")
    assert [item.text for item in found if isinstance(item, Document)] == ["One.", "Two."]
    assert [item.origin for item in found] == ["a.json#1", "a.json#2"]


def test_wire_json_is_read_by_its_own_names() -> None:
    doc = document(
        '{"headline": "Gate shut", "body_text": "It is shut.", "versioncreated": "2031-04-09T07:00:00Z", "byline": "Ana Mirel"}',
        "a.json",
    )
    assert (doc.text, doc.published, doc.byline) == ("Gate shut\n\nIt is shut.", "2031-04-09T07:00:00Z", ("Ana Mirel",))


def test_items_of_a_json_feed_have_its_title_as_outlet() -> None:
    items = [
        {
            "id": "1",
            "url": "https://quay.example/1",
            "title": "Gate",
            "content_html": "<p>It is shut.</p>",
            "authors": [{"name": "Ana Mirel"}],
        }
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Quay Post", "items": items}
    doc = document(json.dumps(feed), "a.json")
    assert (doc.text, doc.outlet, doc.byline) == ("Gate\n\nIt is shut.", "Quay Post", ("Ana Mirel",))


def test_what_is_no_json_says_where() -> None:
    assert "line 1" in problem('{"text": }', "a.json").why
