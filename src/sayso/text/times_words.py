"""Words of time: a text cut into tokens, each with a one-letter class that the grammar's patterns are written in."""

import re
from functools import lru_cache

import msgspec

UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
_PLURALS = {"centuries": "CE", "millennia": "ML"} | {name + "s": code for name, code in UNITS.items()}
_HYPHENLESS = {"minutelong": "TM", "hourlong": "TH", "daylong": "D", "weeklong": "W", "monthlong": "M", "yearlong": "Y"}
MONTHS = {
    name: f"{number:02d}"
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: str(number)
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        1,
    )
    for name in names.split()
}
_SHORT = frozenset(name for name in (*MONTHS, *WEEKDAYS) if len(name) < 5 and name not in ("may", "june", "july", "march"))
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAYPARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI", "daytime": "TDT", "dawn": "TMO",
    "dusk": "TEV",
}  # fmt: skip
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: number for number, word in enumerate((_ONES + " nineteen").split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1000000}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
ORDINALS = {
    word: number for number, word in enumerate((_ORDINALS + " sixteenth seventeenth eighteenth nineteenth twentieth").split(), 1)
} | {"twenty-first": 21}
DECADES = {word: 10 * number for number, word in enumerate(_TENS.replace("y", "ies").split(), 2)}
HOLIDAYS = {
    "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "new year's eve": "12-31", "new year's day": "01-01",
    "new year's": "01-01", "boxing day": "12-26", "halloween": "10-31", "valentine's day": "02-14", "independence day": "07-04",
    "veterans day": "11-11", "armistice day": "11-11", "st. patrick's day": "03-17", "bastille day": "07-14",
    "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving", "labor day": "labor", "memorial day": "memorial",
    "columbus day": "columbus", "presidents day": "presidents", "election day": "election", "easter": "easter",
    "easter sunday": "easter", "good friday": "goodfriday", "easter monday": "eastermonday", "may day": "05-01",
}  # fmt: skip
POINTS = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "soon": "FUTURE_REF",
}  # fmt: skip
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

# Classes of words that the patterns name; a word stands in one class only.
_CLASSES = {
    "the": "the", "a": "a an", "this": "this these", "that": "that those", "same": "same", "last": "last", "next": "next",
    "past": "past", "previous": "previous prior preceding", "following": "following subsequent ensuing", "coming": "coming upcoming",
    "current": "current present", "recent": "recent", "latest": "latest", "each": "each every", "per": "per", "ago": "ago",
    "earlier": "earlier", "later": "later", "before": "before", "after": "after", "hence": "hence", "ahead": "ahead",
    "early": "early late mid", "end": "end beginning start middle close midst outset", "of": "of", "and": "and", "or": "or",
    "to": "to", "in": "in", "on": "on", "from": "from", "old": "old", "long": "long", "approx": "about nearly almost roughly "
    "approximately some circa under barely", "around": "around", "over": "over", "more": "more fewer less", "than": "than", "at": "at", "least": "least most",
    "up": "up", "no": "no", "close": "closer", "just": "just only", "couple": "couple", "few": "few several many numerous",
    "half": "half", "fiscal": "fiscal financial calendar", "weekend": "weekend", "weekends": "weekends", "noon": "noon midnight midday",
    "zone": "gmt est edt et cst cdt ct mst mdt pst pdt pt bst cet utc", "bc": "bc bce b.c. b.c.e.", "ad": "ad a.d.", "oclock": "o'clock",
    "period": "period periods", "time": "time", "future": "future", "term": "term", "near": "near short long-term foreseeable",
    "full": "full whole entire single additional extra consecutive straight trading", "other": "other", "so": "so", "once": "once",
    "times": "times", "moment": "moment moments", "right": "right", "comparable": "comparable "
    "corresponding", "former": "former", "being": "being", "local": "local", "not": "not", "date": "date",
}  # fmt: skip
_DATA: dict[str, dict[str, str] | dict[str, int]] = {
    "unit": UNITS, "units": _PLURALS, "longunit": _HYPHENLESS, "month": MONTHS, "weekday": WEEKDAYS,
    "weekdays": {name + "s": number for name, number in WEEKDAYS.items() if len(name) > 5},
    "season": SEASONS, "seasons": {name + "s": code for name, code in SEASONS.items() if name != "fall"},
    "daypart": DAYPARTS, "dayparts": {name + "s": code for name, code in DAYPARTS.items()}, "word": NUMBERS, "multiple": MULTIPLES,
    "ord": ORDINALS, "decadeword": DECADES, "point": POINTS, "frequency": FREQUENCIES,
    "dayref": {"today": "0", "tomorrow": "1", "yesterday": "-1"}, "tonight": {"tonight": "TNI"},
}  # fmt: skip
_MARKS = {"-": "dash", "–": "dash", "‑": "dash", ",": "comma", "(": "open", ")": "shut", "'s": "poss", "’s": "poss"}
_SHAPES = ("iso", "slash", "clock", "ampm", "dom", "num", "year", "decade", "frac", "holiday", "short", "other.")

CODES: dict[str, str] = {
    name: chr(0x100 + place) for place, name in enumerate(dict.fromkeys((*_CLASSES, *_DATA, *_MARKS.values(), *_SHAPES)))
}
OTHER = CODES["other."]
_WORDS: dict[str, str] = {mark: CODES[name] for mark, name in _MARKS.items()}
_WORDS |= {word: CODES[name] for name, words in _CLASSES.items() for word in words.split()}
_WORDS |= {word: CODES[name] for name, words in _DATA.items() for word in words}

_HOLIDAY = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(HOLIDAYS, key=len, reverse=True))
_HOLIDAY_STARTS = "|".join(sorted({name[:4] for name in HOLIDAYS})).replace(".", r"\.")
# The look-aheads let an ordinary word pass the rarer shapes by at once.
_TOKEN = re.compile(
    r"(?=[0-9½'’])(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9]))"
    r"|(?P<slash>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/]))"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))"
    r"|(?P<ord>[0-9]{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>(?:['’][0-9]0|[0-9]{3}0)['’]?s\b)"
    r"|(?P<frac>[0-9]/[0-9](?![0-9/])|½)"
    r"|(?P<num>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)|(?P<poss>['’]s\b))"
    r"|(?=[ap]\.|[ap]m\b)(?P<ampm>[ap]\.\s?m(?:\.|\b)|[ap]m\b)"
    r"|(?=[ab]\.)(?P<era>b\.\s?c\.(?:\s?e\.)?|a\.\s?d\.)"
    r"|(?=[jfmasondtw][a-z]{2,4}\.)(?P<abbr>(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)\.)"
    rf"|(?={_HOLIDAY_STARTS})(?P<holiday>\b(?:{_HOLIDAY})\b)"
    r"|(?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)|(?P<mark>\S)",
    re.IGNORECASE,
)


class Tokens(msgspec.Struct, frozen=True):
    """A stretch of text as tokens: words as written, where they were matched, and one class letter for each in `codes`."""

    words: tuple[str, ...]
    matches: tuple[re.Match[str], ...]
    codes: str

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From the start of word `first` to the end of the word before `last`, in code points of the text."""
        return self.matches[first].start(), self.matches[last - 1].end()


def tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`."""
    matches = tuple(_TOKEN.finditer(text, start, end))
    words = tuple([match[0] for match in matches])
    return Tokens(words, matches, "".join(map(_code, [match.lastgroup for match in matches], words)))


@lru_cache(maxsize=1 << 16)
def _code(shape: str | None, word: str) -> str:
    if shape in ("word", "mark", "poss"):
        low = word.lower()
        return CODES["short"] if low in _SHORT else _WORDS.get(low.replace("’", "'"), OTHER)
    if shape == "num":
        return _number_code(word)
    if shape == "abbr":
        if word.islower() or word[:-1].lower() in ("sat", "sun", "mar", "jan", "dec"):
            return CODES["short"] if word[0].isupper() else OTHER
        return CODES["month" if word[:-1].lower() in MONTHS else "weekday"]
    if shape == "era":
        return CODES["bc" if word[0] in "bB" else "ad"]
    return CODES[shape or "other."]


def _number_code(word: str) -> str:
    if len(word) <= 2:
        return CODES["dom"] if 1 <= int(word) <= 31 else CODES["num"]
    if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2100:
        return CODES["year"]
    return CODES["num"] if len(word) <= 9 else OTHER
