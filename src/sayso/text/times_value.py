"""Values of relative time expressions: "P-1D", "weekday:4:past", "P-1Y>month:06" resolved against a date.

A relative value is a chain of steps joined by `>`, each resolved against the value of the one before, and may end in a part of
the day after `/` ("P-1D/TNI"). A step is a shift by whole units (`P-1D`, `P0W`, `P2M`, `P-1Q`) or a name with a direction:
`weekday:4:past`, `month:06:future`, `day:09-30:near`, `season:SU:last`, `quarter:3:past`, `half:1:near`, `holiday:easter:near`,
`weekend:past`. Directions: past and future may be the anchor itself, last and next may not; near is whichever lies closer.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

_SHIFT = re.compile(r"P(-?[0-9]+)(D|W|M|Q|Y|DE|CE|F)$")
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FLOATING = {
    "labor": (9, 0, 1),
    "memorial": (5, 0, -1),
    "columbus": (10, 0, 2),
    "presidents": (2, 0, 3),
    "thanksgiving": (11, 3, 4),
}
_EASTER = {"easter": 0, "goodfriday": -2, "eastermonday": 1}
_STORY_BACK = 3  # how much nearer a date behind the story must be than one ahead of it


def resolve(relative: str, anchor: str) -> str | None:
    """The TIMEX3 value of a relative value seen from `anchor` (YYYY, YYYY-MM, YYYY-MM-DD or YYYY-Qn), or None if it has none.

    >>> resolve("weekday:4:past", "2020-01-10"), resolve("P-1Y>month:06", "2020-01-10"), resolve("P-1D/TNI", "2020-01-10")
    ('2020-01-09', '2019-06', '2020-01-09TNI')
    """
    chain, _, part = relative.partition("/")
    value: str | None = anchor
    for step in chain.split(">"):
        value = _step(step, value) if value else None
    return value + part if value and part and len(value) == 10 else value


def _step(step: str, anchor: str) -> str | None:
    if shift := _SHIFT.match(step):
        return shifted(anchor, int(shift[1]), shift[2])
    name, arg, direction = (*step.split(":"), "", "")[:3]
    if direction == "" and name in ("month", "quarter", "season", "half", "day") and arg:
        return _inside(name, arg, anchor)
    if anchor.startswith("BC") and name in ("month", "season", "day"):
        return f"{anchor[:6]}-{arg}"
    day = _date(anchor)
    if day is None or len(anchor) < (10 if name in ("weekday", "weekend") else 4 if direction == "story" else 7):
        return None
    if name == "weekday":
        return _weekday(int(arg), direction, day)
    if name == "weekend":
        return _weekend(arg, day)
    form = _FORMS[name]
    starts = [(form.start(year, arg), year) for year in range(day.year - 1, day.year + 2)]
    spans = [(start, _after(start, form.months), year) for start, year in starts if start]
    found = _choose(spans, direction, day)
    return (
        form.shown.format(start=spans[found][0].isoformat(), year=f"{spans[found][2]:04d}", arg=arg)
        if found is not None
        else None
    )


def shifted(anchor: str, by: int, unit: str) -> str | None:
    """`anchor` moved by whole units, as precise as the unit and no more precise than the anchor allows.

    >>> shifted("2020-01-10", -1, "M"), shifted("2020-01-10", -6, "W"), shifted("2020-01", 2, "D"), shifted("2020", -1, "DE")
    ('2019-12', '2019-W48', 'XXXX-XX-XX', '201')
    """
    year = int(anchor[:4]) if anchor[:4].isdecimal() else 0
    if not year:
        return None
    if unit in ("Y", "DE", "CE"):
        to = year + by * {"Y": 1, "DE": 10, "CE": 100}[unit]
        return f"{to:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]] if 0 < to < 10000 else None
    if unit == "Q" or (unit == "M" and "Q" in anchor):
        return _quarter(anchor, year, by)
    day = _date(anchor)
    if day is None or (unit != "M" and len(anchor) < 10):
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX"}[unit]
    if unit == "M":
        months = day.year * 12 + day.month - 1 + by
        return f"{months // 12:04d}-{months % 12 + 1:02d}" if 12 <= months < 120000 else None
    return _by_days(day, by, unit)


def _by_days(day: date, by: int, unit: str) -> str | None:
    days = by * {"D": 1, "W": 7, "F": 14}[unit]
    if not 8 < day.toordinal() + days < date.max.toordinal() - 8:
        return None
    moved = day + timedelta(days)
    week = moved.isocalendar()
    return moved.isoformat() if unit == "D" else f"{week.year:04d}-W{week.week:02d}"


def _quarter(anchor: str, year: int, by: int) -> str | None:
    if "Q" in anchor and anchor[-1].isdecimal():
        now = int(anchor[-1]) - 1
    else:
        day = _date(anchor)
        if day is None:
            return None
        now = (day.month - 1) // 3
    total = year * 4 + now + by
    return f"{total // 4:04d}-Q{total % 4 + 1}" if 4 <= total < 40000 else None


def _date(value: str) -> date | None:
    """The first day of a value, None where it names no year and month."""
    found = re.match(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?![0-9])", value)
    if not found or (found[2] is None and len(value) > 4):
        return None
    if not 1 < int(found[1]) < 9998:  # so that a neighbouring year is still a date
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def _month_day(year: int, arg: str) -> date | None:
    try:
        return date(year, int(arg[:2]), int(arg[3:]))
    except ValueError:
        return None


def _inside(name: str, arg: str, anchor: str) -> str | None:
    """A month, quarter, season or day of the year (or month) that `anchor` names."""
    year = anchor[:4]
    if not year.isdecimal():
        return None
    if name == "day" and len(arg) == 2:
        return f"{anchor[:7]}-{arg}" if len(anchor) >= 7 else None
    return year + {"month": "-", "quarter": "-Q", "season": "-", "half": "-H", "day": "-"}[name] + arg


def _choose(spans: list[tuple[date, date, int]], direction: str, day: date) -> int | None:
    """Which of three yearly spans `[start, end)` a direction means; the story goes on from its date, seldom far back."""
    places = range(len(spans))
    if direction in ("past", "last"):
        fits = [n for n in places if (spans[n][0] <= day if direction == "past" else spans[n][1] <= day)]
        return fits[-1] if fits else None
    if direction in ("future", "next"):
        fits = [n for n in places if (spans[n][1] > day if direction == "future" else spans[n][0] > day)]
        return fits[0] if fits else None
    if direction == "this":
        return next((n for n in places if spans[n][2] == day.year), None)
    back = _STORY_BACK if direction == "story" else 1.0
    gaps = [back * max(0, (day - end).days + 1) + max(0, (start - day).days) for start, end, _ in spans]
    return min(places, key=lambda n: gaps[n], default=None)


def _after(start: date, months: int) -> date:
    """The first day after a span: of one day (0 months) or of whole months."""
    if not months:
        return start + timedelta(1)
    total = start.year * 12 + start.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def _weekday(number: int, direction: str, day: date) -> str:
    back = (day.isoweekday() - number) % 7
    if direction == "this":
        moved = number - day.isoweekday()
    elif direction in ("past", "last"):
        moved = -(back or (7 if direction == "last" else 0))
    else:
        moved = (7 - back) % 7 or (7 if direction == "next" else 0)
    return (day + timedelta(moved)).isoformat()


def _weekend(direction: str, day: date) -> str:
    """The weekend as `YYYY-Www-WE`: past is the one begun last, future the one that ends next."""
    back = {"past": 0 if day.isoweekday() > 5 else 7, "last": 7, "next": -7}.get(direction, 0)
    week = (day - timedelta(back)).isocalendar()
    return f"{week.year:04d}-W{week.week:02d}-WE"


def _holiday(year: int, arg: str) -> date | None:
    if arg in _EASTER:
        return _easter(year) + timedelta(_EASTER[arg])
    if arg == "election":  # the Tuesday after the first Monday of November
        return _weekday_of(year, 11, 0, 1) + timedelta(1)
    return _weekday_of(year, *_FLOATING[arg]) if arg in _FLOATING else _month_day(year, arg)


def _weekday_of(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) … Sunday (6) of a month, the last one where nth is -1."""
    if nth < 0:
        last = _after(date(year, month, 1), 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


class _Form(msgspec.Struct, frozen=True):
    """How a yearly thing begins, how many months it lasts (0: a day), and how its value is written."""

    start: Callable[[int, str], date | None]
    months: int
    shown: str


_FORMS = {
    "month": _Form(lambda year, arg: date(year, int(arg), 1), 1, "{start:.7}"),
    "day": _Form(_month_day, 0, "{start}"),
    "holiday": _Form(_holiday, 0, "{start}"),
    "season": _Form(lambda year, arg: date(year, _SEASON_MONTH[arg], 1), 3, "{year}-{arg}"),
    "quarter": _Form(lambda year, arg: date(year, 3 * int(arg) - 2, 1), 3, "{year}-Q{arg}"),
    "half": _Form(lambda year, arg: date(year, 6 * int(arg) - 5, 1), 6, "{year}-H{arg}"),
}
