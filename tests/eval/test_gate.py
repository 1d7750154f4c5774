"""The gate over the floors."""

import json
import re
import subprocess

import pytest

from eval import gate, shared
from sayso import samples

ROW = {"name": "x", "run": ["eval.x"], "data": {}, "floors": {"credited.2": 50.0}, "counts": {"gold": 7}}


def scores(credited: float, gold: int = 7) -> dict[str, object]:
    return {"credited": [1.0, 2.0, credited], "gold": gold}


def test_a_fall_beyond_the_slack_is_a_fault() -> None:
    assert list(gate.faults(ROW, scores(49.6), 0.5)) == []
    assert list(gate.faults(ROW, scores(49.4), 0.5)) == ["x: credited.2 fell to 49.4, floor 50.0"]


def test_another_count_is_a_fault() -> None:
    assert list(gate.faults(ROW, scores(60.0, gold=6), 0.5)) == ["x: gold is 6, pinned 7"]


def test_raising_never_lowers() -> None:
    assert gate.pinned(ROW, scores(61.2), None)["floors"] == {"credited.2": 61.2}
    assert gate.pinned(ROW, scores(12.0), None)["floors"] == {"credited.2": 50.0}


def test_lowering_keeps_its_reason() -> None:
    row = gate.pinned(ROW, scores(12.0, gold=6), "the gold was mended")
    assert (row["floors"], row["counts"], row["why"]) == ({"credited.2": 12.0}, {"gold": 6}, "the gold was mended")


def test_other_data_than_pinned_is_named() -> None:
    here = "eval/gold/split.json"
    assert gate.changed(ROW | {"data": {here: "0" * 64}}) == [f"x: {here} is other data than pinned"]
    assert gate.changed(ROW | {"data": {here: gate.digest(here)}}) == []


def test_an_evaluation_without_scores_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, stdout="nothing\n"))
    with pytest.raises(ValueError, match=re.escape("eval.x: printed no scores")):
        gate.measured(ROW)


def test_a_folder_hashes_by_names_and_contents() -> None:
    assert len(shared.sha256(samples.path())) == 64
    assert shared.sha256(samples.path()) != shared.sha256(samples.path() / "wire.jsonl")


def test_the_floors_are_whole() -> None:
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert floors["rows"]
    assert all(row["data"] and row["floors"] for row in floors["rows"])


def test_a_row_that_is_as_pinned_keeps_its_reason() -> None:
    row = ROW | {"why": "before"}
    assert gate.pinned(row, scores(50.0), "now") == row
    assert gate.pinned(row, scores(49.0), "now")["why"] == "now"
