"""Attributions whose cue is a verb: "X said that …", "…, X said, …", "X urged Y to …", "X described Y as …", "Y was said to …".

Source: S. Pareti, Attribution: a computational approach (2015); the patterns are our own.
"""

from collections.abc import Iterator

from sayso.text.attributions_nouns import cites_speaker
from sayso.text.attributions_objects import objects
from sayso.text.attributions_parts import SUBJECTS, Candidate, Marks, made, passive, reporting_clause
from sayso.text.tree import Tree

TELLS = frozenset(
    {"tell", "inform", "assure", "warn", "remind", "ask", "email", "text", "write", "put"}
)  # their object is told, or "it"
ADDRESSED = frozenset({
    "urge", "ask", "tell", "order", "instruct", "call", "command", "beg", "implore", "advise", "warn", "encourage", "invite", "press",
    "remind", "direct", "exhort", "plead", "request", "entreat", "appeal", "counsel",
})  # fmt: skip
ASKS = frozenset({"whether", "if", "what", "who", "why", "how", "when", "where", "which"})


def verbal(tree: Tree, marks: Marks) -> Iterator[Candidate]:
    """Candidates of every verb, in the order of the text."""
    for i, t in enumerate(tree.tokens):
        if t.upos == "VERB" and t.dep not in ("aux", "aux:pass", "case", "amod", "mark"):
            yield from _of_verb(tree, marks, i)


def _of_verb(tree: Tree, marks: Marks, verb: int) -> Iterator[Candidate]:
    if cites_speaker(tree, verb):
        return
    inserted = _inserted(tree, verb)
    if inserted:
        yield from made(tree, marks, verb, "inserted", inserted)
        return
    clause = _clause(tree, verb)
    if clause is not None:
        pattern, tokens = _clausal(tree, verb, clause)
        yield from made(tree, marks, verb, pattern, tokens)
        return
    open_clause = tree.first(verb, "xcomp")
    if open_clause is not None and open_clause > verb:
        pattern, tokens = _open(tree, verb, open_clause)
        yield from made(tree, marks, verb, pattern, tokens)
        return
    yield from objects(tree, marks, verb)


def _clause(tree: Tree, verb: int) -> int | None:
    """The clausal complement of `verb`: the one after it, else before it."""
    clauses = tree.dependents(verb, "ccomp")
    return next((c for c in clauses if c > verb), clauses[0] if clauses else None)


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
        return "object infinitive", _without_addressee(tree, verb, tokens)
    tokens = _without_second_that(tree, clause, _with_subject(tree, verb, clause, tokens))
    kind = "question" if tree.words[tokens[0]] in ASKS else "clause"
    return kind, _before_insertion(tree, verb, clause) + _to_end(tree, verb, clause, tokens)


def _without_addressee(tree: Tree, verb: int, tokens: list[int]) -> list[int]:
    """ "to …" alone after verbs that are addressed to somebody: "urged him to go"."""
    if tree.tokens[verb].lemma not in ADDRESSED:
        return tokens
    at = next((n for n, i in enumerate(tokens) if tree.tokens[i].xpos == "TO"), 0)
    at -= at > 0 and tree.words[tokens[at - 1]] == "not"
    return tokens[at:]


def _with_subject(tree: Tree, verb: int, clause: int, tokens: list[int]) -> list[int]:
    """With the object that is in truth the clause's subject: "warned the truce would not last"."""
    held = tree.first(verb, "obj")
    if held is None or tree.first(clause, *SUBJECTS) is not None or tree.right[held] + 1 != tokens[0]:
        return tokens
    finite = any(tree.tokens[c].dep in ("aux", "cop", "aux:pass") for c in tree.children[clause])
    return tree.subtree(held) + tokens if finite else tokens


def _without_second_that(tree: Tree, clause: int, tokens: list[int]) -> list[int]:
    """Without the "and that" between two contents."""
    out = set(tokens)
    for c in tree.dependents(clause, "conj"):
        mark = tree.first(c, "mark")
        if mark is not None and tree.words[mark] == "that":
            joined = [i for i in (mark, mark - 1) if i in out and (i == mark or tree.tokens[i].dep == "cc")]
            out.difference_update(joined)
    return sorted(out)


def _before_insertion(tree: Tree, verb: int, clause: int) -> list[int]:
    """The clause in front of ", X said, ", which parsers hang on the verb."""
    after = verb + 1
    if tree.words[after] != "," or tree.left[clause] <= after or tree.words[tree.left[clause]] in ("that", '"', "“"):
        return []
    lead = [c for c in tree.children[verb] if c < verb and tree.tokens[c].dep == "advcl"]
    return tree.subtree(lead[0]) if lead and tree.left[lead[0]] == tree.left[verb] else []


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
    reporting = reporting_clause(tree, verb)
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
    if tree.first(verb, "ccomp", "xcomp") is not None or (tree.first(verb, "obj") is not None and t.lemma not in TELLS):
        return []
    mark = tree.first(verb, "mark", "advmod")
    as_clause = t.dep == "advcl" and mark is not None and tree.words[mark] == "as"
    if t.dep == "advcl" and not as_clause:
        return []
    if t.dep == "ccomp" and t.head < verb and tree.left[verb] > t.head and not _set_off(tree, verb):
        return []
    own = set(range(reporting_clause(tree, verb)[0], tree.right[verb] + 1)) | {verb}
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
        every = sorted({*tree.subtree(held), *tokens})
        return (
            ("object infinitive", _without_addressee(tree, verb, every))
            if _infinitive(tree, clause)
            else ("object predicate", every)
        )
    if not _infinitive(tree, clause):
        return "gerund" if tree.tokens[clause].xpos == "VBG" else "predicate", tokens
    return "infinitive", tokens
