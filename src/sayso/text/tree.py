"""Tree: a document's tokens with their dependents, extents and words; what frames and attributions walk over."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

from sayso.model import Span, Spans
from sayso.text.parse import Token

LOOSE = frozenset(",;:.!?-–—…|")
CLAUSAL = frozenset({"acl:relcl", "parataxis", "ccomp", "advcl", "discourse"})


def tokens_under(tokens: Sequence[Token], spans: Spans) -> list[Token]:
    """The tokens that lie wholly inside one of `spans`, in the order of the spans."""
    out = []
    for start, end in spans:
        at = bisect_left(tokens, start, key=lambda t: t.start)
        while at < len(tokens) and tokens[at].end <= end:
            out.append(tokens[at])
            at += 1
    return out


class Tree:
    """Tokens as trees. Words are named by their index in the document; `left` and `right` bound the subtree of each."""

    def __init__(self, text: str, tokens: tuple[Token, ...], sentences: tuple[Span, ...]) -> None:
        self.text, self.tokens, self.sentences = text, tokens, sentences
        self.words = [text[t.start : t.end].lower() for t in tokens]
        self.children: list[list[int]] = [[] for _ in tokens]
        for i, t in enumerate(tokens):
            if t.head != i:
                self.children[t.head].append(i)
        self.left, self.right = list(range(len(tokens))), list(range(len(tokens)))
        for i in self._upward():
            head = tokens[i].head
            self.left[head] = min(self.left[head], self.left[i])
            self.right[head] = max(self.right[head], self.right[i])

    def _upward(self) -> Iterator[int]:
        order = [i for i, t in enumerate(self.tokens) if t.head == i]
        for i in order:
            order += self.children[i]
        return reversed(order)

    def dependents(self, i: int, *relations: str) -> list[int]:
        """Dependents of `i` in one of `relations`, in order."""
        return [c for c in self.children[i] if self.tokens[c].dep in relations]

    def first(self, i: int, *relations: str) -> int | None:
        """First dependent of `i` in one of `relations`, or None."""
        return next((c for c in self.children[i] if self.tokens[c].dep in relations), None)

    def subtree(self, i: int, without: Container[int] = ()) -> list[int]:
        """Sorted tokens of the subtree of `i`, leaving out the subtrees of `without`."""
        found = [i]
        for at in found:
            found += [c for c in self.children[at] if c not in without]
        return sorted(found)

    def sentence(self, i: int) -> Span:
        """Token range of the sentence of `i`."""
        return self.sentences[self.tokens[i].sentence]

    def up(self, i: int) -> Iterator[int]:
        """Heads of `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def case(self, i: int) -> str:
        """Words of the prepositions of `i`, e.g. "according to"; "" without any."""
        return " ".join(self.words[c] for c in self.children[i] if self.tokens[c].dep == "case" and c < i)

    def noun_phrase(self, head: int) -> list[int]:
        """Tokens of a phrase with title and apposition, without prepositions of its own, relative and other clauses."""
        out = [c for c in self.children[head] if self.tokens[c].dep in CLAUSAL or (self.tokens[c].dep in OWN_MARKS and c < head)]
        out += [c for c in self.children[head] if self.tokens[c].dep == "conj" and self.tokens[c].upos in ("VERB", "AUX")]
        return self.trim(self.subtree(head, frozenset(out)))

    def trim(self, tokens: list[int]) -> list[int]:
        """`tokens` without loose punctuation and conjunctions at either end; quotation marks stay."""
        start, end = 0, len(tokens)
        while start < end and (self.words[tokens[start]] in LOOSE or self.tokens[tokens[start]].dep in ("cc", "cc:preconj")):
            start += 1
        while start < end and (self.words[tokens[end - 1]] in LOOSE or self.tokens[tokens[end - 1]].dep == "cc"):
            end -= 1
        return tokens[start:end]

    def runs(self, tokens: Iterable[int]) -> list[list[int]]:
        """Sorted tokens cut where one is left out."""
        out: list[list[int]] = []
        for i in tokens:
            if out and out[-1][-1] == i - 1:
                out[-1].append(i)
            else:
                out.append([i])
        return out

    def spans(self, tokens: Iterable[int]) -> Spans:
        """Spans under sorted tokens, one a run, loose punctuation at the ends of each run left out."""
        runs = [run for run in map(self.trim, self.runs(tokens)) if run]
        return tuple((self.tokens[run[0]].start, self.tokens[run[-1]].end) for run in runs)


OWN_MARKS = frozenset({"case", "mark", "cc", "punct", "advmod"})
