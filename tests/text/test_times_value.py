import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.times_value import resolve, shifted

FRIDAY = "2031-05-09"


@pytest.mark.parametrize(
    ("relative", "value"),
    [
        ("weekday:4:past", "2031-05-08"),
        ("weekday:5:past", FRIDAY),
        ("weekday:5:future", FRIDAY),
        ("weekday:5:last", "2031-05-02"),
        ("weekday:5:next", "2031-05-16"),
        ("month:06:past", "2030-06"),
        ("month:05:last", "2030-05"),
        ("month:05:future", "2031-05"),
        ("month:09:this", "2031-09"),
        ("day:02-29:near", "2032-02-29"),
        ("season:WI:past", "2030-WI"),
        ("quarter:3:past", "2030-Q3"),
        ("half:1:past", "2031-H1"),
        ("weekend:past", "2031-W18-WE"),
        ("weekend:next", "2031-W20-WE"),
        ("holiday:thanksgiving:last", "2030-11-28"),
        ("holiday:labor:near", "2031-09-01"),
        ("holiday:memorial:near", "2031-05-26"),
        ("holiday:election:past", "2030-11-05"),
        ("P-1Y>quarter:3", "2030-Q3"),
        ("P-1M>day:15", "2031-04-15"),
        ("P0Y>day:12-31", "2031-12-31"),
        ("P-1D/TNI", "2031-05-08TNI"),
    ],
)
def test_a_relative_value_is_seen_from_its_anchor(relative: str, value: str | None) -> None:
    assert resolve(relative, FRIDAY) == value


@pytest.mark.parametrize(
    ("anchor", "by", "unit", "value"),
    [
        ("2031", -1, "Y", "2030"),
        ("2031-01-31", 1, "M", "2031-02"),
        ("2031-01-01", -1, "W", "2030-W52"),
        ("2031-Q1", -1, "Q", "2030-Q4"),
        ("2031-05", 3, "D", "XXXX-XX-XX"),
        ("1812-05-09", -1, "CE", "17"),
        ("PRESENT_REF", 1, "D", None),
    ],
)
def test_a_shift_is_no_more_precise_than_its_unit_or_its_anchor(anchor: str, by: int, unit: str, value: str | None) -> None:
    assert shifted(anchor, by, unit) == value


@given(st.dates(), st.integers(-4000000, 4000000), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE", "F"]))
def test_no_shift_leaves_the_calendar_with_an_error(day, by: int, unit: str) -> None:
    value = shifted(day.isoformat(), by, unit)
    assert value is None or value[:2].isdecimal() or value.startswith("XXXX")


@given(st.dates(), st.sampled_from(["weekday:3", "month:02", "day:02-29", "season:SU", "quarter:4", "holiday:easter"]),
       st.sampled_from(["past", "last", "future", "next", "near", "this", "story"]))  # fmt: skip
def test_every_direction_gives_a_value_or_none_for_any_date(day, name: str, direction: str) -> None:
    value = resolve(f"{name}:{direction}", day.isoformat())
    assert value is None or value[:4].isdecimal()
