"""Whether an event happened, as the voice it stands in has it: CT+ CT- PR+ PR- PS+ PS- Uu, with how that shows and on what condition.

The way leads from the trigger up to the clause that its voice asserts. Each step may turn the act (not, failed to, denied), put it off
(will, agreed to, expected to: PR) or leave it open (may, plans, demanded, if: PS). The outlet's or speaker's cue ends the way.
Source: R. Saurí and J. Pustejovsky, FactBank (2009), for the values.
"""

from collections.abc import Iterator

from sayso.model import Spans
from sayso.text import events_words as words
from sayso.text.events_weighing import Status, Voice, Weighing
from sayso.text.frames import CONDITIONAL, NEGATIONS
from sayso.text.tree import Tree

WILL = frozenset(["will", "'ll", "’ll", "shall", "wo", "sha"])
OPEN = frozenset({
    "may", "might", "could", "can", "ca", "should", "must", "ought", "would", "'d", "’d",
})  # fmt: skip
CLAUSES = frozenset(["xcomp", "ccomp", "acl", "acl:relcl", "advcl", "csubj", "csubj:pass"])
HAPPENING = frozenset({
    "begin", "start", "continue", "resume", "occur", "happen", "take", "place", "go", "follow", "proceed", "hold", "expect",
    "plan", "schedule", "end",
})  # fmt: skip
KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your", "my"})
DEEP = 12


def status(tree: Tree, i: int, verb: int | None, voice: Voice | None) -> Status:
    """The status of the act that word `i` names, `verb` governing it, in a voice (None: the outlet's)."""
    found = Weighing()
    at = i
    if tree.tokens[i].upos not in ("VERB", "AUX"):
        at = _noun(tree, i, verb, found)
    for step, cut in _way(tree, at, voice):
        _own(tree, step, found)
        if cut:
            _voiced(tree, step, voice, found)
            break
        if not _governed(tree, step, found):
            break
    return found.result(voice)


def _way(tree: Tree, at: int, voice: Voice | None) -> Iterator[tuple[int, bool]]:
    """Predicates from `at` upward, with whether the voice's cue governs it."""
    for _ in range(DEEP):
        head = tree.tokens[at].head
        cut = voice is not None and (_inside(tree, head, voice.cue) or not _inside(tree, head, voice.content))
        yield at, cut
        if head == at:
            return
        at = head


def _inside(tree: Tree, i: int, spans: Spans) -> bool:
    return any(s <= tree.tokens[i].start < e for s, e in spans)


def _noun(tree: Tree, i: int, verb: int | None, found: Weighing) -> int:
    """Weigh what stands around a noun; the predicate to go on from."""
    around = [tree.tokens[c].lemma.lower() for c in tree.dependents(i, "amod", "det", "compound", "advmod")]
    if any(w in NEGATIONS for w in around):
        found.turn()
    if any(w in words.PLANS for w in around):
        found.soften("PS", "hypothetical")
    at = i
    for _ in range(DEEP):
        head, dep = tree.tokens[at].head, tree.tokens[at].dep
        if verb is not None and head == verb and at == i:
            _held(tree, verb, at, found)
            return verb
        if head == at or tree.tokens[head].upos == "VERB" or dep not in ("nmod", "obl", "conj", "compound", "nmod:poss", "obj"):
            break
        _over_noun(tree, at, head, found)
        at = head
    head = tree.tokens[at].head
    if head != at and tree.tokens[head].upos in ("VERB", "AUX"):
        return _over_verb(tree, at, head, found)
    return verb if verb is not None else at


def _held(tree: Tree, verb: int, at: int, found: Weighing) -> None:
    """A noun as the object of a light verb that itself says little: "seek talks", "threatened attacks"."""
    if tree.tokens[at].dep in ("obj", "obl"):
        _operator(tree.tokens[verb].lemma.lower(), found, known=_known(tree, at))


def _over_noun(tree: Tree, at: int, head: int, found: Weighing) -> None:
    """The noun that a noun depends on: "plan for", "threat of", "calls for"."""
    if tree.tokens[at].dep in ("nmod", "obl") and tree.case(at) in ("of", "for", "to", "against"):
        _operator(tree.tokens[head].lemma.lower(), found, known=_known(tree, at))


def _known(tree: Tree, i: int) -> bool:
    """Whether a noun speaks of an act as known: "the killing", "Soleimani's killing", "last year's attack"."""
    return any(tree.words[c] in KNOWN or tree.tokens[c].dep == "nmod:poss" for c in tree.children[i] if c < i)


def _over_verb(tree: Tree, at: int, head: int, found: Weighing) -> int:
    """The verb that a noun depends on: "called for", "prevented", "will begin"."""
    dep, lemma = tree.tokens[at].dep, tree.tokens[head].lemma.lower()
    if dep == "obj" or (dep == "obl" and tree.case(at) in ("for", "to", "on", "from", "in")):
        _operator(lemma, found, known=_known(tree, at))
        return head if dep == "obj" or lemma in words.PLANNED else at
    passive = dep == "nsubj:pass"
    if passive and lemma in words.PLANNED | words.UNDONE | words.COMING:
        _operator(lemma, found)
        return head
    return head if dep in ("nsubj", "nsubj:pass") and lemma in HAPPENING else at


def _operator(lemma: str, found: Weighing, *, known: bool = False) -> None:
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


def _own(tree: Tree, i: int, found: Weighing) -> None:
    """Modals, negation, hedges and conditions of one predicate."""
    for c in _shared_auxiliaries(tree, i):
        word, dep = tree.words[c], tree.tokens[c].dep
        if dep == "aux" and word in WILL:
            found.soften("PR", "foretold")
        elif dep == "aux" and word in OPEN:
            found.soften("PS", "demanded" if word in ("should", "must", "ought") else "hypothetical")
        elif word in NEGATIONS and dep in ("advmod", "neg", "det"):
            found.turn()
        elif dep == "advmod" and word in words.HEDGED | words.PERHAPS:
            found.soften("PR" if word in words.HEDGED else "PS", "foretold")
    for c in tree.dependents(i, "advcl"):
        if _conditional(tree, c) and found.sure != "CT":
            tokens = tree.trim(tree.subtree(c))
            found.soften("PS", "conditional")
            found.condition = (tree.tokens[tokens[0]].start, tree.tokens[tokens[-1]].end)


def _shared_auxiliaries(tree: Tree, i: int) -> list[int]:
    """Dependents that weigh: a verb's own and, for the second of two coordinated ones without its own, the first one's."""
    token = tree.tokens[i]
    own = tree.children[i]
    bare = not any(tree.tokens[c].dep in ("aux", "aux:pass", "nsubj", "nsubj:pass") for c in own)
    if token.dep == "conj" and bare and tree.tokens[token.head].upos in ("VERB", "AUX") and token.xpos in ("VB", "VBN"):
        return own + [c for c in tree.children[token.head] if tree.tokens[c].dep == "aux" or tree.words[c] in NEGATIONS]
    return own


def _conditional(tree: Tree, c: int) -> bool:
    return any(
        tree.words[m] in CONDITIONAL for m in tree.children[c] if m < c and tree.tokens[m].dep in ("mark", "advmod", "aux")
    )


def _governed(tree: Tree, i: int, found: Weighing) -> bool:
    """Weigh what governs a predicate; whether the way goes on."""
    token = tree.tokens[i]
    head = token.head
    if head == i:
        _asked(tree, i, found)
        return False
    if token.dep == "conj":
        return _inherits(tree, i)
    if token.dep not in CLAUSES or token.dep == "acl:relcl":
        return False
    lemma = tree.tokens[head].lemma.lower()
    marks = [tree.words[c] for c in tree.children[i] if tree.tokens[c].dep in ("mark", "case", "advmod") and c < i]
    if any(m in words.TURNING for m in marks):
        found.turn()
    if token.dep == "advcl":
        if _conditional(tree, i):
            found.soften("PS", "conditional")
        elif "to" in marks and lemma not in words.FACTUAL:
            found.soften("PS", "hypothetical")
        if lemma in words.UNDONE and "from" in marks:
            found.turn()
        return False
    if lemma in words.DENYING and token.dep == "ccomp":
        found.turn()
    elif "to" in marks or token.dep == "ccomp":
        _infinitive(token.dep, lemma, "to" in marks, found)
    return True


def _infinitive(dep: str, lemma: str, to: bool, found: Weighing) -> None:
    """An infinitive or clause under a verb, noun or adjective."""
    if lemma in words.UNDONE | words.COMING | words.PLANNED:
        if to or lemma in words.DEMANDED:
            _operator(lemma, found)
    elif to and lemma not in words.FACTUAL | words.DECIDED and dep in ("xcomp", "acl"):
        found.soften("PS", "hypothetical")


def _inherits(tree: Tree, i: int) -> bool:
    """Whether a coordinated predicate stands under what governs the first: bare infinitives and participles do."""
    return tree.first(i, "nsubj", "nsubj:pass") is None and tree.tokens[i].xpos in ("VB", "VBG", "VBN")


def _asked(tree: Tree, i: int, found: Weighing) -> None:
    """A question leaves its act unclear."""
    _, end = tree.sentence(i)
    if any(tree.words[k] == "?" for k in range(max(i, end - 3), end)) and found.sure == "CT":
        found.soften("Uu", "hypothetical")


def _voiced(tree: Tree, step: int, voice: Voice | None, found: Weighing) -> None:
    """What the act of the statement makes of its content's main predicate."""
    if voice is None or tree.tokens[step].dep in ("advcl", "acl:relcl"):
        return
    under = _inside(tree, tree.tokens[step].head, voice.cue)
    infinitive = any(tree.words[c] == "to" for c in tree.dependents(step, "mark")) or tree.tokens[step].upos == "NOUN"
    if voice.act == "deny" and under:
        found.turn()
    elif voice.act in ("demand", "ask", "want", "threaten") and under and (infinitive or tree.tokens[step].xpos == "VB"):
        found.soften("PS", "demanded")
    elif voice.act in ("promise", "foretell") and under and infinitive:
        found.soften("PR", "foretold")
    else:
        _asked(tree, step, found)
