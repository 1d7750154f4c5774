"""What people type into a search box -> an expression of the full-text index. Any text is a query or a UsageError, never a fault."""

import re

from sayso.errors import UsageError

LONGEST = 1000
TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})


def expression(query: str) -> str:
    """The index expression of a query: words all occur, "a phrase" stands together, beg* begins a word, OR gives a choice.

    >>> expression('withdraw* "two weeks" OR al-Amin')
    '("withdraw" *) AND (("two weeks") OR ("al-Amin"))'

    Raises: UsageError for a query without a word, or longer than 1000 characters.
    """
    if len(query) > LONGEST:
        raise UsageError(f"a query of {len(query)} characters; the longest is {LONGEST}")
    groups: list[list[str]] = []
    choice = False
    for phrase, word in TERM.findall(query.translate(CURLY)):
        if word == "OR":
            choice = bool(groups)
        elif term := quoted(phrase or word, bool(word)):
            groups = [*groups[:-1], [*groups[-1], term]] if choice else [*groups, [term]]
            choice = False
    if not groups:
        raise UsageError(f"nothing to look for in {query!r}: give at least one word")
    return " AND ".join(terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})" for terms in groups)


def quoted(text: str, may_begin: bool) -> str:
    """A phrase of the index in brackets, or "" where no letter or digit is in it."""
    if not any(character.isalnum() for character in text):
        return ""
    begins = may_begin and text.endswith("*")
    return f'("{text.rstrip("*")}" *)' if begins else f'("{text}")'


def names(query: str) -> str:
    """The index expression that asks for every word of a name, whatever stands between.

    >>> names("Vera O'Hara")
    '("Vera") AND ("O\\'Hara")'
    """
    return expression(" ".join(f'"{word}"' for word in query.translate(CURLY).replace('"', " ").split()))


def phrase(query: str) -> str:
    """The index expression that asks for these words in this order."""
    return expression('"' + query.translate(CURLY).replace('"', " ") + '"')
