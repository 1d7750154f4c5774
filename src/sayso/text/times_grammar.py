"""Grammar of time expressions: patterns over the classes of words, each with the builder that says what it means."""

import re
from collections.abc import Callable
from functools import lru_cache

from sayso.text import times_meaning as means
from sayso.text import times_units as units
from sayso.text.times_piece import Meaning, Piece
from sayso.text.times_words import CODES

# Parts that several patterns share. `<a|b>` is one word of class a or b; everything else is a regular expression.
_PARTS = {
    "APPROX": "(?:<approx|around>|<over>(?=<dom|num|word|a>)|<no>?<more><than>|<at><least>|<up><to>|<close><to>|<just>)",
    "SPELLED": "(?:<word|multiple>(?:<dash|and>?<word|multiple>){0,4})",
    "COUNT": "(?:<dom|num|year><frac>?(?:<multiple>)?|<frac>|<a><multiple>(?:<word|multiple>){0,3}|@SPELLED(?:<and><a><half>)?"
    "|<a>?<couple><of>?|<a>?<few>|<half><a>)",
    "RANGE": "(?:<dom|num|word>(?:<to|or|dash>)(?=<dom|num|word>))?@COUNT",
    "DOM": "<dom|ord>",
    "TOD": "(?:<approx>?(?:<noon>|<clock>(?:<ampm>)?|<dom|word>(?:<ampm>|<oclock>))(?:<open>?<local><time>|<zone>)?)",
    "EARLY": "(?:<early><dash>?(?:<in|on>?<the>?)|<earlier|later>(?:<in|on>?<the>?)|<the>?<end>(?:<of>|<poss>))",
    "POINTED": "(?:<this|last|next|past|latest>|<this><past|coming>|<the><previous|following|same|next>)",
    "MODIFIED": "<this|that|last|next|past|previous|following|coming|current|same|latest>",
    "CALENDAR": "(?:(?:<weekday><comma>?)?(?:<last|this|next>?<month><comma>?<the>?@DOM(?:<comma>?<year>|<of>@YEARWORD)?"
    "|<the>?@DOM<of>?<month>(?:<comma>|<of>)?(?:<year>|@YEARWORD)?))",
    "YEARWORD": "(?:(?:<last|this|next|that|same>|<the><following|previous|same|next>)<unit>)",
    "DAY": "(?:@CALENDAR|@POINTED?<weekday>(?:<comma>@CALENDAR)?|<dayref>|<tonight>|@POINTED?<holiday>)",
}

Builder = Callable[[Piece], Meaning | None]

_RULES: tuple[tuple[Builder, str], ...] = (
    (means.written_out, "<iso|slash>"),
    (means.day, "(?:@TOD<comma>?)?<around>?(?:@EARLY)?(?:<daypart><comma>?)?@DAY(?:<daypart>)?"),
    (means.day, "(?:@EARLY)?<the>?<daypart>(?:<of>|<on>)@DAY"),
    (means.day, "<the>?<unit><before|after>(?:<dayref>|<last|next>?<weekday>)"),
    (means.clock, "@TOD(?:<in><the><daypart>)?"),
    (means.clock, "<dom|word><in><the><daypart>"),
    (means.daypart, "(?:@EARLY)?(?:<the>?@MODIFIED)<daypart>"),
    (means.daypart, "(?:<early><dash>?)<daypart>"),
    (means.daypart, "(?:@EARLY)?(?:<the>)<daypart>"),
    (means.month, "<around>?(?:@EARLY)?<month>(?:<comma>|<of>)?(?:<year>|<dom|num|year><bc>)"),
    (means.month, "<around>?(?:@EARLY)?@POINTED?<month>(?:<of>?@YEARWORD)?"),
    (means.season, "(?:@EARLY)?<the>?<early>?(?:@MODIFIED){0,2}<season>(?:<of>?<year>|<of>?<dom|num|year><bc>|<of>@YEARWORD)?"),
    (means.season, "<year><season>"),
    (means.year, "(?:@EARLY)?(?:<the>?(?:<fiscal>?<unit>)|<fiscal>)?<year>(?:<or><later|earlier>)?"),
    (means.year, "<the><year><period|unit>"),
    (means.year, "(?:@EARLY)?(?:<ad><dom|num|year>|<dom|num|year>(?:<bc|ad>))"),
    (means.spelled_year, "(?:@EARLY)?(?:<the><unit>|<month>)?<word><dash>?<word><dash>?<word>?"),
    (means.spelled_year, "(?:@EARLY)?<the><unit><word><multiple>(?:<and>?<word>)?"),
    (means.decade, "(?:@EARLY)?<the>?<early>?<dash>?<decade|decadeword>"),
    (means.century, "(?:@EARLY)?<the>?<early>?<ord><dash>?<unit>"),
    (units.quarter, "(?:@YEARWORD<poss>|<the>?<year>|<the>?(?:<fiscal><dash>?|<this|last|next|past|previous|following|coming|current|same|latest>|<comparable>){1,2}|<the>(?=<ord><unit>))?<ord><dash>?<unit>(?:<of>?(?:<fiscal>?<year>|@YEARWORD))?"),
    (units.quarter, "<the>?<ord><half><of>(?:<year>|@YEARWORD|<the><unit>)"),
    (units.quarter_before, "<the>?<comparable>?<unit><dash>?<ago|earlier><ord>?<unit|period>"),
    (units.quarter_before, "<the>?<comparable|same><period|unit>(?:<a>?<unit><ago|earlier>|@YEARWORD|<of><year>)"),
    (units.quarter_before, "@YEARWORD<poss><unit>"),
    (units.quarter_before, "<the><unit><a><unit><ago|earlier>"),
    (units.year_before, "<unit><dash><ago|earlier>|<a><unit><ago|earlier|before>"),
    (units.unit, "(?:@EARLY)?<the>?(?:@MODIFIED)<fiscal>?<unit|weekend|period>(?:<or><so>)?"),
    (units.the_unit, "(?:@EARLY)?<the><full>?<fiscal>?<unit|weekend>"),
    (units.day_beside, "<the><unit><before|after|following>"),
    (units.unit_end, "<around>?<unit>(?:<dash>|<poss>)?<end>"),
    (units.duration, "(?:@APPROX|<the>?<last|next|past|previous|following|coming|latest|ord>|<the>(?=@COUNT<full>?<units>))?@RANGE<more>?<full>?<dash>?"
        "<unit|units>(?:<and><a><half>)?(?:<or><so>)?(?:<dash>?<old|long>)?"),
    (units.duration, "(?:@APPROX)?<a><full>?<unit>(?:<and><a><half>)?(?:<or><so>)?"),
    (units.duration, "<a|longunit>?<longunit>"),
    (units.duration, "<the>?(?:<last|next|past|coming|recent|previous|following>)<few>?<units>(?:<and><units>)?"),
    (units.duration, "<the>?<units>(?:<ahead>|<dash><long|old>)?"),
    (units.shifted, "(?:@APPROX)?(?:@RANGE<full>?<dash>?<unit|units>|<a><unit>|<units>)(?:<or><so>)?(?:<ago|earlier|later|before|hence>)"),
    (units.shifted, "(?:@APPROX)?(?:@RANGE<unit|units>|<a><unit>)<from><point|dayref>"),
    (units.every, "<each|per>(?:@RANGE)?<unit|units|weekday|month|season|daypart|weekend>(?:<daypart>)?"),
    (units.every, "<weekdays>(?:<dayparts>)?|<weekday><dayparts>|<weekends>|<frequency>"),
    (units.point, "<right|more>?<point>|<former>"),
    (units.point, "<the><past>"),
    (units.point, "<the><near>?<future>|<future>|<the><near><term>"),
    (units.point, "<recent>(?:<period|time>)?"),
    (units.point, "<this><time|moment|units>|<the><current|coming><time|moment|period>|<current>"),
    (units.point, "<a><later><date>"),
)  # fmt: skip


def _compiled(pattern: str) -> re.Pattern[str]:
    while "@" in pattern:
        pattern = re.sub(r"@([A-Z]+)", lambda match: _PARTS[match[1]], pattern)
    return re.compile(
        re.sub(r"<([a-z|]+)>", lambda match: "[" + "".join(CODES[name] for name in match[1].split("|")) + "]", pattern)
    )


RULES: tuple[tuple[re.Pattern[str], Builder], ...] = tuple((_compiled(pattern), build) for build, pattern in _RULES)


@lru_cache(maxsize=1 << 14)
def candidates(codes: str) -> tuple[tuple[tuple[int, Builder], ...], ...]:
    """For each place in a run of classes, where an expression that starts there may end and its builder: longest first."""
    found = []
    for place in range(len(codes)):
        matches = ((rule.match(codes, place), build) for rule, build in RULES)
        ends = [(match.end(), build) for match, build in matches if match and match.end() > place]
        found.append(tuple(sorted(ends, key=lambda end: -end[0])))
    return tuple(found)
