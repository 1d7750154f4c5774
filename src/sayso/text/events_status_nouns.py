"""What stands around and above a noun that names an act: whether it happened, is planned, denied, or spoken of as known."""

from sayso.model import Spans
from sayso.text import events_words as words
from sayso.text.events_weighing import Voice, Weighing
from sayso.text.frames import NEGATIONS
from sayso.text.tree import Tree

HAPPENING = frozenset({
    "begin", "start", "continue", "resume", "occur", "happen", "take", "place", "go", "follow", "proceed", "hold", "expect",
    "plan", "schedule", "end",
})  # fmt: skip
KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your", "my"})
OPERATORS = words.PLANNED | words.COMING | words.UNDONE | words.DEMANDED
COMMANDING = frozenset(["order", "authorize", "authorise", "approve", "direct"])
DEEP = 12


def inside(tree: Tree, i: int, spans: Spans) -> bool:
    """Whether a word begins inside one of some spans."""
    return any(s <= tree.tokens[i].start < e for s, e in spans)


def noun(tree: Tree, i: int, verb: int | None, voice: Voice | None, found: Weighing) -> int:
    """Weigh what stands around a noun; the predicate to go on from, the noun itself where it is spoken of as a known act."""
    _around(tree, i, found)
    at = i
    for _ in range(DEEP):
        head, dep = tree.tokens[at].head, tree.tokens[at].dep
        if verb is not None and head == verb and at == i:
            if (
                dep == "obj"
                and _known(tree, i)
                and tree.tokens[i].lemma.lower() in words.SUFFERED
                and tree.tokens[verb].lemma.lower() in COMMANDING
            ):
                return i  # "authority to order the killing": the killing is known
            _held(tree, verb, at, voice, found)
            return verb
        if head == at or tree.tokens[head].upos == "VERB" or dep not in ("nmod", "obl", "conj", "compound", "nmod:poss", "obj"):
            break
        if _presupposed(tree, at, head):
            return i
        _over_noun(tree, at, head, found)
        at = head
    head = tree.tokens[at].head
    if head != at and tree.tokens[head].upos in ("VERB", "AUX", "ADJ") and not _taken_as_known(tree, at, head):
        return at if voice is not None and inside(tree, head, voice.cue) else _over_verb(tree, at, head, found)
    return verb if verb is not None else at


def _around(tree: Tree, i: int, found: Weighing) -> None:
    """Weigh the words before a noun: "no attack", "planned attack", "alleged attack", "any attack"."""
    around = [tree.tokens[c].lemma.lower() for c in tree.dependents(i, "amod", "det", "compound", "advmod")]
    if any(w in NEGATIONS for w in around):
        found.turn()
    if any(w in words.PLANS or w == "any" for w in around):
        found.soften("PS", "hypothetical")
    elif any(w in words.HEARSAY for w in around):
        found.soften("PR", "hypothetical")


def _presupposed(tree: Tree, at: int, head: int) -> bool:
    """Whether a noun under another one speaks of an act as known: "days after the attack", "consequences for the killing"."""
    lemma = tree.tokens[head].lemma.lower()
    if tree.tokens[at].dep not in ("nmod", "obl") or lemma in OPERATORS or lemma in words.INVOLVING:
        return False
    return tree.case(at) not in ("of", "for", "to", "against", "in") or (_known(tree, at) and tree.case(at) != "in")


def _taken_as_known(tree: Tree, at: int, head: int) -> bool:
    """Whether a verb has a known act for its object and does nothing to it: "avenge the killing", but "end the war"."""
    lemma = tree.tokens[head].lemma.lower()
    light = lemma in words.LIGHT | words.UNDERGOING | words.MAKING or lemma in OPERATORS
    return tree.tokens[at].dep == "obj" and _known(tree, at) and not light


def _held(tree: Tree, verb: int, at: int, voice: Voice | None, found: Weighing) -> None:
    """A noun as the object of a light verb that itself says little: "seek talks", "threatened attacks"."""
    if tree.tokens[at].dep in ("obj", "obl") and not (voice is not None and inside(tree, verb, voice.cue)):
        operator(tree.tokens[verb].lemma.lower(), found, known=_known(tree, at))


def _over_noun(tree: Tree, at: int, head: int, found: Weighing) -> None:
    """The noun that a noun depends on: "plan for", "threat of", "calls for"."""
    if tree.tokens[at].dep in ("nmod", "obl") and tree.case(at) in ("of", "for", "to", "against"):
        operator(tree.tokens[head].lemma.lower(), found, known=_known(tree, at))


def _known(tree: Tree, i: int) -> bool:
    """Whether a noun speaks of an act as known: "the killing", "Soleimani's killing", "last year's attack"."""
    return any(tree.words[c] in KNOWN or tree.tokens[c].dep == "nmod:poss" for c in tree.children[i] if c < i)


def _over_verb(tree: Tree, at: int, head: int, found: Weighing) -> int:
    """The verb that a noun depends on: "called for", "prevented", "will begin"."""
    dep, lemma = tree.tokens[at].dep, tree.tokens[head].lemma.lower()
    if lemma in words.INVOLVING and dep == "obl":
        return head
    if dep == "obl" and lemma in words.GUARDING and tree.case(at) in ("from", "against"):
        found.soften("PS", "hypothetical")
        return at
    if dep == "obj" or (dep == "obl" and tree.case(at) in ("for", "to", "on", "from", "in")):
        operator(lemma, found, known=_known(tree, at))
        return head if dep == "obj" or lemma in words.PLANNED else at
    passive = dep == "nsubj:pass"
    if passive and lemma not in words.MEANT and lemma in words.PLANNED | words.UNDONE | words.COMING:
        operator(lemma, found)
        return head
    return head if dep in ("nsubj", "nsubj:pass") and lemma in HAPPENING else at


def operator(lemma: str, found: Weighing, *, known: bool = False) -> None:
    """What a governing word makes of an act; of one that is spoken of as `known` only what seeks or undoes it."""
    if known and lemma not in words.SEEKING:
        return
    if lemma in words.UNDONE:
        found.turn()
    elif lemma in words.DEMANDED:
        found.soften("PS", "demanded")
    elif lemma in words.COMING:
        found.soften("PR", "foretold")
    elif lemma in words.PLANNED:
        found.soften("PS", "hypothetical")
