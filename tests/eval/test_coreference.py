import pytest

from eval import coreference

GOLD = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b", 6: "c"}


def test_gold_against_itself_is_perfect() -> None:
    assert [coreference.muc(GOLD, GOLD), coreference.bcubed(GOLD, GOLD), coreference.ceaf([(GOLD, GOLD)])] == [1.0, 1.0, 1.0]


def test_all_apart_has_no_links_and_keeps_the_singletons() -> None:
    apart = {one: one for one in GOLD}
    assert coreference.muc(GOLD, apart) == 0.0
    assert coreference.bcubed(GOLD, apart) == pytest.approx(2 * 0.5 / 1.5)


def test_each_cluster_is_matched_once_so_that_most_is_common() -> None:
    assert coreference.matched([[0.9, 0.8], [0.85, 0.1], [0.0, 0.0]]) == pytest.approx(1.65)
