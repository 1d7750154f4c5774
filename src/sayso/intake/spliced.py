"""Pages that set a person's tag into the sentence: "President Ilse Bramm Ilse Jorun BrammBramm calls for calm Harbour vote delayed MORE said"."""

import re

from sayso.model import Span

NAME = r"(?:\(?[A-Z][\w.’'-]*\)?,? )"
TAG = re.compile(
    r"\b(?P<surname>[A-Z][\w’'-]*[a-z]) "
    rf"(?P<tag>{NAME}{{1,5}}(?P=surname)(?=[^\W_a-z]|['\"‘“])[^\n]{{10,700}}? MORE)\b"
)
"""The full name again behind a name, grown together with headlines and closed by MORE."""


def spliced(text: str) -> list[Span]:
    """Spans of the tags in a text, in order: from the name that is told again to the word that closes it."""
    return [found.span("tag") for found in TAG.finditer(text)] if " MORE" in text else []
