"""Attributions whose cue is a verb: "X said that …", "…, X said, …", "X urged Y to …", "X described Y as …", "Y was said to …".

Source: S. Pareti, Attribution: a computational approach (2015); the patterns are our own.
"""

from collections.abc import Iterator

from sayso.model import Spans
from sayso.text.attributions_parts import (
    SUBJECTS,
    Candidate,
    Marks,
    clause_spans,
    cue_tokens,
    passive,
    person_spans,
    source_spans,
    subject,
)
from sayso.text.tree import Tree

LIGHT_OBLIQUES = frozenset({"for", "on", "about", "of", "to", "against", "with", "in", "at", "over", "from", "toward", "towards"})
ASKS = frozenset({"whether", "if", "what", "who", "why", "how", "when", "where", "which"})
ADDRESSEES = ("iobj", "obl", "obl:unmarked", "advmod", "obl:agent")


def verbal(tree: Tree, marks: Marks) -> Iterator[Candidate]:
    """Candidates of every verb, in the order of the text."""
    for i, t in enumerate(tree.tokens):
        if t.upos == "VERB" and t.dep not in ("aux", "aux:pass", "case", "amod", "mark"):
            yield from _of_verb(tree, marks, i)


def _of_verb(tree: Tree, marks: Marks, verb: int) -> Iterator[Candidate]:
    inserted = _inserted(tree, verb)
    if inserted:
        yield from _made(tree, marks, verb, "inserted", inserted)
        return
    clause = _clause(tree, verb)
    if clause is not None:
        pattern, tokens = _clausal(tree, verb, clause)
        yield from _made(tree, marks, verb, pattern, tokens)
        return
    open_clause = tree.first(verb, "xcomp")
    if open_clause is not None and open_clause > verb:
        pattern, tokens = _open(tree, verb, open_clause)
        yield from _made(tree, marks, verb, pattern, tokens)
        return
    yield from _nominal(tree, marks, verb)


def _made(
    tree: Tree,
    marks: Marks,
    verb: int,
    pattern: str,
    tokens: list[int],
    prepositions: tuple[int, ...] = (),
    source: Spans | None = None,
) -> Iterator[Candidate]:
    cue = sorted({*cue_tokens(tree, verb), *prepositions})
    at = tree.tokens[verb].start
    held = set(cue)
    content = clause_spans(tree, [i for i in tokens if i not in held], marks, at)
    if content:
        source = source_spans(tree, verb) if source is None else source
        yield Candidate(pattern, tree.tokens[verb].lemma.lower(), verb, source, tree.spans(cue), content)


def _clause(tree: Tree, verb: int) -> int | None:
    """The clausal complement of `verb`: the one after it, else before it."""
    clauses = tree.dependents(verb, "ccomp")
    return next((c for c in clauses if c > verb), clauses[0] if clauses else None)


def _reporting(tree: Tree, verb: int) -> list[int]:
    """Tokens of a bare reporting clause: the verb, its subject, auxiliaries and what is told to whom, when and where."""
    out = set(cue_tokens(tree, verb))
    for c in tree.children[verb]:
        dep = tree.tokens[c].dep
        if dep in SUBJECTS or dep in ("aux", "aux:pass", "compound:prt", "obj", "mark") or (dep in ADDRESSEES and c > verb):
            out.update(range(tree.left[c], tree.right[c] + 1))
    return sorted(out)


def _clausal(tree: Tree, verb: int, clause: int) -> tuple[str, list[int]]:
    if clause < verb:
        return "clause before", _around(tree, verb, clause)
    tokens = tree.subtree(clause)
    if passive(tree, verb):
        raised = tree.first(verb, "nsubj:pass", "nsubj")
        if raised is not None and tree.words[raised] != "it" and _infinitive(tree, clause):
            return "raised", sorted({*tree.noun_phrase(raised), *tokens})
        return "clause passive", tokens
    if _infinitive(tree, clause):
        return "object infinitive", tokens
    kind = "question" if tree.words[tokens[0]] in ASKS else "clause"
    return kind, _to_end(tree, verb, clause, tokens)


def _to_end(tree: Tree, verb: int, clause: int, tokens: list[int]) -> list[int]:
    """The clause with adverbial clauses that follow it and hang on the verb, as parsers often have them."""
    for c in tree.children[verb]:
        if (
            c > clause
            and tree.tokens[c].dep in ("advcl", "obl", "parataxis")
            and tree.tokens[c].xpos != "VBG"
            and tree.left[c] > clause
        ):
            joined = tree.left[c] - tokens[-1] <= 1 or (
                tree.left[c] - tokens[-1] == 2 and tree.words[tokens[-1] + 1] not in ",;—-–"
            )
            if joined and tree.case(c) not in ("according to", "by"):
                tokens = tokens + tree.subtree(c)
    return sorted(set(tokens))


def _infinitive(tree: Tree, clause: int) -> bool:
    return (
        any(tree.words[c] == "to" and tree.tokens[c].xpos == "TO" for c in tree.children[clause])
        and "VerbForm=Fin" not in tree.tokens[clause].feats
    )


def _around(tree: Tree, verb: int, clause: int) -> list[int]:
    """What stands before the reporting clause, and the rest of the content after it."""
    reporting = _reporting(tree, verb)
    start = tree.left[verb]
    first = min(reporting[0], verb)
    block = [i for i in reporting if i >= tree.right[clause] or i > clause] or reporting
    first = min(i for i in block)
    before = list(range(start, first)) if start < first else tree.subtree(clause)
    before = _without_opening(tree, verb, before)
    after = [i for i in tree.subtree(clause) if i > verb and i not in reporting]
    if not after:
        after = _second_half(tree, verb, reporting[-1])
    return before + after


def _without_opening(tree: Tree, verb: int, before: list[int]) -> list[int]:
    """Without a conjunction that ties the sentence to the last one."""
    while (
        before
        and tree.tokens[before[0]].head == verb
        and tree.tokens[before[0]].dep in ("cc", "punct")
        and tree.words[before[0]] not in "\"'“‘"
    ):
        before = before[1:]
    return before


def _second_half(tree: Tree, verb: int, last: int) -> list[int]:
    """Clauses that go on with the content after ", he said, "."""
    out: list[int] = []
    for c in tree.children[verb]:
        if c > last and tree.tokens[c].dep in ("ccomp", "parataxis") and tree.tokens[c].xpos != "VBG":
            out += tree.subtree(c)
    return sorted(out)


def _inserted(tree: Tree, verb: int) -> list[int]:
    """Content of a reporting clause put into another: "X, he said, Y", "as he put it"; [] where `verb` is none."""
    t = tree.tokens[verb]
    if t.head == verb or t.dep not in ("parataxis", "advcl", "ccomp", "dep") or tree.first(verb, *SUBJECTS) is None:
        return []
    if tree.first(verb, "ccomp", "xcomp", "obj") is not None:
        return []
    mark = tree.first(verb, "mark", "advmod")
    as_clause = t.dep == "advcl" and mark is not None and tree.words[mark] == "as"
    if t.dep == "advcl" and not as_clause:
        return []
    if t.dep == "ccomp" and t.head < verb and tree.left[verb] > t.head and not _set_off(tree, verb):
        return []
    own = set(range(tree.left[verb], tree.right[verb] + 1))
    tokens = [i for i in tree.subtree(t.head) if i not in own]
    return tokens if any(tree.tokens[i].upos in ("VERB", "AUX") for i in tokens) else []


def _set_off(tree: Tree, verb: int) -> bool:
    before = tree.left[verb] - 1
    return before >= 0 and tree.words[before] in {",", "—", "–", "-", "(", '"', "”", "''"}


def _open(tree: Tree, verb: int, clause: int) -> tuple[str, list[int]]:
    tokens = tree.subtree(clause)
    if passive(tree, verb):
        raised = tree.first(verb, "nsubj:pass", "nsubj")
        named = raised is not None and tree.words[raised] != "it"
        return "raised", sorted({*(tree.noun_phrase(raised) if raised is not None and named else []), *tokens})
    held = tree.first(verb, "obj", "iobj")
    if held is not None and verb < held < clause:
        return "object infinitive" if _infinitive(tree, clause) else "object predicate", sorted({*tree.subtree(held), *tokens})
    if not _infinitive(tree, clause):
        return "predicate", tokens
    return "infinitive", tokens


def _nominal(tree: Tree, marks: Marks, verb: int) -> Iterator[Candidate]:
    """Objects and prepositional objects as content: "criticised the strike as reckless", "called for a truce"."""
    rest = [c for c in tree.children[verb] if c > verb]
    held = next((c for c in rest if tree.tokens[c].dep == "obj"), None)
    as_phrase = next(
        (c for c in rest if tree.tokens[c].dep in ("obl", "advcl") and tree.case(c).startswith("as") or _as_marked(tree, c)), None
    )
    if passive(tree, verb):
        raised = tree.first(verb, "nsubj:pass")
        if as_phrase is not None:
            subject_tokens = tree.noun_phrase(raised) if raised is not None else []
            yield from _made(tree, marks, verb, "as passive", sorted({*subject_tokens, *tree.subtree(as_phrase)}))
        return
    if held is not None:
        tokens = tree.subtree(held)
        tail = [c for c in rest if c > held and tree.tokens[c].dep in ("obl", "advcl", "xcomp") and tree.tokens[c].xpos != "VBG"]
        kind = "object as" if as_phrase is not None and as_phrase > held else "object"
        for c in tail:
            word = tree.words[tree.left[c]]
            if (
                c == as_phrase
                or word in ("as", "for", "of")
                or tree.left[c] == tokens[-1] + 1
                and kind == "object"
                and word in ("to", "in", "on", "with", "against")
            ):
                tokens = sorted({*tokens, *tree.subtree(c)})
                kind = "object for" if word in ("for", "of") and kind == "object" else kind
        yield from _made(tree, marks, verb, kind, tokens)
        return
    for c in rest:
        if tree.tokens[c].dep in ("obl", "advcl") and (case := _lead(tree, c)) in LIGHT_OBLIQUES:
            lead = tree.left[c]
            yield from _made(
                tree, marks, verb, f"to {case}", [i for i in tree.subtree(c) if i != lead], (lead,) if lead == verb + 1 else ()
            )
            return


def _lead(tree: Tree, i: int) -> str:
    first = tree.left[i]
    return tree.words[first] if tree.tokens[first].dep in ("case", "mark") else ""


def _as_marked(tree: Tree, i: int) -> bool:
    return tree.tokens[i].dep in ("advcl", "obl", "advmod") and _lead(tree, i) == "as"


def _adjoins(tree: Tree, c: int, tokens: list[int], kind: str, word: str) -> bool:
    return tree.left[c] == tokens[-1] + 1 and kind == "object" and word in ("to", "in", "on", "with", "against")
