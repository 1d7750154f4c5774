"""Scene: where each mention of a document stands: its clause, its quotation, who tells it, who has died."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from sayso.bind.actors import Actor, Cast
from sayso.bind.sources import Sources
from sayso.model import Span, Statement
from sayso.text.parse import Token

KILLED = frozenset({"kill", "assassinate", "murder", "behead", "execute", "slay", "bury", "die", "perish"})
DEATHS = frozenset({"death", "killing", "assassination", "murder", "funeral", "burial", "execution"})
MAIN = frozenset({"root", "ROOT", "parataxis", "conj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
REACH = 14


class Scene:
    """Where each mention stands: token, sentence, clause, quotation, and who spoke."""

    def __init__(self, cast: Cast, statements: Sequence[Statement]) -> None:
        self.cast, self.tokens = cast, cast.parse.tokens
        at = [cast.token(found) for found in cast.mentions]
        self.token = [-1 if i is None else i for i in at]
        self.quotes = sorted(quote.span for quote in cast.parse.quotes if quote.depth == 0)
        self.starts = [start for start, _ in self.quotes]
        self.contents = sorted(
            ((start, end, s) for s in statements for start, end in s.content if s.source),
            key=lambda found: (*found[:2], found[2].kernel),
        )
        self.content_starts = [start for start, _, _ in self.contents]
        said = Sources(cast.parse, statements)
        self.speaks = frozenset(said.of.values()) | {i for i in range(len(self.token)) if self._says(i)}
        self.speaker_of = said.of
        self.subjects = {self.tokens[at].head: i for i, at in enumerate(self.token) if at >= 0 and self.tokens[at].dep == "nsubj"}
        self.dead: set[int] = set()
        self.voice: Actor | None = None
        self._told: dict[int, int | None] = {}

    def _says(self, i: int) -> bool:
        """Whether the mention is the subject of a verb of speech, or of one that presents "the fact that", whoever is credited."""
        at = self.token[i]
        if at < 0:
            return False
        token, text = self.tokens[at], self.cast.parse.document.text
        verb = self.tokens[token.head]
        if token.dep == "nsubj" and verb.upos == "VERB" and self.cast.lexicon.cues.speaks(verb.lemma):
            return True
        after = self.tokens[at + 1 : at + 9]
        facts = any(a.lemma == "fact" and text[b.start : b.end] == "that" for a, b in pairwise(after))
        return facts and after[0].xpos in FINITE and after[-1].sentence == token.sentence

    def quotation(self, span: Span) -> int:
        """Index of the outermost quotation around `span`, -1 outside of any."""
        at = bisect_right(self.starts, span[0]) - 1
        return at if at >= 0 and span[1] <= self.quotes[at][1] else -1

    def is_source(self, i: int) -> bool:
        """Whether mention `i` is the source of a statement."""
        return i in self.speaks

    def leads(self, i: int) -> bool:
        """Whether mention `i` speaks or is the subject of a main clause, by the tree or by standing right before its verb."""
        at = self.token[i]
        if i in self.speaks or at < 0:
            return i in self.speaks
        token = self.tokens[at]
        if token.dep.startswith("nsubj") and self.tokens[token.head].dep in MAIN:
            return True
        found = self.cast.mentions[i]
        opens = found.span[0] == 0 or self.cast.parse.document.text[max(0, found.span[0] - 2) : found.span[0]].strip() in (
            ",",
            ".",
            "",
            "\n",
            "”",
            '"',
        )
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else token
        return found.kind == "person" and opens and after.xpos in FINITE and after.sentence == token.sentence

    def told_by(self, i: int) -> int | None:
        """The source of the innermost statement whose content holds mention `i`, itself excepted."""
        if i not in self._told:
            self._told[i] = self._teller(i)
        return self._told[i]

    def _teller(self, i: int) -> int | None:
        span = self.cast.mentions[i].span
        at = bisect_right(self.content_starts, span[0])
        holding = [(end - start, s.kernel, s.id) for start, end, s in self.contents[max(0, at - REACH) : at] if span[1] <= end]
        source = self.speaker_of.get(min(holding)[2]) if holding else None
        return None if source == i else source

    def ruled_by(self, i: int) -> list[int]:
        """Verbs above mention `i` in its sentence, nearest first, at most six steps up."""
        at, out = self.token[i], []
        for _ in range(6):
            if at < 0 or self.tokens[at].head == at:
                break
            at = self.tokens[at].head
            if self.tokens[at].upos in ("VERB", "AUX"):
                out.append(at)
        return out

    def owner(self, i: int) -> int | None:
        """For a possessive the subject of the verb right above it: "Pahl sold his boat"."""
        verbs = self.ruled_by(i) if self.cast.mentions[i].possessive else []
        return self.subjects.get(verbs[0]) if verbs else None

    def is_dead(self, j: int) -> bool:
        """Whether the words around a mention report its death."""
        governor, role = self.governor(j), self.role(j)
        if governor is None:
            return False
        if governor.lemma in KILLED:
            return role in ("nsubj:pass", "obj") or (role == "nsubj" and governor.lemma in ("die", "perish"))
        return role.startswith("nmod") and governor.lemma in DEATHS

    def role(self, i: int) -> str:
        """UD relation of the mention's head to its own head; "" where there is none."""
        at = self.token[i]
        return self.tokens[at].dep if at >= 0 else ""

    def governor(self, i: int) -> Token | None:
        """The head of the mention's head word."""
        at = self.token[i]
        return self.tokens[self.tokens[at].head] if at >= 0 else None
