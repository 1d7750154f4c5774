"""Words as the lexicon keys them: pieces without case, accents and punctuation, so that no engine's tokens matter."""

import re
import unicodedata
from collections.abc import Mapping

PIECE = re.compile(r"[^\W_]+")
QUOTES = str.maketrans("", "", "'’‘`ʿʾ")

Piece = tuple[str, int, int]


def folded(word: str) -> str:
    """`word` in lower case without accents.

    >>> folded("Erdoğan"), folded("Élysée")
    ('erdogan', 'elysee')
    """
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold().replace("ı", "i")) if not unicodedata.combining(c))


def pieces(text: str) -> list[Piece]:
    """Runs of letters and digits in order, each folded, with its start and end in `text`."""
    return [(folded(m.group()), m.start(), m.end()) for m in PIECE.finditer(text)]


def key(name: str) -> str:
    """`name` as a key: its pieces joined by a space.

    >>> key("Kata'ib Hezbollah"), key("U.S."), key("Popular Mobilization Forces")
    ('kata ib hezbollah', 'u s', 'popular mobilization forces')
    """
    return " ".join(folded(m.group()) for m in PIECE.finditer(name))


def is_acronym(name: str) -> bool:
    """Whether a name must be written in capitals to be meant: "US", "IS", "WHO", "U.S."."""
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= 6 and name.upper() == name and bool(letters)


def lengths(keys: Mapping[str, object]) -> dict[str, int]:
    """First piece of each key to the number of pieces of the longest key that begins with it."""
    out: dict[str, int] = {}
    for each in keys:
        words = each.split(" ")
        if len(words) > out.get(words[0], 0):
            out[words[0]] = len(words)
    return out
