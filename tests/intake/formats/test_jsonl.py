import json

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Document, Problem
from tests.intake.opened import document, opened


def test_a_bad_line_is_a_problem_and_the_rest_goes_on() -> None:
    found = opened('{"text": "One."}\n{"text": "Two.\n\n[]\n{"text": "Five."}', "a.jsonl")
    assert [item.origin for item in found] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#4", "a.jsonl#5"]
    assert [type(item) for item in found] == [Document, Problem, Problem, Document]
    assert next(item.why for item in found if isinstance(item, Problem)).startswith("a.jsonl#2: not JSON")


@given(st.text(max_size=200), st.booleans())
def test_a_text_comes_back_character_for_character(text: str, escaped: bool) -> None:
    assert document(json.dumps({"text": text}, ensure_ascii=escaped) + "\n", "a.jsonl").text == text


def test_lone_surrogates_keep_their_place() -> None:
    assert document('{"text": "a\\ud83d b\\udc00\\ud83d\\udef6"}', "a.jsonl").text == "a\ufffd b\ufffd🛶"


def test_json_nested_too_deep_is_a_problem() -> None:
    found = opened('{"text": ' + "[" * 200_000 + "\n" + '{"text": "One."}', "a.jsonl")
    assert [type(item) for item in found] == [Problem, Document]


def test_other_charsets_and_marks_are_read() -> None:
    line = '{"text": "größer"}\n'
    assert [
        document(data, "a.jsonl").text for data in (line.encode("cp1252"), line.encode("utf-8-sig"), line.encode("utf-16"))
    ] == ["größer"] * 3


def test_each_record_has_the_hash_of_its_line() -> None:
    first, second = opened('{"text": "One."}\n{"text": "One." }\n', "a.jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.sha256 != second.sha256
