"""Ratings are people's, sealed, and stand until the same person rates the same again."""

import apsw
import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.ratings import rate, ratings
from sayso.model.ratings import standing
from tests.release.made import ledger, record


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


def given(path, about, rating, who="Ada", why="long known"):
    with Ledger(path) as writer:
        return rate(writer, about, rating, who=who, why=why)


def test_a_later_rating_by_the_same_person_stands_and_others_stay_beside_it(path):
    given(path, "Sill Courier", "B")
    given(path, "Sill Courier", "D", "Bo")
    given(path, "Sill Courier", "C")
    with View(path) as view:
        made = ratings(view)
    assert [one.nth for one in made] == [0, 1, 2]
    assert [(one.who, one.rating) for one in standing(made)] == [("Ada", "C"), ("Bo", "D")]


def test_source_and_claim_are_rated_apart(path):
    said = record("s", "said")
    assert given(path, "Tova Lindqvar", "A").scale == "reliability"
    one = given(path, said, "5")
    assert (one.scale, one.doc) == ("credibility", said[:16])


@pytest.mark.parametrize(("about", "rating", "why"), [("Sill Courier", "G", "x"), ("Sill Courier", "B", " ")])
def test_a_rating_that_is_none_or_without_a_reason_is_refused(path, about, rating, why):
    with pytest.raises(UsageError):
        given(path, about, rating, why=why)


@pytest.mark.parametrize(("about", "rating"), [("Nobody's Gazette", "B"), ("0123456789abcdef.s1-2", "3")])
def test_what_the_ledger_does_not_know_is_not_rated(path, about, rating):
    with pytest.raises(LedgerError):
        given(path, about, rating)


def test_an_altered_rating_is_told_by_the_check(path):
    given(path, "Sill Courier", "B")
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE rating SET rating = 'A'")
    connection.close()
    with Ledger(path) as writer:
        assert [(flaw.kind, flaw.what) for flaw in writer.check()] == [("hash", "altered after it was given")]


def test_ratings_of_claims_go_with_a_forgotten_article(path):
    said = record("s", "said")
    given(path, said, "2")
    given(path, "Sill Courier", "B")
    with Ledger(path) as writer:
        writer.forget(said[:16], why="asked")
    with View(path) as view:
        assert [one.scale for one in ratings(view)] == ["reliability"]
