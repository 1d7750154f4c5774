"""Bylines and outlets as metadata write them, made plain: names without "By", addresses, duties and repeats."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso.intake.decoding import whole

SPLIT = re.compile(r"\s+(?:and|AND)\s+|\s*[;|•·\n/]\s*|\s+&\s+|\s*,\s*(?:and\s+)?")
BY = re.compile(r"^(?:(?:written|reported|posted|story|reporting|words|text|analysis|opinion)\s+)?by[:\s]+|^authors?[:\s]+", re.I)
ADDRESS = re.compile(r"\S*(?://|www\.|@)\S*|\b[\w.-]+\.(?:com|net|org)\b")
DUTY = re.compile(r"\s+(?:in|for|at)\s+[A-Z].*$|\s*[(\[<].*$|\s*@\w+|\s+(?:is|was)\s+an?\s.*$|\s+[-–—]\s.*$")
DEGREES = {"phd", "ph.d.", "md", "m.d.", "ms", "rdn", "jr", "sr", "jr.", "sr.", "esq", "esq.", "mba", "rd", "cpt", "dphil", "mp"}
NOT_NAMES = re.compile(
    r"https?:|www\.|@|^\d|\d{4}|^(?:admin|administrator|staff|editor|editors|author|authors|unknown|none|null|guest|user|n/?a|web desk|the author|view all|follow|share)$"
    r"|\b(?:reporter|correspondent|editor|writer|columnist|contributor|producer|journalist)s?$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|"
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.I,
)


def names(*values: str | Iterable[str] | None) -> tuple[str, ...]:
    """The names in bylines, in order, each once.

    >>> names("By Ana Mirel and Jon Tey, Staff Writer"), names(["Ana Mirel", "ana mirel", "https://a.example/ana"])
    (('Ana Mirel', 'Jon Tey'), ('Ana Mirel',))
    """
    found: dict[str, str] = {}
    for value in values:
        for words in (value,) if isinstance(value, str) else value or ():
            for name in _split(words):
                found.setdefault(name.casefold().replace("-", " "), name)
    return tuple(found.values())


def _split(words: str) -> list[str]:
    """The names in one byline."""
    plain = BY.sub("", ADDRESS.sub("", " ".join(whole(words).split())[:400]))
    pieces = [DUTY.sub("", BY.sub("", piece)).strip(" .,:–—-") for piece in SPLIT.split(plain)]
    return [_cased(piece) for piece in pieces if _is_name(piece)]


def _is_name(words: str) -> bool:
    """Whether a piece of a byline can be a name."""
    return 1 < len(words) <= 60 and words.count(" ") < 6 and words.lower() not in DEGREES and NOT_NAMES.search(words) is None


def _cased(words: str) -> str:
    """A name in capitals or in small letters, written as names are."""
    return words.title() if " " in words and (words.isupper() or words.islower()) else words


def host(url: str | None) -> str | None:
    """The host of an http address without its `www.`, or None.

    >>> host("https://www.a.example/x"), host("not an address")
    ('a.example', None)
    """
    try:
        parts = urlsplit(url or "")
        name = parts.hostname
    except ValueError:
        return None
    return name.removeprefix("www.") or None if name and parts.scheme in ("http", "https") else None
