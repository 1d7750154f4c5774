import pytest

from sayso.intake.dates import in_url, iso, written


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ("2031-04-09", "2031-04-09"),
        ("2031-04-09T07:05:00.123+0200", "2031-04-09T07:05:00+0200"),
        ("20310409", "2031-04-09"),
        ("2031/4/9", "2031-04-09"),
        ("9 April 2031", "2031-04-09"),
        ("Apr. 9, 2031 at noon", "2031-04-09"),
        ("Wed, 09 Apr 2031 07:05:00 GMT", "2031-04-09T07:05:00+00:00"),
        (1_000_000_000, "2001-09-09T01:46:40+00:00"),
        (1_000_000_000_000, "2001-09-09T01:46:40+00:00"),
    ],
)
def test_usual_forms_give_iso(value: object, want: str) -> None:
    assert iso(value) == want


@pytest.mark.parametrize(
    "value", ["2031-13-01", "31 February 2031", "yesterday", "", "09/04/2031", None, True, [], float("inf"), 10**40]
)
def test_what_is_no_sure_date_gives_none(value: object) -> None:
    assert iso(value) is None


def test_a_time_that_does_not_exist_leaves_the_day() -> None:
    assert iso("2031-04-09T27:99:00Z") == "2031-04-09"


def test_a_modal_may_is_no_month() -> None:
    assert written("Troops may 10 years on still be there") is None


def test_addresses_give_their_date() -> None:
    assert in_url("https://quay.example/2031/apr/09/locks") == "2031-04-09"
    assert in_url("https://quay.example/2031-04-09-locks") == "2031-04-09"
    assert in_url("https://quay.example/20310409/locks") == "2031-04-09"
    assert in_url("https://quay.example/2031/99/09/locks") is None
