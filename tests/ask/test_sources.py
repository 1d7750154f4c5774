from pathlib import Path

import pytest

from sayso.ask import sources
from sayso.errors import UsageError
from sayso.ledger import View
from tests.link.ledgers import FIRST, SECOND, linked, said
from tests.link.made import side


@pytest.fixture
def view(tmp_path: Path):
    again = [said("Ilse Marrow", "Upper Sill News"), said("Ilse Marrow", "Harl Sheet"), side("Rain fell.", outlet="Third Sheet")]
    with View(linked(tmp_path / "ossel.sayso", FIRST, SECOND, *again)) as opened:
        yield opened


def test_who_rests_on_one_word_counts_once(view):
    found = list(sources.ask(view, FIRST.statements[0].id))
    assert {row.count for row in found} == {"at most 2 independent sources in 4 documents"}
    assert [(row.source, row.rests_on) for row in found] == [(1, "Ilse Marrow")] * 3 + [(2, "Anton Brisk")]
    assert [row.link is None for row in found].count(True) == 1


def test_a_record_that_nothing_is_linked_to_is_no_claim_told_twice(view):
    with pytest.raises(UsageError, match="no record"):
        list(sources.ask(view, "0" * 16 + ".s1-2"))
    third = next(row.id for row in view.documents(None) if row.outlet == "Third Sheet")
    with pytest.raises(UsageError, match="nothing is linked"):
        list(sources.ask(view, third))
