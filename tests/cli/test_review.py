import json
from pathlib import Path

import pytest

from sayso.crew import loading
from sayso.ledger import View
from sayso.ledger.reviewed import reviewed
from sayso.model import Event, Forecast, Statement
from tests.cli.calling import Called, Caller
from tests.crew import fakes
from tests.ledger.foretelling import claim, early, filled
from tests.ledger.made import span

DOC, RECORDS = early()
ROAD = claim("The Quarry road")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return filled(tmp_path / "sill.sayso")


@pytest.fixture
def review(sayso: Caller, ledger: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.setenv("SAYSO_WHO", "Ada")
    return lambda *words: sayso("review", *words, "--ledger", ledger)


def rows(called: Called) -> list[dict[str, object]]:
    return [json.loads(line) for line in called.out.splitlines()]


def test_what_is_doubtful_is_listed_until_it_is_judged(review):
    before = rows(review("list", "--json"))
    assert {row["type"] for row in before} == {"statement", "forecast", "event"}
    assert [row["weight"] for row in before] == sorted((row["weight"] for row in before), reverse=True)
    assert review("accept", before[0]["id"], before[1]["id"], "--why", "seen").out.count("accept") == 2
    assert [row["id"] for row in rows(review("list", "--json"))] == [row["id"] for row in before[2:]]
    assert [row["says"] for row in rows(review("list", "--decided", "--json"))] == ["accept", "accept"]


def test_the_tables_say_what_and_why(review):
    assert "hang" in review("list").out or "on it" in review("list").out
    review("reject", ROAD, "--why", "no forecast")
    assert all(word in review("list", "--decided").out for word in ("Ada", "reject", "no forecast"))
    assert "no change of mind" in review("list", "--changed").out


def test_a_record_is_corrected_by_words_and_added_by_words(review, ledger):
    assert review("correct", ROAD, "--set", "kind=plan", "--set", "proposition=The Quarry road will open").code == 0
    assert review("add", DOC.id[:8], "statement", "--set", "content=A strike is likely", "--set", "speaker=Orla Venn").code == 0
    with View(ledger) as view:
        made = {row.id: row.record for row in reviewed(view, DOC.id)}
    assert (made[ROAD].kind, made[ROAD].proposition) == ("plan", (span(DOC, "The Quarry road will open"),))
    assert len(made) == 2


def test_what_is_wrong_with_a_correction_is_said(review):
    for words, why in (
        (("correct", ROAD, "--set", "kind"), "FIELD=VALUE"),
        (("correct", ROAD, "--set", "proposition=no such words"), "stands 0 times"),
        (("correct", "x", "--set", "kind=plan"), "no document"),
        (("correct", DOC.id + ".f1-2",), "no record"),
        (("undo", "0" * 12), "no verdict"),
    ):  # fmt: skip
        told = review(*words)
        assert told.code in (2, 4)
        assert why in told.err


def test_a_verdict_is_undone_by_its_id(review):
    made = json.loads(review("reject", ROAD, "--json").out)
    assert review("undo", made["id"]).out.endswith(f"undo {ROAD}\n")
    assert ROAD in [row["id"] for row in rows(review("list", "--json"))]


@pytest.mark.parametrize("says", ["same", "merge", "split"])
def test_two_records_are_joined_or_parted(review, says):
    told = json.loads(review(says, RECORDS[0].id, RECORDS[1].id, "--json").out)
    assert (told["says"], told["change"]) == (says, {"other": RECORDS[1].id})


def test_what_was_read_whole_is_exported_as_gold(review, tmp_path):
    assert review("export", tmp_path / "gold").out.startswith("0 documents")
    review("reject", ROAD)
    review("whole", DOC.id)
    judged = sum(isinstance(record, Statement | Event | Forecast) for record in RECORDS) - 1
    assert review("export", tmp_path / "gold").out.startswith(f"1 document, {judged} records")
    assert len(json.loads((tmp_path / "gold" / f"{DOC.id}.Ada.spans.json").read_text("utf-8"))["forecasts"]) == 3


def test_reading_again_tells_where_the_reader_has_changed_its_mind(sayso, review, ledger, monkeypatch):
    monkeypatch.setattr(loading, "loader", lambda actors: fakes.load)
    review("accept", ROAD)
    told = sayso("reread", "--ledger", ledger, "--workers", 1)
    assert "2 read again by fake/1" in told.out
    assert "changed its mind about 1 gone" in told.out
    assert "no longer finds this" in rows(review("list", "--changed", "--json"))[0]["turn"]
    assert json.loads(sayso("reread", DOC.id, "--ledger", ledger, "--workers", 1, "--json").out)["altered"] == 0
