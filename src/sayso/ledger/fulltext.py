"""Exact places of an index's hits: token numbers from the index, characters from the text, and the two checked on each other."""

from collections.abc import Iterator
from typing import cast

import apsw
import msgspec

from sayso.errors import BrokenRecord
from sayso.model import Span

TOKENIZER = ("unicode61", ("remove_diacritics", "2"))
Place = tuple[int, tuple[str, ...]]


def places(api: apsw.FTS5ExtensionApi, *_arguments: object) -> bytes:
    """The hits in the current row as JSON: number of the first token, and the phrase's tokens as the index has them."""
    found = [
        (offset, [token for token in phrase if token is not None])
        for number, phrase in enumerate(api.phrases)
        for column in api.phrase_locations(number)
        for offset in column
    ]
    return msgspec.json.encode(found)


class Words:
    """Texts cut as the index cuts them."""

    def __init__(self, connection: apsw.Connection) -> None:
        name, arguments = TOKENIZER
        self.tokenizer = connection.fts5_tokenizer(name, list(arguments))

    def tokens(self, text: str) -> list[tuple[int, int, str]]:
        """Start and end in bytes of UTF-8, and the token (lower case, accents off)."""
        found = self.tokenizer(text.encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_colocated=False)
        return cast(list[tuple[int, int, str]], found)

    def of(self, text: str) -> list[str]:
        """The tokens alone."""
        return [token for _, _, token in self.tokens(text)]

    def spans(self, doc: str, text: str, hits: bytes) -> Iterator[Span]:
        """The spans in code points of what `places` gave for this text, in order.

        Raises: BrokenRecord where the text has other words there than the index says.
        """
        tokens = self.tokens(text)
        found = {located(doc, tokens, place) for place in msgspec.json.decode(hits, type=list[Place])}
        yield from in_characters(text, sorted(found))


def located(doc: str, tokens: list[tuple[int, int, str]], place: Place) -> Span:
    """The span in bytes of one hit."""
    first, phrase = place
    here = tokens[first : first + len(phrase)]
    # The last word of a phrase may be a beginning only (`withdraw*`), so it is compared as one.
    if len(here) < len(phrase) or any(not token.startswith(word) for (_, _, token), word in zip(here, phrase, strict=True)):
        raise BrokenRecord(f"{doc}: the index has {' '.join(phrase)!r} at word {first}, the text has not; run sayso check")
    return here[0][0], here[-1][1]


def in_characters(text: str, spans: list[Span]) -> Iterator[Span]:
    """Spans in code points of spans in UTF-8 bytes, which must be sorted."""
    if text.isascii():
        yield from spans
        return
    coded = text.encode()
    bounds = sorted({bound for span in spans for bound in span})
    at: dict[int, int] = {}
    last, characters = 0, 0
    for bound in bounds:
        characters += len(coded[last:bound].decode())
        last, at[bound] = bound, characters
    yield from ((at[start], at[end]) for start, end in spans)
