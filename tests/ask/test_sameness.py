import pytest

from sayso.ask.sameness import grouped


def groups(*said: str, whose: str = "Ada") -> list[list[str]]:
    return grouped(said, lambda _: whose, lambda words: words)


@pytest.mark.parametrize(
    "again",
    [
        "the Quarry road would be opened by the end of April",
        "the Quarry road opens by April’s end",
        "Quarry roads opening by the end of April",
    ],
)
def test_nearly_the_same_words_are_one(again: str) -> None:
    assert len(groups("the Quarry road will open by the end of April", again)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the road will open by the end of April", "the road will not open by the end of April"),
        ("the road will open by the end of April", "the road will open by the end of May"),
        ("about 12 boats will leave the upper harbour", "about 20 boats will leave the upper harbour"),
        ("the mill will close", "the mill will burn"),
    ],
)
def test_another_name_number_or_a_denial_is_another_proposition(one: str, other: str) -> None:
    assert len(groups(one, other)) == 2


def test_two_speakers_are_two() -> None:
    rows = [("Ada", "the road will open"), ("Ben", "the road will open"), ("Ada", "the road would open")]
    found = grouped(rows, lambda row: row[0], lambda row: row[1])
    assert [[who for who, _ in group] for group in found] == [["Ada", "Ada"], ["Ben"]]


def test_words_that_tell_nothing_are_still_grouped() -> None:
    assert groups("it will be", "it may be") == [["it will be", "it may be"]]
