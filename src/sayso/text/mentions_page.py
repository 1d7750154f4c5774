"""Page: a document's tokens with the lexicon's names and roles laid over them, for the finding of mentions."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from sayso.lexicon import Entry, Lexicon, Role
from sayso.lexicon.words import Piece, pieces
from sayso.model import Span
from sayso.text.parse import Token

T = TypeVar("T")
Known = tuple[Entry, ...]
NOMINAL = frozenset({"NOUN", "PROPN"})


class Page:
    """Tokens by index. `known` maps a token to (end, entries) of the lexicon's name that begins there, `role_at` likewise to roles,
    `in_role` holds the tokens of roles of several words."""

    def __init__(self, text: str, tokens: tuple[Token, ...], sentences: tuple[Span, ...], lexicon: Lexicon) -> None:
        self.text, self.tokens, self.sentences, self.lexicon = text, tokens, sentences, lexicon
        self.words = [text[t.start : t.end].lower() for t in tokens]
        self._pieces, self._first, self._last = _aligned(text, tokens)
        self.children: list[list[int]] = [[] for _ in tokens]
        for i, token in enumerate(tokens):
            if token.head != i:
                self.children[token.head].append(i)
        self.known = self._scan_names()
        self.role_at = self._scan_roles()
        self.in_role = {i for start, (end, _) in self.role_at.items() if end - start > 1 for i in range(start, end)}
        self.role_end = {end: (start, role) for start, (end, role) in self.role_at.items()}

    def span(self, start: int, end: int) -> Span:
        """Code points from token `start` to before token `end`."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def bounds(self, i: int) -> Span:
        """Token range of the sentence of token `i`."""
        return self.sentences[self.tokens[i].sentence]

    def word(self, i: int) -> str:
        """Token `i` as written."""
        return self.text[self.tokens[i].start : self.tokens[i].end]

    def gapless(self, i: int, j: int) -> bool:
        """Whether no comma or other mark but a hyphen stands between tokens `i` and `j`."""
        return all(self.tokens[k].upos != "PUNCT" or self.words[k] in ("-", "‑") for k in range(i + 1, j))

    def hyphened(self, i: int) -> bool:
        """Whether token `i` is a hyphen that ties the word before it to the next: "Iran-backed"."""
        return (
            0 < i < len(self.words) - 1
            and self.words[i] in ("-", "‑", "–")
            and self.tokens[i - 1].end == self.tokens[i].start
            and self.tokens[i].end == self.tokens[i + 1].start
        )

    def head(self, start: int, end: int) -> int:
        """The token in the range whose head lies outside it, the last such; the last token if the tree is odd."""
        outer = [i for i in range(start, end) if not start <= self.tokens[i].head < end or self.tokens[i].head == i]
        nominal = [i for i in outer if self.tokens[i].upos in NOMINAL]
        return (nominal or outer or [end - 1])[-1]

    def _scan_names(self) -> dict[int, tuple[int, Known]]:
        found: dict[int, tuple[int, Known]] = {}
        at = 0
        while at < len(self._pieces):
            size, entries = self._name_from(at)
            if entries:
                found[self._first[at]] = (self._last[at + size - 1] + 1, entries)
            at += size
        return found

    def _name_from(self, at: int) -> tuple[int, Known]:
        """(pieces, entries) of the longest name that begins at piece `at`; (1, ()) if none does."""
        book, (word, start, _) = self.lexicon, self._pieces[at]
        if self._first[at] < 0:
            return 1, ()
        for size in range(min(book.longest.get(word, 0), len(self._pieces) - at), 0, -1):
            end = self._pieces[at + size - 1][2]
            written = self.text[start:end]
            if self._last[at + size - 1] < 0 or written == written.lower():
                continue
            key = " ".join(piece[0] for piece in self._pieces[at : at + size])
            entries = (book.acronyms.get(key, ()) if written.isupper() else ()) or book.names.get(key, ())
            if entries and (written[0].isupper() or size > 1) and self._one_line(start, end):
                return size, entries
        return 1, ()

    def _one_line(self, start: int, end: int) -> bool:
        gap = self.text[start:end]
        return "\n" not in gap and "(" not in gap and ";" not in gap and len(gap) < 90

    def _scan_roles(self) -> dict[int, tuple[int, Role]]:
        found: dict[int, tuple[int, Role]] = {}
        at = 0
        while at < len(self._pieces):
            size, role = _longest(self._pieces, at, self.lexicon.roles, self.lexicon.longest_role)
            start, end = self._first[at], self._last[at + size - 1] + 1
            if role and start >= 0 and end > 0 and any(self.tokens[i].upos in NOMINAL for i in range(start, end)):
                found[start] = (end, role)
            at += size
        return found


def _aligned(text: str, tokens: Sequence[Token]) -> tuple[list[Piece], list[int], list[int]]:
    """(pieces, token that each begins, token that each ends); -1 where a piece begins or ends inside a token, or in none."""
    found, first, last, at = pieces(text), [], [], 0
    begins: dict[int, bool] = {}
    ends: dict[int, int] = {}
    for n, (_, start, end) in enumerate(found):
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        inside = at < len(tokens) and tokens[at].start < end
        first.append(at if inside and not begins.get(at) else -1)
        begins[at] = True
        last.append(-1)
        until = at
        while inside and until + 1 < len(tokens) and tokens[until + 1].start < end:
            until += 1
        if inside:
            if until in ends:
                last[ends[until]] = -1
            last[n] = until
            ends[until] = n
    return found, first, last


def _longest(words: list[Piece], at: int, table: Mapping[str, T], longest: Mapping[str, int]) -> tuple[int, T | None]:
    for size in range(min(longest.get(words[at][0], 0), len(words) - at), 0, -1):
        value = table.get(" ".join(piece[0] for piece in words[at : at + size]))
        if value is not None and words[at + size - 1][2] - words[at][1] < 60:
            return size, value
    return 1, None
