from pathlib import Path

import pytest

from sayso.ask.records import FEWEST, Unit, carried, same, scores, tried, whole
from sayso.ledger import Ledger, View
from sayso.ledger.questions import open_question, resolve
from sayso.ledger.tried import Tried
from sayso.ledger.verdicts import judge, undo
from sayso.model.verdicts import Change
from tests.ledger.foretelling import claim, early, late

ASKED = {"text": "Is it so?", "criteria": "Somebody saw it.", "due": "2031-05-01", "who": "Ada"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The early article in two outlets: four speakers, the outlets' own among them."""
    path = tmp_path / "sill.sayso"
    with Ledger(path) as ledger:
        for doc, records in (early(), early("Hill Herald"), late()):
            ledger.write(doc, records)
    return path


def made(n: int, low: float | None, high: float | None, answer: str | None, speaker: str = "Ada") -> Unit:
    first = Tried(f"{n}", "prediction", speaker, speaker.lower(), 0, "Courier", f"event {n}", None, low, high, None, 0, n, answer)
    return Unit(
        first=first, speaker=speaker, whose=speaker, ids=(first.id,), outlets=("Courier",), asked=True, answer=answer
    )  # fmt: skip


def test_what_two_outlets_printed_of_one_speaker_counts_once(path: Path) -> None:
    with View(path) as view:
        found = {one.first.speaker: one for one in tried(view)}
    assert sorted(found["Tova Lindqvar"].outlets) == ["Hill Herald", "Sill Courier"]
    assert found["Sill Courier"].outlets == ("Sill Courier",)


def test_the_first_question_decides_whatever_a_later_one_says(path: Path) -> None:
    with Ledger(path) as ledger:
        for other, given in ((claim("The Quarry road", early("Hill Herald")), "no"), (claim("The Quarry road"), "yes")):
            asked = open_question(ledger, other, **ASKED)
            resolve(ledger, asked.id, given=given, who="Ada", note="seen")
    with View(path) as view:
        (score,) = [one for one in scores(tried(view)) if one.speaker == "Tova Lindqvar"]
    assert (score.propositions, score.yes, score.no) == (1, 0, 1)


def test_a_claim_that_people_rejected_counts_nowhere_until_that_is_undone(path: Path) -> None:
    with Ledger(path) as ledger:
        rejected = judge(ledger, claim("Bread will"), "reject", who="Ada")
        judge(ledger, claim("Bread will", early("Hill Herald")), "reject", who="Ada")
        with View(path) as view:
            assert "Anton Brisk" not in {one.first.speaker for one in tried(view)}
        undo(ledger, rejected.id, who="Ada")
    with View(path) as view:
        assert [one.outlets for one in tried(view) if one.first.speaker == "Anton Brisk"] == [("Sill Courier",)]


def test_names_that_people_say_are_one_have_one_record(path: Path) -> None:
    records = early()[1]
    brisk, venn = (next(r.id for r in records if getattr(r, "name", "") == name) for name in ("Anton Brisk", "Orla Venn"))
    with Ledger(path) as ledger:
        judge(ledger, brisk, "merge", who="Ada", change=Change(other=venn))
    with View(path) as view:
        others = [one for one in scores(tried(view)) if not one.own]
        assert [(one.speaker, one.propositions) for one in others] == [("Anton Brisk", 2), ("Tova Lindqvar", 1)]
        assert len(tried(view, "venn")) == 2


def test_each_claim_that_says_the_same_is_known_by_the_one_printed_first(path: Path) -> None:
    with View(path) as view:
        found = same(tried(view))
    ids = sorted(claim("The Quarry road", early(outlet)) for outlet in ("Sill Courier", "Hill Herald"))
    assert {found[id] for id in ids} == {ids[0]}
    assert claim("A strike is") not in found


def test_unresolved_comes_first_and_void_is_no_failure() -> None:
    found = whole([made(1, None, None, "void"), made(2, None, None, None), made(3, None, None, "yes"), made(4, None, None, "no")])
    assert found is not None
    assert (found.unresolved, found.void, found.pending, found.base_rate) == (0.5, 1, 1, 0.5)
    assert (found.stated, found.worded, found.unworded) == (None, None, 2)


def test_a_number_gets_a_score_and_a_word_an_interval() -> None:
    found = whole([made(1, 0.7, 0.7, "yes"), made(2, 0.6, 0.9, "yes")])
    assert found is not None
    assert found.stated is not None
    assert found.worded is not None
    assert found.stated.brier == 0.09
    assert (found.worded_n, found.worded.low, found.worded.high) == (1, 0.01, 0.16)


def test_nobody_is_ranked_by_fewer_than_twenty_stated_numbers() -> None:
    few = [made(n, 0.9, 0.9, "yes", "Few") for n in range(FEWEST - 1)]
    many = [made(n, 0.6, 0.6, "yes", "Many") for n in range(FEWEST)]
    words = [made(n, 0.6, 0.9, "yes", "Words") for n in range(FEWEST * 2)]
    assert {one.speaker: one.rank for one in scores([*few, *many, *words])} == {"Many": 1, "Few": None, "Words": None}


def test_an_outlet_carries_what_others_foretell_and_owns_only_its_own(path: Path) -> None:
    with View(path) as view:
        found = tried(view)
    assert {(one.outlet, one.propositions) for one in carried(found)} == {("Sill Courier", 3), ("Hill Herald", 3)}
    assert [one.propositions for one in scores(found) if one.own] == [1, 1]


def test_nothing_has_no_record() -> None:
    assert whole([]) is None
    assert scores([]) == []
