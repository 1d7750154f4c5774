"""A matched run of words and what can be read off it: words by class, numbers, clock times."""

import msgspec

from sayso.text.times_words import CODES, MULTIPLES, NUMBERS, ORDINALS

_NUMERIC = frozenset(CODES[name] for name in ("dom", "num", "year", "frac", "word", "multiple", "couple", "few", "half"))


class Meaning(msgspec.Struct, frozen=True):
    """TIMEX3 type with a value that stands by itself, or a relative value still to be resolved (see `times_value`)."""

    timex: str
    value: str | None = None
    relative: str | None = None


class Piece(msgspec.Struct, frozen=True):
    """Words in lower case with their classes, and the words that stand before and after."""

    words: tuple[str, ...]
    codes: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def get(self, *names: str) -> str | None:
        """The first word of one of these classes, or None."""
        for name in names:
            place = self.codes.find(CODES[name])
            if place >= 0:
                return self.words[place].replace("’", "'").rstrip(".") if name != "frac" else self.words[place]
        return None

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes stands here."""
        return any(CODES[name] in self.codes for name in names)

    def upto(self, *names: str) -> "Piece":
        """The words before the first one of these classes (all of them where there is none)."""
        places = [place for name in names if (place := self.codes.find(CODES[name])) >= 0]
        end = min(places, default=len(self.words))
        return Piece(self.words[:end], self.codes[:end], self.before, self.after)


def ordinal(word: str | None) -> int:
    """The number of an ordinal, or of a plain number; 0 for anything else.

    >>> ordinal("third"), ordinal("22nd"), ordinal("7"), ordinal(None)
    (3, 22, 7, 0)
    """
    if word is None:
        return 0
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdecimal() else ORDINALS.get(word, NUMBERS.get(word, 0))


def number(piece: Piece) -> float | None:
    """The number that the words of a piece spell, 1 for a bare article, None for a vague one ("several")."""
    if piece.has("few"):
        return None
    if piece.has("couple"):
        return 2
    total, current, seen = 0.0, 0.0, False
    for word, code in _range_start(piece):
        if code == CODES["multiple"]:
            scale = MULTIPLES[word]
            total, current = (total, max(current, 1) * scale) if scale < 1000 else (total + max(current, 1) * scale, 0)
        else:
            current += _plain(word)
        seen = True
    if (
        piece.has("half")
        and piece.has("unit", "longunit")
        and piece.codes.index(CODES["half"]) > _first(piece, "unit", "longunit")
    ):
        total += 1 if total + current < 1 else 0  # "a year and a half"
    return total + current if seen else 1


def _first(piece: Piece, *names: str) -> int:
    return min(place for name in names if (place := piece.codes.find(CODES[name])) >= 0)


def _range_start(piece: Piece) -> list[tuple[str, str]]:
    """The words of the first number: of "two to three weeks" those before "to"."""
    out: list[tuple[str, str]] = []
    for word, code in zip(piece.words, piece.codes, strict=True):
        if code in _NUMERIC:
            out.append((word, code))
        elif out and code in (CODES["to"], CODES["or"]):
            break
    return out


def _plain(word: str) -> float:
    if word == "½" or word == "half":
        return 0.5
    if "/" in word:
        top, bottom = word.split("/")
        return int(top) / int(bottom) if int(bottom) else 0
    return float(word.replace(",", "")) if word[0].isdecimal() else NUMBERS.get(word, 0)


def time_of_day(piece: Piece) -> str | None:
    """`T22:00` for a clock time, noon or midnight, `TMO` and the like for a part of the day, else None."""
    if exact := piece.get("noon"):
        return "T24:00" if exact == "midnight" else "T12:00"
    hour, minute = _hour_and_minute(piece)
    if hour < 0:
        return None
    half = (piece.get("ampm") or piece.get("daypart") or "").replace(".", "").replace(" ", "")
    if half in ("pm", "afternoon", "evening", "night") and hour < 12:
        hour += 12
    elif half in ("am", "morning") and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute}" if hour <= 24 and int(minute) < 60 else None


def _hour_and_minute(piece: Piece) -> tuple[int, str]:
    if clock := piece.get("clock"):
        at, minute = clock.split(":")[:2]
        return int(at), minute
    for name in ("ampm", "oclock", "in"):
        place = piece.codes.find(CODES[name])
        if place > 0 and (hour := ordinal(piece.words[place - 1])):
            return hour, "00"
    return -1, "00"
