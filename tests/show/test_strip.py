from sayso.ledger.days import Day
from sayso.show.strip import timeline


def day(on: str, statements: int = 0, events: int = 0, due: int = 0) -> Day:
    return Day(day=on, statements=statements, events=events, due=due)


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline([]) is None
    assert timeline([day("2031-04-09", 1)], within="2030") is None


def test_each_strip_is_as_high_as_its_own_most() -> None:
    made = timeline([day("2031-04-08", 40, 1), day("2031-04-10", 20, 2, 1)])
    assert made
    assert [(strip.most, [bar.count for bar in strip.bars]) for strip in made.strips] == [(40, [40, 20]), (2, [1, 2]), (1, [1])]
    tall, short = made.strips[0].bars
    assert tall.height == 2 * short.height
    assert (made.unit, made.first, made.last) == ("day", "2031-04-08", "2031-04-10")


def test_days_stand_below_each_other_with_room_for_those_without_anything() -> None:
    made = timeline([day("2031-04-08", 1, 1), day("2031-04-10", 1, 1)])
    assert made
    statements, events = (strip.bars for strip in made.strips[:2])
    assert [bar.x for bar in statements] == [bar.x for bar in events]
    assert statements[1].x - statements[0].x > 1.5 * statements[0].width


def test_a_long_time_is_drawn_by_months_and_what_is_known_less_closely_is_told() -> None:
    made = timeline([day("2029", events=3), day("2029-11", events=2), day("2029-11-05", 1, 1), day("2031-02-01", 4)], whole=True)
    assert made
    assert (made.unit, made.coarser) == ("month", 3)
    assert [(row.day, row.statements, row.events) for row in made.rows] == [("2029-11", 1, 3), ("2031-02", 4, 0)]


def test_the_few_that_lie_far_away_are_told_and_drawn_when_asked_for() -> None:
    days = [day("1785-01-01", events=1), *(day(f"2031-04-{n:02}", 9) for n in range(1, 20)), day("2190-01-01", due=2)]
    near, whole = timeline(days), timeline(days, whole=True)
    assert near
    assert whole
    assert (near.unit, near.earlier + sum(row.statements for row in near.rows) + near.later) == ("day", 1 + 19 * 9 + 2)
    assert (whole.unit, whole.earlier, whole.later, whole.rows[0].day) == ("year", 0, 0, "1785")


def test_events_alone_have_one_strip() -> None:
    made = timeline([day("2031-04-08", events=1)], alone=True)
    assert made
    assert [strip.name for strip in made.strips] == ["events"]
