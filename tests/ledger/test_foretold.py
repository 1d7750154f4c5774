from pathlib import Path

import pytest

from sayso.ledger import Ledger, View
from sayso.ledger.foretold import Sought, claims_of, counted, lost
from sayso.ledger.questions import open_question, remind, resolve
from sayso.ledger.verdicts import judge, undo
from sayso.model import Forecast
from tests.ledger.foretelling import claim, early, filled

ROAD, BREAD = claim("The Quarry road"), claim("Bread will")
ASKED = {"text": "Is it so?", "criteria": "Somebody saw it.", "who": "Ada"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "sill.sayso")


def standing(path: Path, today: str) -> dict[str, tuple[str, str | None, str]]:
    with View(path) as view:
        return {one.speaker: (one.state, one.due, one.due_from) for one in claims_of(view, today)}


def test_a_claim_falls_due_on_its_own_day_and_an_undated_one_on_ours(path: Path) -> None:
    assert standing(path, "2031-04-29")["Tova Lindqvar"] == ("open", "2031-04-30", "theirs")
    assert standing(path, "2031-04-30")["Tova Lindqvar"] == ("due", "2031-04-30", "theirs")
    assert standing(path, "2031-04-30")["Orla Venn"] == ("open", "2031-10-06", "ours")


def test_a_reminder_moves_the_day_and_is_ours(path: Path) -> None:
    with Ledger(path) as ledger:
        remind(ledger, ROAD, due="2031-06-01", who="Ada")
    assert standing(path, "2031-05-01")["Tova Lindqvar"] == ("open", "2031-06-01", "reminder")


def test_a_claim_is_settled_once_all_its_questions_are(path: Path) -> None:
    with Ledger(path) as ledger:
        asked = [open_question(ledger, ROAD, **ASKED, due=f"2031-05-0{n}") for n in (1, 2)]
        resolve(ledger, asked[0].id, given="yes", who="Ada", note="seen")
        assert standing(path, "2031-05-01")["Tova Lindqvar"] == ("open", "2031-05-02", "question")
        resolve(ledger, asked[1].id, given="no", who="Ada", note="seen")
    assert standing(path, "2031-05-01")["Tova Lindqvar"] == ("settled", None, "question")
    with View(path) as view:
        assert [one.answer for one in claims_of(view, "2031-05-01", Sought(state="settled"))] == ["yes"]


def test_a_claim_has_the_event_it_foretells_in_words_and_one_without_has_none(path: Path) -> None:
    with View(path) as view:
        (road,) = claims_of(view, "2031-04-10", Sought(id=ROAD))
        (bread,) = claims_of(view, "2031-04-10", Sought(id=BREAD))
        text = view.document(road.doc).text  # type: ignore[union-attr]
    assert (road.event_type, [side.name for side in road.event_actors], road.event_recipients) == (
        "CONCEDE",
        ["Tova Lindqvar"],
        (),
    )
    assert [text[start:end] for start, end in road.event_spans] == [road.event_words] == ["open by"]
    assert (bread.event_type, bread.event_actors, bread.event_words, bread.event_spans) == (None, (), None, ())


def copied(path: Path) -> dict[str, str]:
    """The road's claim in a second outlet beside the first, each by the id of the first."""
    again = early("Hill Herald", "2031-04-08")
    with Ledger(path) as ledger:
        ledger.write(*again)
    return dict.fromkeys((ROAD, claim("The Quarry road", again)), ROAD)


def test_claims_that_are_the_same_stand_once_under_the_one_printed_first(path: Path) -> None:
    same = copied(path)
    with View(path) as view:
        every = [one for one in claims_of(view, "2031-05-01") if one.speaker == "Tova Lindqvar"]
        (once,) = [one for one in claims_of(view, "2031-05-01", Sought(same=same)) if one.speaker == "Tova Lindqvar"]
        counts = counted(view, "2031-05-01", Sought(same=same, state="due"))
        (other,) = claims_of(view, "2031-05-01", Sought(same=same, by="lindqvar", in_="Hill Herald"))
    assert len(every) == 2
    assert (once.id, once.printed, once.outlet) == (ROAD, 2, "Sill Courier")
    assert counts == [("due", "promise", "Tova Lindqvar", 1)]
    assert (other.outlet, other.printed) == ("Hill Herald", 1)


def test_what_is_asked_of_one_printing_settles_all(path: Path) -> None:
    same = copied(path)
    copy = next(id for id in same if id != ROAD)
    with Ledger(path) as ledger:
        asked = open_question(ledger, copy, **ASKED, due="2031-05-01")
        resolve(ledger, asked.id, given="yes", who="Ada", note="seen")
    with View(path) as view:
        found = {one.id: (one.state, one.questions, one.answer) for one in claims_of(view, "2031-05-01", Sought(same=same))}
        alone = {one.id: one.state for one in claims_of(view, "2031-05-01")}
    assert found[ROAD] == ("settled", 1, "yes")
    assert (alone[ROAD], alone[copy]) == ("due", "settled")


def test_a_rejected_claim_is_neither_due_nor_open_and_carries_the_verdict(path: Path) -> None:
    with Ledger(path) as ledger:
        made = judge(ledger, ROAD, "reject", who="Ada")
        judge(ledger, BREAD, "accept", who="Ada")
    with View(path) as view:
        found = {one.id: (one.state, one.verdict) for one in claims_of(view, "2031-05-01")}
    assert (found[ROAD], found[BREAD]) == (("rejected", "reject"), ("open", "accept"))
    with Ledger(path) as ledger:
        undo(ledger, made.id, who="Ada")
    assert standing(path, "2031-05-01")["Tova Lindqvar"][0] == "due"


@pytest.mark.parametrize(
    ("sought", "speakers"),
    [
        (Sought(by="lindq"), ["Tova Lindqvar"]), (Sought(by="Brisk Anton"), ["Anton Brisk"]), (Sought(kind="warning"), ["Orla Venn"]),
        (Sought(by="indqvar"), []), (Sought(in_="upper sill"), []), (Sought(since="2031-05"), []), (Sought(id=BREAD), ["Anton Brisk"]),
    ],
)  # fmt: skip
def test_claims_are_found_by_what_is_sought(path: Path, sought: Sought, speakers: list[str]) -> None:
    with View(path) as view:
        assert [one.speaker for one in claims_of(view, "2031-04-10", sought)] == speakers
        assert sum(count for *_, count in counted(view, "2031-04-10", sought)) == len(speakers)


def test_a_claim_that_is_no_longer_found_keeps_its_words(path: Path) -> None:
    doc, records = early()
    with Ledger(path) as ledger:
        ledger.write(doc, [record for record in records if not isinstance(record, Forecast)])
    with View(path) as view:
        found = lost(view, ROAD)
        assert found is not None
        assert found[1] == "The Quarry road will open by April 30"
        assert lost(view, doc.id + ".f0-1") is None
