"""What expressions made of units mean: last week, the quarter, three days, two years ago, every month, now."""

from sayso.text.times_piece import Meaning, Piece, number, ordinal
from sayso.text.times_words import DAYPARTS, FREQUENCIES, MONTHS, POINTS, SEASONS, UNITS, WEEKDAYS

_UNIT = {form: code for name, code in UNITS.items() for form in (name, name + "s", name + "long")} | {
    "centuries": "CE",
    "millennia": "ML",
}
_TENS = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "F": (2, "W"), "Q": (3, "M")}
_SMALLER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS")}
_CALENDAR = frozenset(("D", "W", "M", "Q", "Y", "DE", "CE"))
_CLOSERS = frozenset((".", ",", ";", ")", '"', "”"))
_BESIDE = (("-",), ("before",), ("after",))
_OFTEN = frozenset(("once", "twice", "times", "percent", "%", "million", "billion", "thousand", "hundred"))
_AT = (("at",), ("by",), ("until",), ("from",), ("during",), ("since",))


def _unit(piece: Piece) -> str:
    return _UNIT[piece.get("unit", "units", "longunit") or ""]


def _period(count: float | None, unit: str) -> str:
    """A TIMEX3 duration: `P3D`, `PT16H`, `P2Y6M`, `PXW` for a vague count."""
    clock = "T" if unit.startswith("T") else ""
    if count is None:
        return f"P{clock}X{unit.removeprefix('T') if unit != 'F' else 'W'}"
    if unit in _TENS and (unit != "Q" or count > 1):
        scale, unit = _TENS[unit]
        count *= scale
    whole = int(count)
    if count == whole:
        return f"P{clock}{whole}{unit.removeprefix('T')}"
    if unit in _SMALLER:
        scale, smaller = _SMALLER[unit]
        head = f"{whole}{unit.removeprefix('T')}" if whole else ""
        return f"P{clock}{head}{round((count - whole) * scale)}{smaller.removeprefix('T')}"
    return f"P{clock}{round(count, 2)}{unit.removeprefix('T')}"


def unit(piece: Piece) -> Meaning | None:
    """Last year, this week, the following day, the end of the month, the quarter."""
    if piece.has("weekend"):
        return Meaning("DATE", relative=f"weekend:{_weekend(piece)}")
    if piece.has("period"):
        return Meaning("DATE", relative="ref:quarter") if piece.has("latest") else None
    code = _unit(piece)
    if code not in _CALENDAR:
        return None
    if code == "Q" and (
        piece.has("latest") or not piece.has("this", "that", "same", "last", "next", "previous", "following", "current")
    ):
        return Meaning("DATE", relative="ref:quarter")
    by = -1 if piece.has("last", "past", "previous") else 1 if piece.has("next", "coming", "following") else 0
    if piece.has("the") and piece.has("past", "last", "next", "coming") and code in ("DE", "CE"):
        return Meaning("DURATION", value=_period(1, code))
    told = piece.has("that", "same", "previous", "following") or (piece.has("next") and piece.has("the"))
    return Meaning("DATE", relative=f"{'ref:' if told else ''}P{by}{code}")


def _weekend(piece: Piece) -> str:
    if piece.has("last", "past", "previous"):
        return "last"
    if piece.has("next", "coming"):
        return "next"
    return "this" if piece.has("this") else "?"


def the_unit(piece: Piece) -> Meaning | None:
    """The year, the week, the quarter: the one that the text is about."""
    if piece.has("weekend") or piece.get("unit") == "quarter":
        return unit(piece)
    code = _unit(piece)
    if code not in ("D", "W", "M", "Y") or (code == "D" and piece.has("end")) or piece.after[:1] in _BESIDE:
        return None
    if code == "Y" and piece.after[:1] in (("ended",), ("ending",)):
        return Meaning("DURATION", value="P1Y")
    return Meaning("DATE", relative=f"ref:P0{code}" if code == "D" else f"P0{code}")


def day_beside(piece: Piece) -> Meaning | None:
    """The day before, the week after: seen from the date mentioned before, where no other event follows."""
    code = _unit(piece)
    if code not in ("D", "W", "M", "Y") or (piece.after and piece.after[0] not in _CLOSERS):
        return None
    return Meaning("DATE", relative=f"ref:P{-1 if piece.has('before') else 1}{code}")


def unit_end(piece: Piece) -> Meaning | None:
    """Year-end, month's end."""
    code = _unit(piece)
    if code not in ("Y", "M") or piece.get("end") != "end":
        return None
    return Meaning("DATE", relative="P0Y>day:12-31" if code == "Y" else "P0M")


def quarter(piece: Piece) -> Meaning | None:
    """The third quarter, the 1988 second quarter, next year's first half."""
    name, most, letter = ("half", 2, "H") if piece.has("half") else ("quarter", 4, "Q")
    nth = ordinal(piece.get("ord"))
    if name not in piece.words or not 1 <= nth <= most:
        return None
    form = f"{name}:{nth}"
    if digits := piece.get("year"):
        return Meaning("DATE", value=f"{digits}-{letter}{nth}")
    if "year" in piece.words:
        return Meaning("DATE", relative=f"{_year_step(piece)}>{form}")
    direction = "next" if piece.has("next", "coming") else "past" if piece.has("last", "latest", "past", "previous") else "?"
    return Meaning("DATE", relative=f"{form}:{direction}")


def _year_step(piece: Piece) -> str:
    if piece.has("that", "same"):
        return "ref:P0Y"
    if piece.has("previous", "following"):
        return "ref:P-1Y" if piece.has("previous") else "ref:P1Y"
    return "P-1Y" if piece.has("last") else "P1Y" if piece.has("next") else "P0Y"


def quarter_before(piece: Piece) -> Meaning | None:
    """The year-ago quarter, the year-earlier period, last year's quarter, the same period a year ago."""
    if "year" not in piece.words:
        return None
    if nth := ordinal(piece.get("ord")):
        return Meaning("DATE", relative=f"P-1Y>quarter:{nth}")
    return Meaning("DATE", relative="ref:quarter>P-1Y")


def year_before(piece: Piece) -> Meaning | None:
    """A year ago, a year earlier, year-earlier: of the quarter where the text is about one, else the year before."""
    code = _unit(piece)
    if code not in _CALENDAR:
        return None
    if code == "Y":
        return Meaning("DATE", relative="ref:period>P-1Y")
    return Meaning("DATE", relative=f"{'' if piece.has('ago') else 'ref:'}P-1{code}")


def duration(piece: Piece) -> Meaning | None:
    """Three days, the past two months, five-year, 2 1/2 hours, several weeks."""
    code = _unit(piece)
    amount = number(piece) if _counted(piece) else None
    if not _counted(piece) and not piece.has("units"):
        amount = 1
    if (code == "Y" and piece.has("old")) or (not _counted(piece) and piece.before and piece.before[-1][0].isdecimal()):
        return None
    if piece.words[0] in ("a", "an") and len(piece.words) == 2 and _rate(piece.before):
        return Meaning("SET", value=_period(1, code))
    if code == "Q" and piece.has("a") and not piece.has("last", "next", "past"):
        return None
    if code == "TS" and piece.get("unit") == "second" and not piece.has("dom", "num", "word"):
        return None
    if piece.has("year") and len(piece.words) == 2 and not piece.has("units", "dash"):
        return None
    if not piece.has("dom", "num", "year", "word", "multiple", "units", "couple", "few", "half", "a", "longunit", "frac"):
        return None
    if code == "Q" and (
        piece.after[:1] == ("of",) or not (_counted(piece) or piece.has("recent", "past", "last", "next", "coming"))
    ):
        return None
    return Meaning("DURATION", value=_period(amount, code))


def _rate(before: tuple[str, ...]) -> bool:
    """Whether "a year" after these words is a rate: "twice a year", "$5 million a year", "24 hours a day"."""
    return bool(before) and (before[-1] in _OFTEN or before[-1] in _UNIT or before[-1][0].isdecimal())


def _counted(piece: Piece) -> bool:
    return piece.has("dom", "num", "year", "word", "multiple", "couple", "few", "half", "a", "frac")


def shifted(piece: Piece) -> Meaning | None:
    """Two years ago, three days later, a month earlier, a week from now."""
    code = _unit(piece)
    amount = number(piece) if _counted(piece) else None
    back = piece.has("ago", "earlier", "before")
    if piece.has("before", "after") and piece.after and piece.after[0] not in _CLOSERS:
        return None
    if amount is None:
        vague = "PAST_REF" if piece.has("ago") else None
        return Meaning("DATE", value=vague) if vague else Meaning("DURATION", value=_period(None, code))
    if code not in _CALENDAR and code != "F":
        return Meaning("DURATION", value=_period(amount, code))
    if amount != int(amount) or amount > 9999:
        return Meaning("DURATION", value=_period(amount, code))
    steps, unit_of = (
        (int(amount) * 10, "Y") if code == "DE" else (int(amount) * 100, "Y") if code == "CE" else (int(amount), code)
    )
    told = piece.has("earlier", "later", "before")
    return Meaning("DATE", relative=f"{'ref:' if told else ''}P{-steps if back else steps}{unit_of}")


def every(piece: Piece) -> Meaning | None:
    """Each year, every Thursday, per day, Mondays, daily."""
    if how_often := piece.get("frequency"):
        return Meaning("SET", value=FREQUENCIES[how_often])
    part = piece.get("daypart", "dayparts")
    tail = DAYPARTS[part.removesuffix("s") if part not in DAYPARTS else part] if part else ""
    if weekday := piece.get("weekday", "weekdays"):
        return Meaning(
            "SET", value=f"XXXX-WXX-{WEEKDAYS[weekday.removesuffix('s') if weekday not in WEEKDAYS else weekday]}{tail}"
        )
    if month := piece.get("month"):
        return Meaning("SET", value=f"XXXX-{MONTHS[month]}")
    if season := piece.get("season"):
        return Meaning("SET", value=f"XXXX-{SEASONS[season]}")
    if piece.has("weekend", "weekends"):
        return Meaning("SET", value="XXXX-WXX-WE")
    if tail:
        return Meaning("SET", value=f"XXXX-XX-XX{tail}")
    return Meaning("SET", value=_period(number(piece), _unit(piece)))


def point(piece: Piece) -> Meaning | None:
    """Now, recently, the past, the future, the near term, the current period."""
    if word := piece.get("point"):
        if word == "soon" and piece.before[-1:] in (("as",), ("too",), ("so",)):
            return None
        if piece.has("more") and word != "recently":
            return None
        return Meaning("DATE", value=POINTS[word])
    if piece.has("recent", "past", "former"):
        return Meaning("DATE", value="PAST_REF")
    if piece.has("this") and not (piece.get("units") == "days" or (piece.has("time", "moment") and piece.before[-1:] in _AT)):
        return None
    if piece.get("current") == "present":
        return None
    if piece.has("future", "term", "later", "coming"):
        return Meaning("DATE", value="FUTURE_REF")
    return Meaning("DATE", value="PRESENT_REF")
