from itertools import pairwise

from sayso.ledger.talking import Talk
from sayso.show.flow import flow


def pair(speaker: str, about: str, statements: int = 1) -> Talk:
    return Talk(speaker=speaker, about=about, kind="person", statements=statements, documents=1)


def crowd(size: int) -> list[Talk]:
    return [pair(f"Speaker {n}", f"Actor {(n * 7 + k) % size}", 1 + (n + k) % 3) for n in range(size) for k in range(4)]


def test_nothing_is_drawn_of_nothing() -> None:
    assert flow([], 25) is None


def test_names_never_lie_over_each_other() -> None:
    made = flow(crowd(150), 100)
    assert made
    assert (len(made.speakers), made.hidden_left, len(made.named), made.hidden_right) == (100, 50, 100, 50)
    for side in (made.speakers, made.named):
        assert min(after.middle - before.middle for before, after in pairwise(side)) >= 12


def test_a_bar_is_as_high_as_its_bands_are_wide() -> None:
    made = flow([pair("A", "B", 6), pair("A", "C", 2), pair("D", "C", 4)], 25)
    assert made
    ends = {node.key: node for node in (*made.speakers, *made.named)}
    for key, node in ends.items():
        assert abs(sum(band.width for band in made.bands if key in band.ends.split()) - node.height) < 0.3
    assert (made.drawn, made.statements) == (12, 12)


def test_the_drawing_is_the_same_whatever_order_the_pairs_came_in() -> None:
    talks = crowd(12)
    one, other = flow(talks, 10), flow(list(reversed(talks)), 10)
    assert one
    assert other
    assert (one.speakers, one.named) == (other.speakers, other.named)


def test_bands_cross_less_than_in_the_order_of_size() -> None:
    made = flow([pair("A", "Z", 3), pair("B", "Y", 2), pair("C", "Y", 5)], 25)
    assert made
    assert [node.name for node in made.named] == ["Y", "Z"]
    assert [node.name for node in made.speakers][-1] == "A"


def test_no_name_stands_without_a_band() -> None:
    crowded = [pair("A", name, 5) for name in ("X", "Y")] + [pair("B", "Z", 4)]
    made = flow(crowded, 2)
    assert made
    assert [node.name for node in made.speakers] == ["A"]
    assert (made.hidden_left, made.hidden_right) == (1, 1)
