"""`sample` draws and lists, `accuracy` tells what came of it."""

import json

import pytest

from tests.release.made import ledger


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


def test_a_sample_is_drawn_listed_judged_and_told(sayso, path):
    assert sayso("sample", "--size", "6", "--ledger", path).out == "drawn: 2 statements, 2 events, 2 forecasts, 0 passages\n"
    listed = [json.loads(line) for line in sayso("sample", "--ledger", path, "--json").out.splitlines()]
    assert len(listed) == 6
    ids = [one["id"] for one in listed if one["kind"] == "event"]
    assert sayso("review", "accept", *ids, "--ledger", path, "--who", "Ada").code == 0
    told = json.loads(sayso("accuracy", "--ledger", path, "--json").out)
    assert (told["drawn"], told["judged"], told["waiting"]) == (6, 2, 4)
    shown = sayso("accuracy", "--ledger", path).out.splitlines()
    assert shown[0] == "Of 6 records drawn at random (seed 1) people have judged 2, 4 wait."
    assert "events: 2 · 100.0 % · 34.2 %–100.0 %" in "\n".join(shown)


def test_a_passage_read_is_no_longer_listed(sayso, path):
    sayso("sample", "--size", "1", "--passages", "50", "--ledger", path)
    listed = [json.loads(line) for line in sayso("sample", "--ledger", path, "--json").out.splitlines()]
    passage = next(one["id"] for one in listed if one["kind"] == "passage")
    assert sayso("sample", "--read", passage, "--ledger", path, "--who", "Ada").code == 0
    assert passage not in sayso("sample", "--ledger", path, "--json").out
    assert sayso("sample", "--read", passage, "--ledger", path).code == 2


def test_without_a_sample_accuracy_says_so(sayso, path):
    assert "no sample was drawn" in sayso("accuracy", "--ledger", path).out


def test_what_waits_is_shown_on_the_terminal_and_as_csv(sayso, path):
    sayso("sample", "--size", "2", "--ledger", path)
    ids = [json.loads(line)["id"] for line in sayso("sample", "--ledger", path, "--json").out.splitlines()]
    for how in ((), ("--csv",)):
        called = sayso("sample", "--ledger", path, *how)
        assert called.code == 0
        assert all(id[:16] in called.out for id in ids)
