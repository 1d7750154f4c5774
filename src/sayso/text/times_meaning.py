"""What each kind of time expression means: builders from a matched piece to a TIMEX3 type with a value or a relative value.

A direction that only the sentence can tell is left as `?`; `ref:` before a relative value counts from the date mentioned before.
"""

from sayso.text.times_piece import Meaning, Piece, ordinal, time_of_day
from sayso.text.times_words import (
    CODES,
    DAYPARTS,
    DECADES,
    HOLIDAYS,
    MONTHS,
    MULTIPLES,
    NUMBERS,
    SEASONS,
    WEEKDAYS,
)

_LONGEST = {month: 29 if month == "02" else 30 if month in ("04", "06", "09", "11") else 31 for month in MONTHS.values()}
_BEFORE_CLOCK = tuple(
    (word,) for word in ("at", "by", "until", "from", "to", "before", "after", "since", "till", "around", "about", "and")
)
DAYREFS = {"today": 0, "tomorrow": 1, "yesterday": -1}


def written_out(piece: Piece) -> Meaning | None:
    """An ISO date, or a date with slashes, month first unless only day first can be."""
    if iso := piece.get("iso"):
        return Meaning("TIME" if "t" in iso else "DATE", value=iso.upper())
    first, second, year = (int(part) for part in piece.words[0].split("/"))
    if year < 100:
        year += 2000 if year < 50 else 1900
    month, day = (second, first) if first > 12 else (first, second)
    return (
        Meaning("DATE", value=f"{year:04d}-{month:02d}-{day:02d}") if 1 <= month <= 12 and 1 <= day <= 31 and year > 999 else None
    )


def day(piece: Piece) -> Meaning | None:
    """A day: by the calendar, the week, its distance from today or its feast; with a part of the day or a clock time."""
    part = _part_of_day(piece)
    timex = "TIME" if part else "DATE"
    if piece.has("month"):
        value, relative = _calendar_day(piece)
        if value is None and relative is None:
            return None
    elif piece.has("unit"):
        value, relative = None, _around_day(piece)
    else:
        value, relative = None, _named_day(piece)
    if value:
        return Meaning(timex, value=value + (part or ""))
    return Meaning(timex, relative=f"{relative}/{part}" if part else relative)


def _part_of_day(piece: Piece) -> str | None:
    if piece.has("tonight"):
        return "TNI"
    clock = time_of_day(piece) if piece.has("noon", "clock", "ampm", "oclock") else None
    part = piece.get("daypart")
    return clock or (DAYPARTS[part] if part else None)


def _calendar_day(piece: Piece) -> tuple[str | None, str | None]:
    month = MONTHS[piece.get("month") or ""]
    number_of_day = _beside_month(piece)
    if not 1 <= number_of_day <= _LONGEST[month]:
        return None, None
    if digits := piece.get("year"):
        return f"{digits}-{month}-{number_of_day:02d}", None
    if piece.has("unit"):
        return None, f"{_year_step(piece)}>month:{month}>day:{number_of_day:02d}"
    return None, f"day:{month}-{number_of_day:02d}:{_direction(piece) or '?'}"


def _beside_month(piece: Piece) -> int:
    """The number of the day that stands after the month, or else before it; 0 for none."""
    place = piece.codes.index(CODES["month"])
    days = CODES["dom"] + CODES["ord"]
    after = [
        word
        for word, code in zip(piece.words[place + 1 : place + 4], piece.codes[place + 1 : place + 4], strict=True)
        if code in days
    ]
    before = [word for word, code in zip(piece.words[:place], piece.codes[:place], strict=True) if code in days]
    return ordinal(after[0] if after else before[-1] if before else None)


def _around_day(piece: Piece) -> str:
    """The day before yesterday, the day after tomorrow, the day before Tuesday."""
    step = -1 if piece.has("before") else 1
    ref = piece.get("dayref")
    if ref:
        return f"P{DAYREFS[ref] + step}D"
    return f"{_weekday(piece)}>P{step}D"


def _named_day(piece: Piece) -> str:
    if ref := piece.get("dayref"):
        return f"P{DAYREFS[ref]}D"
    if piece.has("tonight"):
        return "P0D"
    if feast := piece.get("holiday"):
        return f"holiday:{HOLIDAYS[feast]}:{_direction(piece) or 'near'}"
    return _weekday(piece)


def _weekday(piece: Piece) -> str:
    number_of_day = WEEKDAYS[piece.get("weekday") or ""]
    if piece.has("that", "same"):
        return f"ref:weekday:{number_of_day}:past"
    if piece.has("previous", "following"):
        return f"ref:weekday:{number_of_day}:{'last' if piece.has('previous') else 'next'}"
    direction = {"this": "future"}.get(_direction(piece) or "", _direction(piece))
    return f"weekday:{number_of_day}:{direction or '?'}"


def _direction(piece: Piece) -> str | None:
    if piece.has("last", "past", "latest"):
        return "last"
    if piece.has("next", "coming"):
        return "next"
    return "this" if piece.has("this", "current") else None


def clock(piece: Piece) -> Meaning | None:
    """A time of the day, on the day that was mentioned before (else today)."""
    bare = len(piece.words) == 1 and piece.has("clock")
    at = None if bare and piece.before[-1:] not in _BEFORE_CLOCK else time_of_day(piece)
    return Meaning("TIME", relative=f"ref:P0D/{at}") if at else None


def daypart(piece: Piece) -> Meaning | None:
    """This morning, last night, that evening, the next morning, mid-afternoon."""
    part = DAYPARTS[piece.get("daypart") or ""]
    if piece.has("that", "same"):
        return Meaning("TIME", relative=f"ref:P0D/{part}")
    if piece.has("following", "previous") or (piece.has("next") and piece.has("the")):
        return Meaning("TIME", relative=f"ref:P{-1 if piece.has('previous') else 1}D/{part}")
    by = {"last": -1, "next": 1}.get(_direction(piece) or "", 0)
    return Meaning("TIME", relative=f"{'' if piece.has('this', 'last') else 'ref:'}P{by}D/{part}")


def month(piece: Piece) -> Meaning | None:
    """A month, of a year that is given, named by its distance, or left to the sentence."""
    arg = MONTHS[piece.get("month") or ""]
    if year_given := _year_given(piece):
        return Meaning("DATE", value=f"{year_given}-{arg}")
    if piece.has("unit"):
        return Meaning("DATE", relative=f"{_year_step(piece)}>month:{arg}")
    if piece.has("that", "same", "previous", "following"):
        return Meaning("DATE", relative=f"ref:month:{arg}:{'next' if piece.has('following') else 'past'}")
    return Meaning("DATE", relative=f"month:{arg}:{_direction(piece) or '?'}")


def season(piece: Piece) -> Meaning | None:
    """A season, of a year that is given, named by its distance, or left to the sentence."""
    arg = SEASONS[piece.get("season") or ""]
    if year_given := _year_given(piece):
        return Meaning("DATE", value=f"{year_given}-{arg}")
    if piece.has("unit"):
        return Meaning("DATE", relative=f"{_year_step(piece)}>season:{arg}")
    if piece.has("that", "same", "previous", "following"):
        return Meaning("DATE", relative=f"ref:season:{arg}:{'next' if piece.has('following') else 'past'}")
    direction = "past" if piece.has("past") else _direction(piece)
    return Meaning("DATE", relative=f"season:{arg}:{direction or '?'}")


def _year_step(piece: Piece) -> str:
    """The shift that a word such as "last year" or "the same year" inside a longer expression stands for."""
    if piece.has("that", "same"):
        return "ref:P0Y"
    if piece.has("previous", "following"):
        return "ref:P-1Y" if piece.has("previous") else "ref:P1Y"
    return {"last": "P-1Y", "next": "P1Y"}.get(_direction(piece) or "", "P0Y")


def year(piece: Piece) -> Meaning | None:
    """A year in digits, before or after Christ."""
    if piece.has("bc", "ad"):
        return Meaning("DATE", value=given) if (given := _year_given(piece)) else None
    if piece.has("unit", "period") and piece.get("unit") == "quarter":
        return Meaning("DATE", relative=f"ref:{piece.get('year')}>quarter")
    return Meaning("DATE", value=piece.get("year"))


def _year_given(piece: Piece) -> str | None:
    """Four digits, with BC before them for years before Christ; None where no year stands here."""
    if not piece.has("bc", "ad"):
        return piece.get("year")
    digits = piece.get("year", "num", "dom") or ""
    return f"{'BC' if piece.has('bc') else ''}{digits:0>4}" if digits.isdecimal() and len(digits) < 5 else None


def spelled_year(piece: Piece) -> Meaning | None:
    """A year in words: nineteen ninety-six, the year two thousand and three."""
    numbers = [word for word in piece.words if word in NUMBERS or word in MULTIPLES]
    values = [NUMBERS.get(word, MULTIPLES.get(word, 0)) for word in numbers]
    if piece.has("multiple"):
        return (
            Meaning("DATE", value=f"{2000 + sum(values[2:])}")
            if values[:2] == [2, 1000] and piece.get("unit") == "year"
            else None
        )
    if len(values) < 2 or not 16 <= values[0] <= 20 or values[1] < 10:
        return None
    rest = sum(values[1:])
    if not 10 <= rest < 100 or (len(values) > 2 and not values[1] >= 20 > 10 > values[2]):
        return None
    month_word = piece.get("month")
    return Meaning("DATE", value=f"{values[0]}{rest}" + (f"-{MONTHS[month_word]}" if month_word else ""))


def decade(piece: Piece) -> Meaning | None:
    """A decade as its first three digits: the 1990s, the '80s, the nineties."""
    word = piece.get("decade")
    if word is None:
        return Meaning("DATE", value=f"19{DECADES[piece.get('decadeword') or ''] // 10}") if piece.has("the", "early") else None
    digits = "".join(letter for letter in word if letter.isdecimal())
    if len(digits) == 2:
        digits = ("20" if digits < "20" else "19") + digits
    return Meaning("DATE", value=digits[:3]) if 1000 <= int(digits) < 2100 else None


def century(piece: Piece) -> Meaning | None:
    """A century as its first two digits: the 20th century is "19"."""
    nth = ordinal(piece.get("ord"))
    return Meaning("DATE", value=f"{nth - 1:02d}") if piece.get("unit") == "century" and 1 <= nth <= 21 else None
