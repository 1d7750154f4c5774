from pathlib import Path

import pytest

from sayso.ledger import Ledger, View
from sayso.ledger.identities import identities, mention_at
from sayso.ledger.verdicts import judge, undo
from sayso.model.verdicts import Change
from tests.ledger.made import document, harbour

DOC = document()
MARROW, SHE, MINISTRY = harbour(DOC)[:3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "harbour.sayso"
    with Ledger(made) as ledger:
        ledger.write(DOC, harbour(DOC), reader="hand/1")
    return made


def said(path: Path) -> list[tuple[str, str, str]]:
    with View(path) as view:
        return [(one.says, one.name, one.other) for one in identities(view)]


def test_mentions_are_joined_under_their_fullest_names(path):
    with Ledger(path) as ledger:
        judge(ledger, SHE.id, "merge", who="Ada", change=Change(other=MINISTRY.id))
    assert said(path) == [("merge", "Ilse Marrow", "the ministry")]


def test_the_last_word_about_a_pair_stands_until_it_is_undone(path):
    with Ledger(path) as ledger:
        judge(ledger, MARROW.id, "merge", who="Ada", change=Change(other=MINISTRY.id))
        last = judge(ledger, MINISTRY.id, "split", who="Ben", change=Change(other=MARROW.id))
    assert said(path) == [("split", "the ministry", "Ilse Marrow")]
    with Ledger(path) as ledger:
        undo(ledger, last.id, who="Ben")
    assert said(path) == [("merge", "Ilse Marrow", "the ministry")]


def test_a_mention_that_is_no_longer_found_keeps_its_name(path):
    with Ledger(path) as ledger:
        judge(ledger, MARROW.id, "merge", who="Ada", change=Change(other=MINISTRY.id))
        ledger.write(DOC, (), reader="hand/2")
    assert said(path) == [("merge", "Ilse Marrow", "the ministry")]


def test_a_mention_is_found_by_its_characters(path):
    with View(path) as view:
        assert mention_at(view, DOC.id, MARROW.span) == MARROW.id
        assert mention_at(view, DOC.id, (0, 1)) is None
