"""The timeline: bars for days, months or years in three strips one below the other, with the same days below each other."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from sayso.ledger.days import Day

WIDTH = 960.0
LEFT = 44.0
HIGH = 96.0
GAP = 34.0
FOOT = 26.0
MOST = 100
"""Bars in a strip; where there would be more, each stands for a month, or a year."""

TAIL = 0.1
"""The part at either end, of all that is shown, that may lie beyond the drawing, where the drawing would else be nearly empty."""

UNITS = {"day": 10, "month": 7, "year": 4}
STRIPS = (
    ("statements", "statements printed", "v1"),
    ("events", "events, by the day their text gives", "v2"),
    ("due", "forecasts, by the day they are to come true", "v4"),
)
TICK = 64.0
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Bar(msgspec.Struct, frozen=True):
    """What lies on one day, month or year."""

    x: float
    y: float
    width: float
    height: float
    period: str
    count: int


class Strip(msgspec.Struct, frozen=True):
    """One kind of thing through time; `top` is where its highest bar may reach, `most` how high that is."""

    name: str
    label: str
    colour: str
    top: float
    foot: float
    most: int
    bars: tuple[Bar, ...]


class Timeline(msgspec.Struct, frozen=True):
    """What is drawn: strips and ticks; `earlier`, `later` and `coarser` count what is not, by its place or because it has no such day."""

    unit: str
    first: str
    last: str
    strips: tuple[Strip, ...]
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[Day, ...]
    earlier: int
    later: int
    coarser: int
    alt: str
    width: float = WIDTH
    height: float = 0.0
    left: float = LEFT


def timeline(days: Sequence[Day], *, within: str | None = None, whole: bool = False, alone: bool = False) -> Timeline | None:
    """The drawing of some days: those of the year or month `within`, else where most of them lie, or the `whole` of them.

    `alone`: events only. None where nothing has a date.
    """
    asked = [one for one in days if one.day.startswith(within or "")]
    if not asked:
        return None
    first, last = ends(asked, trimmed=not (whole or within))
    unit = unit_of(first, last)
    periods = list(between(first[: UNITS[unit]], last[: UNITS[unit]], unit))
    sums = summed(asked, UNITS[unit])
    strips = STRIPS[1:2] if alone else STRIPS
    drawn = tuple(strip(number, *named, periods, sums) for number, named in enumerate(strips))
    beyond = [one for one in asked if len(one.day) >= UNITS[unit]]
    earlier = sum(weight(one) for one in beyond if one.day[: UNITS[unit]] < periods[0])
    later = sum(weight(one) for one in beyond if one.day[: UNITS[unit]] > periods[-1])
    coarser = sum(weight(one) for one in asked if len(one.day) < UNITS[unit])
    rows = tuple(sums[period] for period in periods if period in sums)
    return Timeline(
        unit, periods[0], periods[-1], drawn, tuple(ticks(periods)), rows, earlier, later, coarser, alt(drawn),
        height=drawn[-1].foot + FOOT,
    )  # fmt: skip


def weight(one: Day) -> int:
    """How much lies on a day."""
    return one.statements + one.events + one.due


def ends(days: Sequence[Day], *, trimmed: bool) -> tuple[str, str]:
    """The first and the last day that are drawn: all, or without the few at either end that lie far away from the rest."""
    if not trimmed:
        return days[0].day, days[-1].day
    total, passed = sum(map(weight, days)), 0
    kept = []
    for one in days:
        if passed + weight(one) > total * TAIL and passed < total * (1 - TAIL):
            kept.append(one.day)
        passed += weight(one)
    return kept[0], kept[-1]


def unit_of(first: str, last: str) -> str:
    """The closest unit that needs no more bars than there is room for.

    >>> unit_of("2031-04-01", "2031-05-30"), unit_of("2031-04", "2032-05-30"), unit_of("1990", "2031")
    ('day', 'month', 'year')
    """
    start, end = opened(first), opened(last, end=True)
    if (end - start).days < MOST:
        return "day"
    return "month" if (end.year - start.year) * 12 + end.month - start.month < MOST else "year"


def opened(period: str, *, end: bool = False) -> date:
    """The first day of a year, month or day, or the last one where the `end` is wanted."""
    year, month, day = (*map(int, period.split("-")), 0, 0)[:3]
    year = min(max(year, 1), 9998)
    if not end or day:
        return date(year, month or 1, day or 1)
    return (date(year, month + 1, 1) if 0 < month < 12 else date(year + 1, 1, 1)) - timedelta(days=1)


def between(first: str, last: str, unit: str) -> Iterator[str]:
    """Every period from one to another.

    >>> list(between("2031-11", "2032-02", "month"))
    ['2031-11', '2031-12', '2032-01', '2032-02']
    """
    at, end = opened(first), opened(last, end=True)
    while at <= end:
        period = at.isoformat()[: UNITS[unit]]
        yield period
        at = opened(period, end=True) + timedelta(days=1)


def summed(days: Sequence[Day], digits: int) -> dict[str, Day]:
    """What lies on each period; what is known less closely lies on none."""
    found: dict[str, Day] = {}
    for one in days:
        if len(one.day) >= digits:
            period = one.day[:digits]
            so_far = found.get(period) or Day(day=period, statements=0, events=0, due=0)
            found[period] = Day(
                day=period,
                statements=so_far.statements + one.statements,
                events=so_far.events + one.events,
                due=so_far.due + one.due,
            )
    return found


def strip(number: int, name: str, label: str, colour: str, periods: Sequence[str], sums: dict[str, Day]) -> Strip:
    """The bars of one strip, the highest as high as the strip."""
    top = GAP + number * (HIGH + GAP)
    counts = [(at, period, getattr(sums[period], name)) for at, period in enumerate(periods) if period in sums]
    most = max((count for *_, count in counts), default=0)
    step = (WIDTH - LEFT) / len(periods)
    room = min(step * 0.16, 2.0)
    bars = (
        Bar(
            round(LEFT + at * step + room / 2, 2), round(top + HIGH - max(HIGH * count / most, 1.5), 1), round(step - room, 2),
            round(max(HIGH * count / most, 1.5), 1), period, count,
        )
        for at, period, count in counts
        if count
    )  # fmt: skip
    return Strip(name, label, colour, top, top + HIGH, most, tuple(bars))


def ticks(periods: Sequence[str]) -> Iterator[tuple[float, str]]:
    """Where days are named below the bars, as many as have room."""
    step = (WIDTH - LEFT) / len(periods)
    every = max(1, -int(-TICK // step))
    year = ""
    for at in range(0, len(periods), every):
        yield round(LEFT + (at + 0.5) * step, 1), worded(periods[at], year != periods[at][:4])
        year = periods[at][:4]


def worded(period: str, year: bool) -> str:
    """A day, month or year as it is written below a bar; the year where it is new.

    >>> worded("2031-04-09", True), worded("2031-04-09", False), worded("2031-04", False), worded("2031", False)
    ('9 Apr 2031', '9 Apr', 'Apr', '2031')
    """
    if len(period) == 4:
        return period
    month = MONTHS[int(period[5:7]) - 1]
    words = f"{int(period[8:])} {month}" if len(period) == 10 else month
    return f"{words} {period[:4]}" if year else words


def alt(strips: Sequence[Strip]) -> str:
    """The highest bar of each strip in a sentence."""
    told = []
    for one in strips:
        if one.bars:
            bar = max(one.bars, key=lambda bar: bar.count)
            told.append(f"{one.label}: most on {bar.period}, {bar.count}")
    return f"{'; '.join(told)}. All are in the table below."
