from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Spans
from sayso.model.span import length
from sayso.text.nesting import Innermost, holders

SPAN = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
CONTENTS = st.lists(st.lists(SPAN, min_size=1, max_size=3).map(tuple), max_size=12)


@given(CONTENTS)
def test_the_innermost_is_the_shortest_that_holds_the_place_and_the_first_of_equals(contents: list[Spans]) -> None:
    found = Innermost(contents)
    for place in range(-1, 70):
        held = [i for i, spans in enumerate(contents) if any(s <= place < e for s, e in spans)]
        assert found.at(place) == min(held, key=lambda i: length(contents[i]), default=None)


@given(CONTENTS)
def test_holders_are_all_that_cover_the_point_the_shortest_first(contents: list[Spans]) -> None:
    points = [(place, place + 1) for place in range(60)]
    for (start, end), held in zip(points, holders(contents, points), strict=True):
        expected = [i for i, spans in enumerate(contents) if any(s <= start and end <= e for s, e in spans)]
        assert held == sorted(expected, key=lambda i: (length(contents[i]), i))


def test_sizes_may_be_given() -> None:
    assert Innermost([((0, 5),), ((0, 9),)], [1, 0]).at(3) == 1
