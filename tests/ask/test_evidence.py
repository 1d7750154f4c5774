from pathlib import Path

import pytest

from sayso.ask import evidence
from sayso.errors import UsageError
from sayso.ledger import Ledger, View
from tests.ledger.foretelling import claim, early, filled, late
from tests.ledger.made import document

TODAY = "2031-05-01"
ROAD = claim("The Quarry road")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "sill.sayso")


def suggested(path: Path, id: str = ROAD) -> list[evidence.Suggestion]:
    with View(path) as view:
        return list(evidence.ask(view, TODAY, id))


def test_the_sentence_that_tells_how_it_came_out_is_first(path: Path) -> None:
    first = suggested(path)[0]
    assert first.quote == "The Quarry road opened on April 29, a day before Tova Lindqvar had said it would."
    assert (first.doc, first.claim) == (late()[0].id, ROAD)


def test_each_suggestion_gives_its_reasons(path: Path) -> None:
    assert suggested(path)[0].reasons == (
        "same words: Quarry, road, open, April", "names the speaker: Tova Lindqvar", "same type of event: CONCEDE",
        "printed about when it fell due, or later",
    )  # fmt: skip


def test_words_of_the_condition_are_looked_for_too(path: Path) -> None:
    found = suggested(path, claim("nobody may cross"))
    assert found == []
    with Ledger(path) as ledger:
        ledger.write(document("The bridge over the Sill has not fallen.", outlet="Upper Sill News", published="2031-05-01"), ())
    (only,) = suggested(path, claim("nobody may cross"))
    assert any(reason.startswith("words of its condition: bridge") for reason in only.reasons)


def test_what_was_printed_before_or_in_the_same_article_is_no_evidence(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.write(document("The Quarry road opened in April last year.", outlet="Old Sill", published="2031-01-01"), ())
    assert {one.doc for one in suggested(path)} == {late()[0].id}


def test_one_word_in_common_is_not_enough(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.write(document("A quarry was sold.", outlet="Old Sill", published="2031-05-01"), ())
    assert "A quarry was sold." not in [one.quote for one in suggested(path)]


def test_a_claim_without_a_date_of_printing_has_no_later_articles(tmp_path: Path) -> None:
    doc, records = early(published=None)
    path = tmp_path / "undated.sayso"
    with Ledger(path) as ledger:
        ledger.write(doc, records)
        ledger.write(*late())
    assert suggested(path, claim("The Quarry road", (doc, records))) == []


def test_nothing_is_suggested_for_no_claim(path: Path) -> None:
    with pytest.raises(UsageError, match="no claim"):
        suggested(path, "0" * 16 + ".f1-2")
