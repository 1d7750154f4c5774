"""Attributions whose cue is no verb: "according to X", "citing X", "in a poll", "X's claim that …", "reportedly".

Source: S. Pareti, Attribution: a computational approach (2015); the patterns are our own.
"""

from collections.abc import Iterator

from sayso.model import Spans
from sayso.text.attributions_parts import SUBJECTS, Candidate, Marks, clause_spans, cue_tokens, person_spans, source_spans
from sayso.text.tree import Tree

ACCORDING = frozenset({"according to", "accordance to", "per", "as per"})
HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly", "apparently"})
LIGHT = frozenset(
    {
        "make",
        "issue",
        "give",
        "express",
        "have",
        "voice",
        "offer",
        "release",
        "repeat",
        "raise",
        "publish",
        "send",
        "post",
        "deliver",
        "reiterate",
    }
)
CLAUSES = ("acl", "ccomp", "acl:relcl", "advcl", "xcomp")
FINITE = ("root", "parataxis", "ccomp", "conj")
SPEAKERS = frozenset({
    "official", "source", "aide", "report", "statement", "document", "poll", "study", "survey", "data", "figure", "agency", "media",
    "newspaper", "paper", "witness", "person", "people", "police", "diplomat", "lawyer", "record", "letter", "memo", "analyst", "expert",
    "researcher", "spokesman", "spokeswoman", "spokesperson", "officer", "minister", "ministry", "resident", "activist", "article",
    "email", "adviser", "advisor", "employee", "executive", "scientist", "insider", "investigator", "prosecutor", "station", "website",
})  # fmt: skip
NOUN_PREPOSITIONS = frozenset({"of", "for", "about", "on", "to", "in", "against", "from", "with"})


def nominal(tree: Tree, marks: Marks) -> Iterator[Candidate]:
    """Candidates of every noun, preposition and adverb, in the order of the text."""
    for i, t in enumerate(tree.tokens):
        if t.dep in ("obl", "nmod", "obl:unmarked", "advcl", "acl") and (case := _lead(tree, i)):
            yield from _prepositional(tree, marks, i, case)
        elif tree.words[i] == "according" and t.dep not in ("case", "mark", "fixed"):
            yield from _according(tree, marks, i)
        if t.upos == "NOUN":
            yield from _of_noun(tree, marks, i)
        elif t.upos == "ADV" and tree.words[i] in HEARSAY:
            yield from _hearsay(tree, marks, i)
        elif t.upos == "VERB" and t.lemma in ("cite", "quote") and t.xpos == "VBG":
            yield from _citing(tree, marks, i)


def _lead(tree: Tree, i: int) -> str:
    return tree.case(i) or " ".join(tree.words[c] for c in tree.children[i] if tree.tokens[c].dep == "mark" and c < i)


def _prepositional(tree: Tree, marks: Marks, i: int, case: str) -> Iterator[Candidate]:
    prepositions = [c for c in tree.children[i] if tree.tokens[c].dep in ("case", "mark") and c < i]
    if case in ACCORDING:
        if case.endswith("per") and not any(tree.tokens[c].upos == "PROPN" for c in tree.noun_phrase(i)):
            return
        pattern, source = "according", person_spans(tree, i)
    elif case == "in" and tree.tokens[i].upos == "NOUN" and tree.tokens[i].dep == "obl":
        held = tree.first(i, "nmod:poss")
        if tree.first(tree.tokens[i].head, "ccomp") is not None:
            return
        pattern, source = ("in one's", person_spans(tree, held)) if held is not None else ("in a", person_spans(tree, i))
        if held is not None:
            prepositions = [*prepositions, i]
    else:
        return
    lemma = "according to" if case in ACCORDING else tree.tokens[i].lemma.lower()
    content = _scope(tree, marks, i, prepositions[0])
    if content:
        yield Candidate(pattern, lemma, prepositions[0], source, tree.spans(sorted(prepositions)), content)


def _according(tree: Tree, marks: Marks, i: int) -> Iterator[Candidate]:
    """ "According to X" where the parser took "according" for a verb."""
    held = next((c for c in tree.dependents(i, "obl", "nmod") if tree.case(c) == "to"), None)
    if held is None or tree.words[i + 1] != "to":
        return
    if content := _scope(tree, marks, held, i):
        yield Candidate("according", "according to", i, person_spans(tree, held), tree.spans([i, i + 1]), content)


def _scope(tree: Tree, marks: Marks, i: int, cue: int) -> Spans:
    """What a phrase that hangs on `i` speaks of: its sentence without it, or the quotation that holds it."""
    start, end = tree.sentence(i)
    quote = marks.around(tree.tokens[cue].start)
    inside = range(start, end)
    if cue > start and tree.words[cue - 1] == "that":
        clause = next((h for h in tree.up(i) if tree.tokens[h].dep in ("ccomp", "acl")), i)
        inside = range(cue, tree.right[clause] + 1)
    if quote is not None:
        inside = range(*_bounds(tree, start, end, quote.inner))
    first, last = min(tree.left[i], cue), tree.right[i]
    tokens = [t for t in inside if not first <= t <= last]
    if tokens and tree.words[tokens[0]] in ("and", "but", "so", "however"):
        tokens = tokens[1:]
    return clause_spans(tree, tokens, marks, tree.tokens[cue].start)


def _bounds(tree: Tree, start: int, end: int, inner: tuple[int, int]) -> tuple[int, int]:
    while start < end and tree.tokens[start].start < inner[0]:
        start += 1
    while start < end and tree.tokens[end - 1].end > inner[1]:
        end -= 1
    return start, end


def _hearsay(tree: Tree, marks: Marks, i: int) -> Iterator[Candidate]:
    head = tree.tokens[i].head
    while tree.tokens[head].dep not in (*FINITE, "advcl", "acl:relcl") and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    tokens = [t for t in tree.subtree(head) if t != i]
    tokens = [t for t in tokens if t not in (tree.first(head, "mark"), tree.first(head, "cc"))]
    if content := clause_spans(tree, tokens, marks, tree.tokens[i].start):
        yield Candidate("adverb", tree.words[i], i, (), tree.spans([i]), content)


def _citing(tree: Tree, marks: Marks, i: int) -> Iterator[Candidate]:
    """ "Citing an official, ABC reported that X": the official's X, and ABC's where the parser hung X on "citing"."""
    held, head = tree.first(i, "obj"), tree.tokens[i].head
    if held is None or not cites_speaker(tree, i):
        return
    own, clause = tree.first(i, "ccomp"), tree.first(head, "ccomp")
    aside = range(tree.left[i], tree.right[i] + 1)
    tokens = tree.subtree(own if clause is None and own is not None else head if clause is None else clause)
    tokens = [t for t in tokens if t not in aside or own is not None]
    content = clause_spans(tree, tokens, marks, tree.tokens[i].start)
    if not content:
        return
    yield Candidate("citing", tree.tokens[i].lemma, i, person_spans(tree, held), tree.spans(cue_tokens(tree, i)), content)
    if own is not None and clause is None and tree.tokens[head].upos == "VERB":
        cue = tree.spans(cue_tokens(tree, head))
        yield Candidate("clause", tree.tokens[head].lemma.lower(), head, source_spans(tree, head), cue, content)


def cites_speaker(tree: Tree, i: int) -> bool:
    """Whether the verb is a "citing" whose object is somebody or something that says things, not a reason."""
    held = tree.first(i, "obj")
    if tree.tokens[i].lemma not in ("cite", "quote") or tree.tokens[i].xpos != "VBG" or held is None:
        return False
    known = tree.tokens[held].upos == "PROPN" or tree.tokens[held].lemma.lower() in SPEAKERS
    return known and tree.tokens[i].dep in ("advcl", "acl")


def _of_noun(tree: Tree, marks: Marks, i: int) -> Iterator[Candidate]:
    lemma = tree.tokens[i].lemma.lower()
    for c in tree.children[i]:
        if c < i:
            continue
        dep = tree.tokens[c].dep
        if dep in CLAUSES and (pattern := _clause_of_noun(tree, c)):
            yield from _noun(tree, marks, i, c, pattern, lemma, tree.subtree(c))
            return
        if dep == "nmod" and (case := tree.case(c)) in NOUN_PREPOSITIONS and tree.left[c] == i + 1:
            yield from _noun(tree, marks, i, c, f"noun {case}", lemma, [t for t in tree.subtree(c) if t != tree.left[c]])
            return
    clause = tree.tokens[i].head
    if (
        tree.tokens[i].dep in SUBJECTS
        and (complement := tree.first(i, "cop")) is None
        and clause != i
        and tree.words[clause] in ("is", "was")
    ):
        complement = tree.first(clause, "ccomp")
        if complement is not None and complement > i:
            yield from _noun(tree, marks, i, complement, "noun is", lemma, tree.subtree(complement))


def _clause_of_noun(tree: Tree, c: int) -> str:
    first = tree.words[tree.left[c]]
    if first == "that" and tree.first(c, "mark") is not None and tree.first(c, *SUBJECTS) is not None:
        return "noun that"
    if first == "to" and tree.tokens[tree.left[c]].xpos == "TO":
        return "noun to"
    return "noun whether" if first in ("whether", "if") else ""


def _noun(tree: Tree, marks: Marks, i: int, c: int, pattern: str, lemma: str, tokens: list[int]) -> Iterator[Candidate]:
    tokens = [t for t in tokens if t != i]
    content = clause_spans(tree, tokens, marks, tree.tokens[i].start)
    if content:
        cue = [i, i + 1] if pattern in ("noun of", "noun for", "noun about") and tree.left[c] == i + 1 else [i]
        yield Candidate(pattern, lemma, i, _owner(tree, i), tree.spans(cue), content)


def _owner(tree: Tree, i: int) -> Spans:
    """Whose noun it is: possessor, "by X", "from X", or the subject of "make", "issue" and the like."""
    held = tree.first(i, "nmod:poss")
    if held is None:
        held = next((c for c in tree.dependents(i, "nmod", "acl") if tree.case(c) in ("by", "from")), None)
    if held is not None:
        return person_spans(tree, held)
    head = tree.tokens[i].head
    if tree.tokens[i].dep == "obj" and tree.tokens[head].lemma in LIGHT:
        return source_spans(tree, head)
    return ()
