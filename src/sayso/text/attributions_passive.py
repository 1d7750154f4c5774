"""Whom a participle speaks of or to is not who speaks: "a militia blamed for the raid", "residents told to leave", "accused by the council of"."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.model import Spans
from sayso.model.span import overlaps
from sayso.text.parse import Attribution
from sayso.text.tree import Tree

UNDERGONE = frozenset(
    [
        "accuse",
        "advise",
        "ask",
        "blame",
        "charge",
        "condemn",
        "criticise",
        "criticize",
        "denounce",
        "fault",
        "indict",
        "inform",
        "instruct",
        "order",
        "suspect",
        "tell",
        "urge",
        "warn",
    ]
)
"""Verbs whose object is spoken of or to; "quoted", "cited" and "known" stand with those who speak."""
MODIFYING = frozenset({"acl", "advcl", "amod"})
CLAUSES = frozenset({"ccomp", "xcomp"})  # a participle without subject and auxiliary that the parser took for a clause of its own


def without_undergoers(tree: Tree, said: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, those of such a participle with who speaks by it ("by the council") or with no source at all."""
    return tuple(_told(tree, a) for a in said)


def _told(tree: Tree, a: Attribution) -> Attribution:
    verb = next((i for i in _under(tree, a.cue) if tree.tokens[i].lemma.lower() in UNDERGONE), None)
    if verb is None or not a.source or not _undergone(tree, verb):
        return a
    if a.source[0][0] > tree.tokens[verb].start:
        return replace(a, source=()) if _of_main_clause(tree, verb, a.source) else a
    agent = next((c for c in tree.dependents(verb, "obl", "obl:agent") if tree.case(c) == "by"), None)
    if agent is None:
        return replace(a, source=())
    source = tree.spans(tree.noun_phrase(agent))
    spoken = [i for i in _under(tree, a.content) if tree.tokens[i].head != agent]
    content = tree.spans(
        [i for i in spoken if not any(overlaps((tree.tokens[i].start, tree.tokens[i].end), at) for at in source)]
    )
    return replace(a, source=source, content=content or a.content)


def _under(tree: Tree, spans: Spans) -> list[int]:
    """The tokens that lie wholly inside one of the spans, in order."""
    out = []
    for start, end in sorted(spans):
        i = bisect_left(tree.tokens, start, key=lambda t: t.start)
        while i < len(tree.tokens) and tree.tokens[i].end <= end:
            out.append(i)
            i += 1
    return out


def _undergone(tree: Tree, verb: int) -> bool:
    """Whether the verb is a participle that modifies who undergoes it, without a subject or an auxiliary of its own."""
    token = tree.tokens[verb]
    bare = not tree.dependents(verb, "nsubj", "aux", "obj")
    return bare and (token.dep in MODIFYING or (token.xpos == "VBN" and token.dep in CLAUSES)) and token.xpos in ("VBN", "VBD")


def _of_main_clause(tree: Tree, verb: int, source: Spans) -> bool:
    """Whether the source is the subject of the clause that the participle opens: "Asked about it, the minister left"."""
    subject = tree.first(tree.tokens[verb].head, "nsubj", "nsubj:pass") if tree.tokens[verb].dep == "advcl" else None
    return subject is not None and any(s <= tree.tokens[subject].start < e for s, e in source)
