"""Publication dates: from what metadata say, from an address, from the top of a text. ISO 8601 or None, never a guess at the day."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        (
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ),
        1,
    )
}
MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
ISO = re.compile(
    r"(?P<year>\d{4})-(?P<mon>\d\d?)-(?P<day>\d\d?)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
PACKED = re.compile(r"(?P<year>\d{4})(?P<mon>\d\d)(?P<day>\d\d)(?:\d{6}|T\d+Z?)?$")
SLASHED = re.compile(r"(?P<year>(?:19|20)\d\d)/(?P<mon>\d\d?)/(?P<day>\d\d?)\b")
DAY_FIRST = re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + MONTH + r",?\s+(?P<year>\d{4})\b", re.I)
MONTH_FIRST = re.compile(r"\b" + MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})\b", re.I)
IN_URL = re.compile(r"[/=](?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?|[a-z]{3})[/-](?P<day>\d\d?)(?=[/?&#._-]|$)", re.I)
PACKED_IN_URL = re.compile(r"/(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=[/?&#._-]|$)")
SECONDS, MILLISECONDS = range(10**8, 10**11), range(10**11, 10**14)


def iso(value: object) -> str | None:
    """The date, with its time where there is one, of a metadata field: text in the usual forms, or seconds since 1970.

    >>> iso("2020-01-10T09:30:00Z"), iso("Fri, 10 Jan 2020 09:30:00 GMT"), iso("January 10, 2020"), iso("10/01/2020")
    ('2020-01-10T09:30:00Z', '2020-01-10T09:30:00+00:00', '2020-01-10', None)
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    words = value.strip()[:200]
    if found := ISO.match(words):
        return _exact(found)
    if found := PACKED.match(words) or SLASHED.match(words):
        return _day(found["year"], found["mon"], found["day"])
    return _mail(words) or written(words)


def written(words: str) -> str | None:
    """The first full date in `words` whose month is a name or that is ISO: `10 January 2020`, `Jan. 10, 2020`, `2020-01-10`."""
    if found := DAY_FIRST.search(words) or MONTH_FIRST.search(words):
        return _day(found["year"], str(MONTHS[found["month"][:3].lower()]), found["day"])
    found = ISO.search(words)
    return _day(found["year"], found["mon"], found["day"]) if found else None


def in_url(url: str | None) -> str | None:
    """The date that a path holds.

    >>> in_url("https://a.example/2020/01/10/story"), in_url("https://a.example/2020/jan/10/story"), in_url("https://a.example/2020/x")
    ('2020-01-10', '2020-01-10', None)
    """
    found = IN_URL.search(url or "") or PACKED_IN_URL.search(url or "")
    if not found:
        return None
    month = found["month"]
    return _day(found["year"], month if month.isdigit() else str(MONTHS.get(month.lower(), 0)), found["day"])


def _day(year: str, month: str, day: str) -> str | None:
    """A date of the calendar, or None."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _exact(found: re.Match[str]) -> str | None:
    """Date, time and zone as written, or the date alone where the rest is none."""
    day = _day(found["year"], found["mon"], found["day"])
    if day is None or not found["clock"]:
        return day
    moment = f"{day}T{found['clock']}{found['zone'] or ''}"
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return day
    return moment


def _mail(words: str) -> str | None:
    """A date as mail and feeds write it."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _since_1970(value: float) -> str | None:
    """Seconds or milliseconds since 1970."""
    number = int(value) if abs(value) < 10**15 else 0
    if number in MILLISECONDS:
        number //= 1000
    return datetime.fromtimestamp(number, UTC).isoformat() if number in SECONDS else None
