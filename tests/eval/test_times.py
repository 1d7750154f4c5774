import json

from eval import times


def test_predictions_are_what_the_scorer_reads() -> None:
    rows = [{"id": "a", "dct": "2031-05-09", "text": "It fell on Thursday."}]
    assert times.predictions(rows, narrative=False) == {"a": [{"start": 11, "end": 19, "type": "DATE", "value": "2031-05-08"}]}


def test_a_gold_file_is_taken_from_where_it_is_named(tmp_path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a"}), encoding="utf-8")
    assert times.gold_file(str(path)) == path
