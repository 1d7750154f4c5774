import csv
import io
import json
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.calling import Caller
from tests.ledger.foretelling import claim, early, filled, late
from tests.ledger.made import span

ROAD = claim("The Quarry road")
START, END = span(late()[0], "The Quarry road opened on April 29")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return filled(tmp_path / "sill.sayso")


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def opened(sayso: Caller, ledger: Path, claim: str = ROAD) -> str:
    told = sayso(
        "forecasts", "question", claim, "--text", "Is it open?", "--criteria", "A car.", "--due", "2031-04-30", "--who", "Ada",
        "--ledger", ledger, "--json",
    )  # fmt: skip
    return str(json.loads(told.out)["id"])


@pytest.mark.parametrize(
    ("asked", "speakers"),
    [
        (("due", "--on", "2031-04-30"), ["Tova Lindqvar"]),
        (("open", "--on", "2031-04-30", "--kind", "warning"), ["Orla Venn"]),
        (("by", "lindqvar"), ["Tova Lindqvar"]),
        (("open", "--on", "2031-04-30", "--by", "courier"), ["Sill Courier"]),
    ],
)
def test_claims_are_listed_by_state_and_speaker(sayso: Caller, ledger: Path, asked: tuple[str, ...], speakers: list[str]) -> None:
    found = sayso("forecasts", *asked, "--ledger", ledger, "--json")
    assert (found.code, [row["speaker"] for row in rows(found.out)]) == (0, speakers)


def test_the_table_says_whose_date_it_is_and_where_a_condition_stands(
    sayso: Caller, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    out = " ".join(sayso("forecasts", "open", "--on", "2031-04-08", "--ledger", ledger).out.split())
    assert "their own date" in out
    assert "ours, not theirs" in out
    assert "only if: If the bridge falls; in the quotation" in out
    assert "60–80 % to readers" in out
    assert "The Quarry road will open by April 30 [concede: Tova Lindqvar" in out


def test_a_claim_in_two_outlets_is_listed_once_and_a_verdict_on_it_is_told(sayso: Caller, ledger: Path) -> None:
    with Ledger(ledger) as writer:
        writer.write(*early("Hill Herald", "2031-04-06"))
    assert sayso("review", "accept", ROAD, "--who", "Ada", "--ledger", ledger).code == 0
    (row,) = rows(sayso("forecasts", "due", "--on", "2031-04-30", "--ledger", ledger, "--json").out)
    assert (row["printed"], row["outlet"]) == (2, "Hill Herald")
    found = rows(sayso("forecasts", "by", "lindqvar", "--in", "courier", "--ledger", ledger, "--json").out)
    assert [(one["id"], one["verdict"]) for one in found] == [(ROAD, "accept")]
    out = " ".join(sayso("forecasts", "due", "--on", "2031-04-30", "--ledger", ledger).out.split())
    assert "[printed 2 times]" in out


def test_a_resolution_by_hand_shows_in_the_list_and_in_the_score(sayso: Caller, ledger: Path) -> None:
    question = opened(sayso, ledger)
    place = f"{late()[0].id[:10]}:{START}-{END}"
    told = sayso("forecasts", "resolve", question, "yes", "--evidence", place, "--who", "Ada", "--ledger", ledger)
    assert told.out == f"question {question} is resolved: yes\n"
    (row,) = rows(sayso("forecasts", "settled", "--ledger", ledger, "--json").out)
    assert (row["speaker"], row["answer"], row["quote"]) == ("Tova Lindqvar", "yes", "The Quarry road will open by April 30")
    scored = rows(sayso("forecasts", "score", "--ledger", ledger, "--json").out)
    assert [(one["speaker"], one["yes"]) for one in scored[:2]] == [("everybody", 1), ("Tova Lindqvar", 1)]


def test_suggestions_have_their_reasons(sayso: Caller, ledger: Path) -> None:
    found = rows(sayso("forecasts", "suggest", ROAD, "--ledger", ledger, "--json").out)
    assert found[0]["spans"] == [[late()[0].text.index("The Quarry road opened"), late()[0].text.index(" A loaf")]]
    assert "names the speaker: Tova Lindqvar" in found[0]["reasons"]  # type: ignore[operator]


def test_a_reminder_is_kept(sayso: Caller, ledger: Path) -> None:
    assert sayso("forecasts", "remind", ROAD, "2031-08-01", "--who", "Ada", "--ledger", ledger).code == 0
    (row,) = rows(sayso("forecasts", "by", "Lindqvar", "--ledger", ledger, "--json").out)
    assert (row["due"], row["due_from"]) == ("2031-08-01", "reminder")


def test_export_and_import(sayso: Caller, ledger: Path, tmp_path: Path) -> None:
    opened(sayso, ledger)
    out = sayso("forecasts", "export", "--csv", "--ledger", ledger).out
    assert next(csv.DictReader(io.StringIO(out)))["title"] == "Is it open?"
    file, other = tmp_path / "questions.csv", filled(tmp_path / "other.sayso")
    file.write_text(out, encoding="utf-8", newline="")
    assert sayso("forecasts", "import", file, "--who", "Ben", "--ledger", other).out == "1 question, 1 new\n"
    assert sayso("forecasts", "export", "--csv", "--ledger", other).out == out


def test_the_score_ends_with_what_it_can_not_see(sayso: Caller, ledger: Path) -> None:
    assert "We only see what was quoted" in sayso("forecasts", "score", "--ledger", ledger).out
    assert [row["outlet"] for row in rows(sayso("forecasts", "score", "--outlets", "--ledger", ledger, "--json").out)] == [
        "Sill Courier"
    ]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("due", "--on", "soon"), 2), (("resolve", "f" * 12, "yes", "--note", "x", "--who", "A"), 4),
        (("resolve", "f" * 12, "maybe", "--note", "x", "--who", "A"), 2), (("remind", "nothing", "2031-01-01", "--who", "A"), 4),
        (("resolve", "f" * 12, "yes", "--evidence", "x:1-2", "--who", "A"), 2), (("import", "absent.csv", "--who", "A"), 3),
        (("suggest", "nothing"), 2),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_a_line(sayso: Caller, ledger: Path, asked: tuple[str, ...], code: int) -> None:
    called = sayso("forecasts", *asked, "--ledger", ledger)
    assert (called.code, called.err.count("\n")) == (code, 1)
