"""A document's words as sides of events: the mention that names a word, its country, and whether it is a political actor."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon import Lexicon
from sayso.lexicon.words import key
from sayso.model import Span
from sayso.text import events_words as words
from sayso.text.parse import MentionFound
from sayso.text.tree import Tree

BEHIND = 60  # mentions a pronoun may look back over
NEAR = 150  # words that "it" may look back over


class Side(msgspec.Struct, frozen=True):
    """One side of an event: `token` its head word, `mention` the index of its mention or None."""

    token: int
    mention: int | None
    country: str | None = None
    sector: str | None = None
    political: bool = False
    known: bool = False


class Sides(msgspec.Struct, frozen=True):
    """Actors and recipients of one event, and the verb that governs a noun's act (None: the trigger itself)."""

    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    verb: int | None = None


class Cast:
    """A document's words as sides: asked for any head word."""

    def __init__(self, tree: Tree, mentions: Sequence[MentionFound], lexicon: Lexicon, times: Sequence[Span] = ()) -> None:
        self.tree, self.mentions, self.lexicon = tree, mentions, lexicon
        starts = {t.start: i for i, t in enumerate(tree.tokens)}
        self.at = {starts[m.head[0]]: k for k, m in enumerate(mentions) if m.head[0] in starts}
        self.covering = _covering(tree, mentions)
        self.timed = {i for span in times for i in _within(tree, span)}

    def side(self, token: int) -> Side:
        """The side that a head word stands for."""
        found = self._found(token)
        if found is None:
            country = self.country(token) or self._adjective(token)
            crowd = self.tree.tokens[token].lemma.lower() in words.CROWDS
            return Side(
                token, None, country, "CVL" if crowd else None, political=bool(country) or crowd, known=bool(country) or crowd
            )
        mention = self.mentions[self._meant(found)]
        political = (
            (mention.sector or "") in words.POLITICAL or (mention.country or "") in words.BODIES or mention.kind == "state"
        )
        political = political or mention.name.lower().rstrip("s") in words.CROWDS
        country = mention.country or self._adjective(token)
        return Side(token, found, country, mention.sector, political, known=mention.kind != "pronoun")

    def kind(self, token: int) -> str | None:
        """The kind of the mention that a word heads or stands in, None outside of all."""
        found = self.at.get(token, self.covering.get(token))
        return None if found is None else self.mentions[found].kind

    def _found(self, token: int) -> int | None:
        """The mention that a word heads or stands in, of a description with a person's name the name; else that of a modifier."""
        names = [self.at[c] for c in self.tree.dependents(token, "appos", "flat") if c in self.at]
        found = self.at.get(token)
        if found is not None:
            person = next((k for k in names if self.mentions[k].kind == "person"), None)
            return person if person is not None and self.mentions[found].kind == "role" else found
        if token in self.covering:
            return self.covering[token]
        if self.tree.words[token] in ("it", "its", "itself"):
            return self._neuter(token)
        killing = (
            self.tree.tokens[token].lemma.lower() in words.SUFFERED
        )  # whose killing it is says who was killed, not who kills
        modifiers = (
            self.tree.dependents(token, "amod") if killing else self.tree.dependents(token, "compound", "nmod:poss", "amod")
        )
        return next(iter([*names, *(self.at[c] for c in modifiers if c in self.at)]), None)

    def _neuter(self, token: int) -> int | None:
        """The state or body that "it" may stand for: a subject before it in its sentence, else one of the sentence before."""
        own = self.tree.tokens[token].sentence
        found: list[tuple[int, int]] = []
        for i in range(token - 1, max(-1, token - NEAR), -1):
            far = own - self.tree.tokens[i].sentence
            if far > 1:
                break
            k = self.at.get(i)
            if k is None or self.mentions[k].kind not in ("state", "organization", "group") or self.mentions[k].plural:
                continue
            if self.tree.tokens[i].dep in ("nsubj", "nsubj:pass") and self.tree.tokens[i].head != self.tree.tokens[token].head:
                found.append((far, k))
        return min(found, key=lambda one: one[0])[1] if found else None

    def _adjective(self, token: int) -> str | None:
        for c in self.tree.dependents(token, "amod", "compound", "nmod:poss"):
            if country := self.country(c):
                return country
        return None

    def country(self, token: int) -> str | None:
        """The country that an adjective or name of one word stands for."""
        start, end = self.tree.tokens[token].start, self.tree.tokens[token].end
        word = self.tree.text[start:end]
        found = self.lexicon.adjectives.get(key(word)) or self.lexicon.states.get(key(word))
        return found if found and word[:1].isupper() and word not in ("US's",) else None

    def _meant(self, found: int) -> int:
        """The mention itself or, for a personal pronoun, the nearest before it that it may stand for."""
        mention = self.mentions[found]
        if mention.kind != "pronoun" or mention.name.lower() in ("i", "we", "us", "me", "my", "our"):
            return found
        for k in range(found - 1, max(-1, found - BEHIND), -1):
            other = self.mentions[k]
            fits = other.kind == "person" or other.role if not mention.plural else other.plural
            if other.kind != "pronoun" and fits and None in (mention.gender, other.gender):
                return k
            if other.kind != "pronoun" and fits and mention.gender == other.gender:
                return k
        return found


def _within(tree: Tree, span: Span) -> Iterator[int]:
    """The tokens that begin in a span."""
    at = bisect_left(tree.tokens, span[0], key=lambda t: t.start)
    while at < len(tree.tokens) and tree.tokens[at].start < span[1]:
        yield at
        at += 1


def _covering(tree: Tree, mentions: Sequence[MentionFound]) -> dict[int, int]:
    """Tokens inside the core of a mention's name to that mention, the smallest one first."""
    out: dict[int, int] = {}
    starts = {t.start: i for i, t in enumerate(tree.tokens)}
    for k in sorted(range(len(mentions)), key=lambda k: (mentions[k].core[0] - mentions[k].core[1], k)):
        at = starts.get(mentions[k].core[0])
        while at is not None and at < len(tree.tokens) and tree.tokens[at].end <= mentions[k].core[1]:
            out[at] = k
            at += 1
    return out
