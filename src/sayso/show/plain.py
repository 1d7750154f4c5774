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


def seen(text: str) -> str:
    r"""The text of the same length, with U+FFFD for each character that `plain` would leave out; line ends stay.

    >>> seen("2031\x1b[2J\n")
    '2031\ufffd[2J\n'
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(c if c == "\n" or c in KEPT or unicodedata.category(c) not in ("Cc", "Cf", "Cs") else "\ufffd" for c in text)
