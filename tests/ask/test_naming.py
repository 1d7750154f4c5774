"""Answers bear the user's own codes and are chosen by them."""

import pytest

from sayso.ask import did
from sayso.ask.naming import coded, of_group
from sayso.errors import InputError, UsageError
from sayso.ledger import View
from sayso.ledger.did import Sought
from sayso.lexicon.own import Own, own
from tests.ledger.doing import filled


@pytest.fixture
def view(tmp_path):
    with View(filled(tmp_path / "raid.sayso")) as opened:
        yield opened


@pytest.fixture
def lists(tmp_path):
    (tmp_path / "t.csv").write_text(
        "type,mode,code,label\nASSAULT,,V,violence\nACCUSE,,W,words\nTHREATEN,,W,words\n", encoding="utf-8"
    )
    (tmp_path / "o.csv").write_text("outlet,group\nsill courier,coast\n", encoding="utf-8")
    return own(types=tmp_path / "t.csv", outlets=tmp_path / "o.csv")


def test_events_are_found_by_the_users_code_and_no_more_than_asked_for(view, lists):
    every = list(did.ask(view))
    found = list(coded(view, Sought(), lists, code="V"))
    assert [one.id for one in found] == [one.id for one in every if one.type == "ASSAULT"]
    assert {(one.code, one.code_label) for one in found} == {("V", "violence")}
    assert len(list(coded(view, Sought(), lists, code="V", limit=1))) == 1
    assert [one.code for one in coded(view, Sought(), Own())] == [None] * len(every)


def test_answers_are_of_one_group_alone(view, lists):
    every = list(did.ask(view))
    found = list(of_group(every, lists, "COAST"))
    assert {one.outlet for one in found} == {"Sill Courier"}
    assert 0 < len(found) < len(every)
    assert list(of_group(every, Own(), None)) == every


def test_a_code_or_group_without_its_list_or_not_in_it_is_told(view, lists):
    for wrong, call in (
        (UsageError, lambda: coded(view, Sought(), Own(), code="V")),
        (InputError, lambda: coded(view, Sought(), lists, code="X")),
        (UsageError, lambda: of_group([], Own(), "coast")),
        (InputError, lambda: of_group([], lists, "hills")),
    ):
        with pytest.raises(wrong):
            list(call())
