"""`add` tells what it did, does it once, and names the next command."""

import json

import pytest


@pytest.fixture
def path(sayso, simply, articles, tmp_path):
    path = tmp_path / "ferry.sayso"
    sayso("add", articles, "--ledger", path, "--workers", 1, "--outlet", "Ferry Post", "--published", "2031-04-09")
    return path


def test_the_summary_counts_what_was_read_and_set_aside_and_names_the_next_command(sayso, simply, articles, tmp_path):
    path = tmp_path / "ferry.sayso"
    called = sayso("add", articles, "--ledger", path, "--workers", 2)
    assert called.code == 0
    assert "4 inputs → 3 articles · 3 new · 1 set aside" in called.out
    assert "6 statements (6 direct)" in called.out
    assert f"sayso problems --ledger {path}" in called.out
    assert f"sayso serve --ledger {path}" in called.out
    assert "read by   fake/1" in called.out
    assert called.err == ""


def test_adding_again_finds_all_known(sayso, path, articles):
    again = json.loads(
        sayso(
            "add", articles, "--ledger", path, "--workers", 1, "--outlet", "Ferry Post", "--published", "2031-04-09", "--json"
        ).out
    )
    assert (again["new"], again["known"], again["set_aside"], again["found"]) == (0, 3, 1, {})


def test_what_was_given_stands_with_the_documents(sayso, path):
    rows = [json.loads(line) for line in sayso("ask", "documents", "--ledger", path, "--json").out.splitlines()]
    assert {(row["outlet"], row["published"], row["published_from"]) for row in rows} == {("Ferry Post", "2031-04-09", "given")}


def test_json_lines_with_other_names_are_mapped(sayso, simply, tmp_path):
    source = tmp_path / "crawl.jsonl"
    source.write_text(json.dumps({"body": "A quiet day in the harbour of Vellin.", "headline": "Quiet"}) + "\n{broken\n")
    path = tmp_path / "crawl.sayso"
    called = sayso("add", source, "--ledger", path, "--map", "text=body,title=headline", "--workers", 1)
    assert "1 new · 1 set aside" in called.out
    assert "Quiet" in sayso("ask", "documents", "--ledger", path).out


def test_nothing_to_read_says_so_and_is_no_failure(sayso, simply, tmp_path):
    called = sayso("add", tmp_path / "nowhere", "--ledger", tmp_path / "a.sayso", "--workers", 1)
    assert called.code == 0
    assert "nothing could be read: sayso problems" in called.out


def test_a_ledger_in_use_is_code_5_and_wrong_options_are_code_2(sayso, simply, path, articles):
    from sayso.ledger import Ledger

    with Ledger(path):
        busy = sayso("add", articles, "--ledger", path, "--workers", 1)
    assert (busy.code, busy.out) == (5, "")
    assert busy.err.startswith("sayso: ")
    assert sayso("add", articles, "--ledger", path, "--published", "someday").code == 2
    assert sayso("add", articles).code == 2


def test_a_ledger_in_the_folder_that_is_added_is_no_input(sayso, simply, articles):
    path = articles / "ferry.sayso"
    for _ in range(2):
        told = json.loads(sayso("add", articles, "--ledger", path, "--workers", 1, "--json").out)
        assert (told["inputs"], told["set_aside"]) == (4, 1)
