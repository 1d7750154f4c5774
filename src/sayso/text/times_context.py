"""Words that may or may not be words of time, and which way a bare weekday or month looks: told by their neighbours."""

import re

from sayso.text.times_words import CODES, MONTHS, OTHER, Tokens


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE_MONTH = _set(
    "in by last since until till from through throughout of next this early late mid during between to and or before after for every "
    "each past previous following around about on - – ( , that into beginning end coming"
)
_JOINING = _set("and or , to for on that - – ( )")
_AFTER_VERB = _set("on to of for against through in by and was is toward towards from at with said has had will")
_OUTLET = _set(
    "times mail telegraph mirror post star news herald express record sun beast standard show journal tribune caller observer mirror "
    "independent sabah star nation review gazette dispatch chronicle bugle"
)
_PERSON = frozenset(("april", "may", "june", "august"))
_VERBS = frozenset(("may", "march", "august"))
_DAYS = CODES["dom"] + CODES["ord"]
_HOURS = _DAYS + CODES["clock"] + CODES["word"] + CODES["num"]
_OUTLET_END = CODES["dayref"] + CODES["frequency"]
_DOUBTFUL = re.compile("[" + "".join(CODES[name] for name in ("month", "year", "season", "ampm", "short")) + "]")
_BEFORE_YEAR = _set(
    "in of by since until till from to during before after through between throughout around about circa late early mid and or the for "
    "fiscal year ( - – / , : ; that his her its their our late-"
)
_SURE_YEAR = _set("in since until till during throughout circa of by fiscal year")
_COUNTED = _set(
    "people troops soldiers men women dead percent % workers members jobs casualties prisoners feet miles km kilometers meters metres "
    "pounds tons tonnes dollars euros yards acres million billion thousand hours hour days day years weeks months minutes others students "
    "employees residents civilians refugees votes police officers points shares copies homes houses"
)
_MONEY = _set("$ £ € ¥ # no than nearly some over exceed under")
FUTURE = _set(
    "will shall ll won't 'll would expected scheduled due plans plan planning planned set upcoming intends intend hopes hope going must "
    "expects expect supposed may might could begins begin starts opens resumes expires expire convenes deadline ahead until should prepares preparing"
)
_PAST = _set(
    "was were had did said came went took made told began fell rose led left met got gave saw found held won lost sent felt kept spoke "
    "brought thought broke became ran wrote struck shot hit stood grew sold bought paid put cut been has have flew threw drew spent "
    "sought sank set off built caught hurt quit laid read beat"
)
_DETERMINERS = _set("a an the its their his her of still newly previously recently")
_REPORTING = _set("said says told tells added reported announced according")
_STOPS = frozenset(("?", "!", ";"))
_TITLES = _set("mr mrs ms dr gen sen rep gov lt col st jr sr maj sgt capt prof rev vs inc corp co")
_AS_SOON_AS = tuple(("as", word, "as") for word in ("early", "soon", "late"))
_FINITE = _REPORTING | _set("was were had did has have went came took began fell rose gave saw")
_BOUNDARIES = _set(', . ; : that who which and but as when after before because while if ( ) " “ ”')
_MODALS = _set("will would shall won't 'll")
_INTO = _set("plan plans hope hopes set")  # nouns too, unless "to" follows
_NAMES = _set("may will")


def settled(found: Tokens) -> str:
    """The classes of the words, those that can be something else decided: "may", "March", "sun", "second", "am", years."""
    codes = list(found.codes)
    for match in _DOUBTFUL.finditer(found.codes):
        place, code = match.start(), match[0]
        if code == CODES["month"]:
            codes[place] = code if _is_month(found, place) else OTHER
        elif code == CODES["year"]:
            codes[place] = code if _is_year(found, place) else CODES["num"]
        elif code == CODES["season"]:
            sure = found.words[place].lower() not in ("fall", "spring")
            codes[place] = code if sure or _is_season(found, place) else OTHER
        elif code == CODES["ampm"]:
            codes[place] = code if place and found.codes[place - 1] in _HOURS else OTHER
        else:
            codes[place] = _short(found, place)
    return "".join(codes)


def names_outlet(found: Tokens, first: int, last: int) -> bool:
    """Whether the words are part of an outlet's name: Daily Mail, Sunday Times, USA Today."""
    if last - first != 1 or not found.words[first][0].isupper():
        return False
    after = found.words[last] if last < len(found.words) else ""
    if after[:1].isupper() and (after.lower() in _OUTLET or found.codes[first] == CODES["frequency"]):
        return True
    before = found.words[first - 1] if first else ""
    return found.codes[first] in _OUTLET_END and before[:1].isupper() and before.isalpha()


def _near(found: Tokens, place: int) -> str:
    return found.words[place].lower() if 0 <= place < len(found.words) else ""


def _is_month(found: Tokens, place: int) -> bool:
    """A month beside a number, or a capitalised one after a word that months follow; never the verb or the modal."""
    word, before = found.words[place], _near(found, place - 1)
    low = word.lower().rstrip(".")
    around = found.codes[max(0, place - 1) : place], found.codes[place + 1 : place + 2]
    if around[1] and around[1] in _DAYS + CODES["year"] and (low not in _VERBS or word[0].isupper()):
        return True
    if around[0] and around[0] in _DAYS and word[0].isupper():
        return True
    if not word[0].isupper():
        return False
    if low in _VERBS and before in ("the", "a", "'s", "’s"):
        after = found.words[place + 1] if place + 1 < len(found.words) else ""
        return after.islower() and after.isalpha() and after not in _AFTER_VERB
    if low not in _VERBS and low not in _PERSON:
        return True
    if (
        low == "may"
        and before in ("and", "or", ",", "that", "this", "to", "for", "on", ")", "end")
        and not _lists_months(found, place)
    ):
        return False
    if low in ("april", "june", "august") and place + 1 < len(found.words) and found.words[place + 1][:1].isupper():
        return before in _BEFORE_MONTH - _JOINING
    return before in _BEFORE_MONTH or (
        low in ("april", "june", "august") and (place == 0 or not found.words[place - 1][:1].isupper())
    )


def _lists_months(found: Tokens, place: int) -> bool:
    """Whether another month or a year stands within three words: "April and May", "from March to May"."""
    near = found.codes[max(0, place - 3) : place] + found.codes[place + 1 : place + 4]
    return CODES["month"] in near or CODES["year"] in near or _near(found, place - 1) == "this"


def _is_year(found: Tokens, place: int) -> bool:
    word, before, after = found.words[place], _near(found, place - 1), _near(found, place + 1)
    if found.codes[place + 1 : place + 2] in (CODES["bc"], CODES["ad"]):
        return True
    if before in _MONEY or after in _COUNTED or after in ("%", "-day", "°"):
        return False
    if place >= 2 and before == "." and found.words[place - 2].lower() == "no":
        return False
    if place >= 2 and before == "." and found.matches[place - 1].end() == found.matches[place].start():
        return False
    if before in _SURE_YEAR or found.codes[place - 1 : place] == CODES["month"] or "1800" <= word <= "2049":
        return not (after.endswith("s") and len(after) > 4 and found.words[place + 1].islower() and before not in _SURE_YEAR)
    return before in _BEFORE_YEAR and before not in ("the", "for", "to", "and", "or", ",", "about", "around")


def _is_season(found: Tokens, place: int) -> bool:
    before, after = _near(found, place - 1), _near(found, place + 1)
    if before in ("last", "this", "next", "past", "each", "every", "previous", "following", "coming", "late", "early", "mid"):
        return True
    if before == "the":
        return (_near(found, place - 2) in ("in", "by", "since", "until", "during", "through") and after != "of") or _year_of(
            found, place
        )
    return (before in ("in", "by", "since", "until") and (after != "of" or _year_of(found, place))) or _year_of(found, place)


def _year_of(found: Tokens, place: int) -> bool:
    codes = found.codes[place + 1 : place + 3]
    return codes[:1] == CODES["year"] or (codes[:1] == CODES["of"] and codes[1:] == CODES["year"])


def _short(found: Tokens, place: int) -> str:
    """Jan 5, 5 Sept, Sun 3 pm: short names without their full stop count only beside a number."""
    low = found.words[place].lower().rstrip(".")
    beside = found.codes[max(0, place - 1) : place] + found.codes[place + 1 : place + 2]
    if found.codes[place + 1 : place + 2] == CODES["month"]:
        beside += found.codes[place + 2 : place + 3]
    if not found.words[place][0].isupper() or not any(code in _DAYS + CODES["year"] for code in beside):
        return OTHER
    return CODES["month" if low in MONTHS else "weekday"]


def looks_ahead(words: tuple[str, ...], start: int, end: int) -> bool | None:
    """True if the verbs around `words[start:end]` speak of the future, False of the past, None if they don't tell."""
    if words[max(0, start - 3) : start] in _AS_SOON_AS:
        return True
    for place in range(start - 1, max(-1, start - 25), -1):
        if _stops(words, place):
            break
        tense = _tense(words, place)
        if tense is not None:
            return tense or _follows_will(words, place)
    for place in range(end, min(len(words), end + 15)):
        if _stops(words, place) or words[place].lower() in _REPORTING:
            break
        tense = _tense(words, place)
        if tense is not None:
            return tense
    return None


def _follows_will(words: tuple[str, ...], place: int) -> bool:
    """Whether what looks like a past tense is a participle under "will" or "would": "will be held", "would search boats moored"."""
    if words[place].lower() in _FINITE:
        return False
    for back in range(place - 1, max(-1, place - 9), -1):
        word = words[back].lower()
        if word in _BOUNDARIES or word in _FINITE:
            return False
        if word in _MODALS:
            return True
    return False


def _stops(words: tuple[str, ...], place: int) -> bool:
    """Whether a sentence ends here: a full stop after an initial or a title ends none."""
    if words[place] == ".":
        return place == 0 or (len(words[place - 1]) > 1 and words[place - 1].lower() not in _TITLES)
    return words[place] in _STOPS


def _tense(words: tuple[str, ...], place: int) -> bool | None:
    word = words[place].lower()
    if word in _INTO and words[place + 1 : place + 2] != ("to",):
        return None
    if (word in FUTURE and (words[place] == word or word not in _NAMES)) or (word == "to" and _near_verb(words, place)):
        return True
    if word in _PAST:
        return False
    if word.endswith("ed") and len(word) > 4 and words[place].islower():
        return None if place and words[place - 1].lower() in _DETERMINERS else False
    return None


def _near_verb(words: tuple[str, ...], place: int) -> bool:
    """Whether "to" here follows "is" or "are" ("is to meet") or comes before "be" ("to be published")."""
    return words[place + 1 : place + 2] == ("be",) or (
        place > 0 and words[place - 1].lower() in ("is", "are", "'s", "due", "set", "scheduled")
    )
