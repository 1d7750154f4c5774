"""What the finders of attributions share: a candidate, and the spans of its source, cue and content.

A candidate names the `pattern` that found it ("clause", "infinitive", "noun of", …) and the cue's lemma; the lexicon says how
often such a pair is an attribution.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from sayso.model import Span, Spans
from sayso.model.span import merged
from sayso.text.parse import Quote
from sayso.text.tree import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
ADDRESSEES = frozenset({"iobj", "obl", "obl:unmarked", "advmod", "obl:agent"})
FILLING = " \t\r\n\u00a0,;:.!?-–—…\"'“”‘’`«»"  # what a quotation may hold beside the words
PAPERS = frozenset({
    "statement", "report", "letter", "memo", "memorandum", "document", "communique", "communiqué", "release", "filing", "complaint",
    "indictment", "lawsuit", "affidavit", "article", "email", "tweet", "post", "notice", "bulletin", "editorial", "study", "paper",
    "ruling", "resolution", "declaration", "dossier", "audit", "testimony", "transcript", "video", "cable", "message",
})  # fmt: skip
EXPLETIVE = frozenset({"it", "there"})


class Candidate(NamedTuple):
    """A possible attribution; `anchor` is the token of the cue (or -1: no word is the cue)."""

    pattern: str
    lemma: str
    anchor: int
    source: Spans
    cue: Spans
    content: Spans


class Marks:
    """Outermost quotations, asked by place."""

    def __init__(self, quotes: tuple[Quote, ...]) -> None:
        self.outer = tuple(q for q in quotes if q.depth == 0)
        self._starts = [q.span[0] for q in self.outer]
        self._inner = [q for q in quotes if q.depth == 1]
        self._inner_starts = [q.span[0] for q in self._inner]

    def beside(self, at: int, span: Span) -> tuple[Quote, ...] | None:
        """Quotations in `span` on the level of `at`: the outermost, or those in the one that holds it; None deeper inside."""
        holder = self.around(at)
        if holder is None:
            return self.within(span)
        place = bisect_left(self._inner_starts, max(holder.inner[0], span[0]))
        out = []
        while place < len(self._inner) and self._inner[place].span[0] < min(holder.inner[1], span[1]):
            out.append(self._inner[place])
            place += 1
        return None if any(q.span[0] <= at < q.span[1] for q in out) else tuple(out)

    def around(self, at: int) -> Quote | None:
        """The outermost quotation that holds the character `at`, or None."""
        place = bisect_left(self._starts, at + 1) - 1
        return self.outer[place] if place >= 0 and at < self.outer[place].span[1] else None

    def within(self, span: Span) -> tuple[Quote, ...]:
        """Outermost quotations that share a character with `span`, in order."""
        place = max(0, bisect_left(self._starts, span[0] + 1) - 1)
        out = []
        while place < len(self.outer) and self.outer[place].span[0] < span[1]:
            if self.outer[place].span[1] > span[0]:
                out.append(self.outer[place])
            place += 1
        return tuple(out)


def subject(tree: Tree, verb: int) -> int | None:
    """Head of who does what `verb` says, followed through coordination, control and participles; None where nobody is named."""
    seen = 0
    at, voice = verb, passive(tree, verb)
    while seen < 8:
        own = nearest(tree, at)
        if at == verb and voice:
            agent = tree.first(at, "obl:agent")
            if agent is not None or own is not None:
                return agent
        if own is not None:
            return own
        dep, head = tree.tokens[at].dep, tree.tokens[at].head
        if dep in ("acl", "acl:relcl"):
            return None if voice else head
        if (
            head == at
            or dep not in ("conj", "xcomp", "advcl", "parataxis", "ccomp")
            or (dep == "conj" and _other_kind(tree, at, head))
        ):
            return None
        if (
            dep in ("advcl", "ccomp", "parataxis")
            and "Tense" in tree.tokens[at].feats
            and "VerbForm=Fin" in tree.tokens[at].feats
        ):
            return None
        if dep == "xcomp" and (held := tree.first(head, "obj", "iobj")) is not None and held < at:
            return held
        at, seen = head, seen + 1
    return None


def nearest(tree: Tree, verb: int) -> int | None:
    """The subject that stands nearest to `verb`: parsers give two where they read a noun phrase wrongly."""
    return min(tree.dependents(verb, *SUBJECTS), key=lambda c: abs(c - verb), default=None)


def _other_kind(tree: Tree, at: int, head: int) -> bool:
    return tree.tokens[head].upos not in ("VERB", "AUX", "ADJ", "NOUN") and tree.tokens[at].upos == "VERB"


def passive(tree: Tree, verb: int) -> bool:
    """Whether `verb` is a passive, also a bare participle ("asked by reporters", "a plan described as")."""
    if tree.first(verb, "aux:pass", "nsubj:pass", "obl:agent") is not None:
        return True
    t = tree.tokens[verb]
    return t.xpos == "VBN" and tree.first(verb, "aux", *SUBJECTS) is None and t.dep in ("acl", "advcl")


def source_spans(tree: Tree, verb: int) -> Spans:
    """Spans of the source of `verb`; () where it is unstated or an expletive and no paper is named that says it."""
    head = subject(tree, verb)
    if head is None or (tree.words[head] in EXPLETIVE and passive(tree, verb)):
        return _paper(tree, verb) if tree.first(verb, "ccomp") is not None else ()
    return person_spans(tree, head, verb)


def _paper(tree: Tree, verb: int) -> Spans:
    """What "in a statement issued by X, it was said" names: the paper, with whom it is by; () where there is none."""
    opening = [c for c in tree.dependents(verb, "advcl") if c < verb]  # "in a statement issued by X" may be read as a clause
    for i in (i for at in (verb, *opening) for i in tree.dependents(at, "obl")):
        if i < verb and tree.tokens[i].upos == "NOUN" and tree.case(i) == "in" and tree.tokens[i].lemma.lower() in PAPERS:
            holder = tree.tokens[i].head
            by = [c for c in tree.dependents(i, "acl", "nmod") if any(tree.words[t] in ("by", "from") for t in tree.subtree(c))]
            own = {*tree.noun_phrase(i), *(t for c in by for t in tree.subtree(c))}
            if holder in opening and any(tree.words[t] in ("by", "from") for t in range(holder, tree.right[holder] + 1)):
                own |= {t for t in range(i, tree.right[holder] + 1) if t < verb}
            return tree.spans(tree.trim(sorted(own)))
    return ()


def person_spans(tree: Tree, head: int, verb: int = -1) -> Spans:
    """Spans of the noun phrase of `head`, never across `verb`."""
    tokens = [i for i in tree.noun_phrase(head) if i != verb]
    if verb >= 0:
        tokens = [i for i in tokens if (i < verb) == (head < verb)]
    spans = tree.spans(tokens)
    return merged(spans, gap=2)[:3]


def reporting_clause(tree: Tree, verb: int) -> list[int]:
    """Tokens of a bare reporting clause: the verb, its subject, auxiliaries, and what is told to whom, when and where."""
    out = set(cue_tokens(tree, verb))
    own = nearest(tree, verb)
    for c in tree.children[verb]:
        dep = tree.tokens[c].dep
        if c == own or dep in ("aux", "aux:pass", "compound:prt", "obj", "mark") or (dep in ADDRESSEES and c > verb):
            out.update(range(tree.left[c], tree.right[c] + 1))
    return sorted(out)


def cue_tokens(tree: Tree, verb: int) -> list[int]:
    """The verb with the auxiliaries, negation and short adverbs that lead to it, and its particles."""
    out = [verb]
    aux = [c for c in tree.children[verb] if tree.tokens[c].dep in ("aux", "aux:pass") and c < verb]
    if aux:
        between = range(min(aux), verb)
        light = all(c in aux or tree.tokens[c].dep in ("advmod", "cop", "mark") for c in between)
        out += list(between) if light else aux
    out += [c for c in tree.children[verb] if tree.tokens[c].dep == "compound:prt" and verb < c <= verb + 2]
    return sorted(out)


def clause_spans(tree: Tree, tokens: list[int], marks: Marks, cue_at: int) -> Spans:
    """Spans of content tokens, stretched over the quotations that they fill, without a leading "that"."""
    tokens = tree.trim(tokens)
    if tokens and tree.words[tokens[0]] == "that" and tree.tokens[tokens[0]].dep == "mark":
        tokens = tokens[1:]
    if not tokens:
        return ()
    start, end = tree.sentence(tokens[0])
    bounds = (tree.tokens[start].start, tree.tokens[end - 1].end)
    spans = merged((stretched(tree.text, span, marks, bounds, cue_at) for span in tree.spans(tokens)), gap=1)
    return _clipped([span for span in spans if not span[0] <= cue_at < span[1]], marks.around(cue_at))


def _clipped(spans: list[Span], quote: Quote | None) -> Spans:
    """`spans` as far as they lie in the quotation that holds the cue."""
    if quote is None:
        return tuple(spans)
    start, end = quote.inner
    return tuple((max(start, a), min(end, b)) for a, b in spans if a < end and b > start)


def stretched(text: str, span: Span, marks: Marks, sentence: Span, cue_at: int) -> Span:
    """`span` with every outermost quotation whose words in this sentence it holds, all of it; never one that holds the cue."""
    start, end = span
    for quote in marks.within((max(0, start - 2), end + 2)):
        if quote.span[0] <= cue_at < quote.span[1]:
            continue
        first, last = max(quote.inner[0], sentence[0]), min(quote.inner[1], sentence[1])
        if text[first:start].strip(FILLING) == "" or first >= start:
            fills = text[end:last].strip(FILLING) == "" or last <= end
            start = min(start, quote.span[0]) if fills or first >= quote.inner[0] > sentence[0] else start
            end = max(end, quote.span[1]) if fills else end
        elif last <= end or text[end:last].strip(FILLING) == "":
            end = max(end, min(quote.span[1], sentence[1]))
    return start, end


def made(
    tree: Tree, marks: Marks, verb: int, pattern: str, tokens: list[int], prepositions: tuple[int, ...] = ()
) -> Iterator[Candidate]:
    """The candidate of a verb with `tokens` as content, none where nothing is left of them; `prepositions` join the cue."""
    cue = sorted({*cue_tokens(tree, verb), *prepositions})
    content = clause_spans(tree, [i for i in tokens if i not in cue], marks, tree.tokens[verb].start)
    if content:
        source = source_spans(tree, verb) or (_inverted(tree, verb) if pattern in ("clause before", "inserted") else ())
        yield Candidate(pattern, tree.tokens[verb].lemma.lower(), verb, source, tree.spans(cue), content)


def _inverted(tree: Tree, verb: int) -> Spans:
    """The name behind the verb that the parser took for its object: "…, reported Reuters"."""
    held = tree.first(verb, "obj", "xcomp", "obl:unmarked")
    return person_spans(tree, held, verb) if held is not None and held > verb and tree.tokens[held].upos == "PROPN" else ()
