import pytest

from sayso.link import stories
from sayso.link.units import Units, day


@pytest.mark.parametrize(
    ("one", "two", "same"), [("2031-04-01", "2031-04-09", True), ("2031-04-01", "2031-06-01", False), (None, "2031-06-01", True)]
)
def test_a_story_is_of_about_the_same_days(one: str | None, two: str, same: bool):
    assert stories.of_one_time(*(Units(day=day(published), units=()) for published in (one, two))) is same


def test_documents_are_alike_by_what_is_rare():
    weight = stories.weights({4: 1, 8: 100}, 100)
    assert stories.likeness([4], weight, 20.0, 20.0) > stories.likeness([8], weight, 20.0, 20.0)
    assert stories.likeness([], weight, 0.0, 20.0) == 0.0


def test_a_link_of_a_story_says_how_far_apart_and_how_alike():
    a, b = (Units(day=each, units=()) for each in (735000, 735003))
    made = stories.story(("a", "b"), a, b, 0.2, 31)
    assert (made.kind, made.reason) == (
        "story",
        "31 names, figures, acts and telling words in common, likeness 0.20, 3 days apart",
    )
