"""Text that is safe on a terminal."""

import unicodedata

KEPT = "\u200c\u200d"
"""Joiners that scripts and emoji need."""


def plain(text: str) -> str:
    r"""The text on one line, without control characters, escape sequences' beginnings or marks that turn its direction.

    >>> plain("Port\x1b[31m reopens\nat\u202e noon")
    'Port[31m reopens at noon'
    """
    if text.isascii() and text.isprintable():
        return text
    spaced = (" " if character in "\n\r\t\v\f\x85\u2028\u2029" else character for character in text)
    return "".join(c for c in spaced if c in KEPT or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
