from pathlib import Path

from sayso.ledger import Ledger, View
from sayso.ledger.days import Day, days
from sayso.ledger.did import Sought
from tests.ledger.doing import filled, raid


def test_statements_lie_on_the_day_of_printing_and_events_on_the_day_that_texts_give(tmp_path: Path) -> None:
    with View(filled(tmp_path / "a.sayso")) as view:
        found = days(view, Sought())
    assert found.days == (
        Day(day="2031-04-07", statements=0, events=2, due=0),
        Day(day="2031-04-08", statements=2, events=0, due=0),
    )
    assert found.dateless == Day(day="", statements=2, events=6, due=0)


def test_what_only_events_have_leaves_the_others_out(tmp_path: Path) -> None:
    with View(filled(tmp_path / "a.sayso")) as view:
        assert days(view, Sought(type="ASSAULT")).days == (Day(day="2031-04-07", statements=0, events=2, due=0),)
        assert [one.day for one in days(view, Sought(voice="tova")).days] == ["2031-04-08"]


def test_a_date_that_no_calendar_has_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.sayso"
    with Ledger(path) as ledger:
        ledger.write(*raid(published="2031-02-31"))
    with View(path) as view:
        assert days(view, Sought()).dateless.statements == 2
