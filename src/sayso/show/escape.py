"""Text made safe for a page: every character kept, none of it markup, links only to http and https."""

import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup

# A parser of HTML turns a bare CR into LF and drops NUL; as references they keep their place, so offsets stay true.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;", "\r": "&#13;", "\0": "\ufffd"})
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
JOINERS = "\u200c\u200d"  # which Persian or Malayalam names need, and names in Latin letters don't
NOBODY = "unstated"
"""The speaker that a ledger has where the text names none."""
NAMELESS = "nobody named"
ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def escaped(text: str) -> str:
    """`text` as HTML, one character for one (NUL as U+FFFD).

    >>> escaped("<b> & 'c'")
    '&lt;b&gt; &amp; &#39;c&#39;'
    """
    return text.translate(ESCAPES)


def as_markup(text: str) -> Markup:
    """The same, marked as safe for a template that escapes all else."""
    return Markup(escaped(text))  # noqa: S704  (every markup character has just been escaped)


def safe_link(url: str | None) -> str | None:
    """The address if it is an http(s) one with a host, else None.

    >>> safe_link("javascript:alert(1)"), safe_link("https://example.org/a")
    (None, 'https://example.org/a')
    """
    if not url or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def doubt(name: str) -> str | None:
    """Why a name may not be what it looks like, or None: turned text, invisible characters, two alphabets in a word.

    >>> doubt("Рompeo"), doubt("Anna Bell"), doubt("Анна Bell")
    ('letters of two alphabets in one word', None, None)
    """
    if name.isascii() and name.isprintable():
        return None
    if any(c in TURNING for c in name):
        return "characters that turn the direction of text"
    hidden = [c for c in name if unicodedata.category(c) in ("Cf", "Cc") and not c.isspace()]
    if any(c not in JOINERS for c in hidden) or (hidden and _latin(name)):
        return "invisible characters"
    if any(len(_alphabets(word)) > 1 for word in name.split()):
        return "letters of two alphabets in one word"
    return None


@lru_cache(4096)
def name_markup(name: str) -> Markup:
    """A name as HTML: set apart, so that its direction can't turn what stands around it, and flagged where it is doubtful; words for nobody."""
    if name == NOBODY:
        return Markup(f"<i>{NAMELESS}</i>")  # noqa: S704  (words of ours)
    why = doubt(name)
    flag = f' <abbr class="doubt" title="{why}">⚠ {why}</abbr>' if why else ""
    return Markup(f"<bdi>{escaped(name)}</bdi>{flag}")  # noqa: S704  (the name is escaped, the reason is one of ours)


def _latin(name: str) -> bool:
    """Whether all letters of a name are Latin."""
    return all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha())


def _alphabets(word: str) -> frozenset[str]:
    """The alphabets a word is written in, of those whose letters look alike."""
    if word.isascii():
        return frozenset()
    firsts = (unicodedata.name(c, "").split(" ", 1)[0] for c in word if c.isalpha())
    return frozenset(first for first in firsts if first in ALPHABETS)
