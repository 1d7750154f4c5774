import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.bind.voices import passages, shares
from tests.bind.test_chains import statement
from tests.reading import document

BODY = document("Title\n\n" + "x" * 93, parts={"title": (0, 5), "body": (7, 100)})


def test_the_outlet_speaks_where_nobody_else_does() -> None:
    s = statement((10, 14), (20, 40))
    assert passages(BODY, [s]) == [((7, 20), None), ((20, 40), s.id), ((40, 100), None)]


def test_the_innermost_voice_wins() -> None:
    outer, inner = statement((10, 14), (20, 80)), statement((25, 29), (30, 40))
    assert passages(BODY, [outer, inner])[1:4] == [((20, 30), outer.id), ((30, 40), inner.id), ((40, 80), outer.id)]


def test_the_title_and_furniture_are_no_part_of_the_body() -> None:
    with_furniture = document(BODY.text, parts=BODY.parts, furniture=((90, 100),))
    assert passages(with_furniture, []) == [((7, 90), None)]


def test_shares_add_up_to_one_with_the_outlet_first() -> None:
    s = statement((10, 14), (20, 40))
    found = shares(BODY, [s])
    assert list(found) == [None, s.id]
    assert abs(sum(found.values()) - 1) < 0.01


@given(st.lists(st.tuples(st.integers(0, 95), st.integers(1, 40)), max_size=8, unique_by=lambda t: t[0]))
def test_every_character_of_the_body_has_one_voice(rows: list[tuple[int, int]]) -> None:
    found = passages(BODY, [statement((a, a + 1), (a, min(100, a + n))) for a, n in rows])
    assert [at for (start, end), _ in found for at in range(start, end)] == list(range(7, 100))
    assert all(a[1] != b[1] for a, b in itertools.pairwise(found))
