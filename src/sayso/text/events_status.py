"""Whether an event happened, as the voice it stands in has it: CT+ CT- PR+ PR- PS+ PS- Uu, with how that shows and on what condition.

The way leads from the trigger up to the clause that its voice asserts. Each step may turn the act (not, failed to, denied), put it off
(will, agreed to, expected to: PR) or leave it open (may, plans, demanded, if: PS). The outlet's or speaker's cue ends the way.
Source: R. Saurí and J. Pustejovsky, FactBank (2009), for the values.
"""

from collections.abc import Iterator

from sayso.text import events_words as words
from sayso.text.events_status_nouns import inside, noun, operator
from sayso.text.events_weighing import Status, Voice, Weighing
from sayso.text.frames import CONDITIONAL, NEGATIONS
from sayso.text.tree import Tree

WILL = frozenset(["will", "'ll", "’ll", "shall", "wo", "sha"])
OPEN = frozenset({
    "may", "might", "could", "can", "ca", "should", "must", "ought", "would", "'d", "’d",
})  # fmt: skip
CLAUSES = frozenset(["xcomp", "ccomp", "acl", "acl:relcl", "advcl", "csubj", "csubj:pass"])
LATER = frozenset(["later", "eventually", "subsequently", "ultimately"])
PAST = frozenset(["VBD", "VBN"])
DEEP = 12


def status(tree: Tree, i: int, verb: int | None, voice: Voice | None) -> Status:
    """The status of the act that word `i` names, `verb` governing it, in a voice (None: the outlet's)."""
    found = Weighing()
    at = i
    if tree.tokens[i].upos not in ("VERB", "AUX"):
        at = noun(tree, i, verb, voice, found)
    for step, cut in _way(tree, at, voice):
        head = tree.tokens[step].head
        reported = cut and voice is not None and inside(tree, head, voice.cue) and tree.tokens[head].xpos in PAST
        _own(tree, step, found, but=i, reported=reported)
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
        cut = voice is not None and (inside(tree, head, voice.cue) or not inside(tree, head, voice.content))
        yield at, cut
        if head == at:
            return
        at = head


def _own(tree: Tree, i: int, found: Weighing, *, but: int, reported: bool) -> None:
    """Modals, negation, hedges and conditions of one predicate, those of the trigger `but` left out.

    `reported`: a cue in the past governs it, so that "would" is "will".
    """
    subjects = [c for c in tree.dependents(i, "nsubj", "nsubj:pass") if c != but]
    if any(tree.words[d] == "no" for c in subjects for d in tree.dependents(c, "det")):
        found.turn()
    for c in _shared_auxiliaries(tree, i):
        word, dep = tree.words[c], tree.tokens[c].dep
        if dep == "aux" and (word in WILL or (word == "would" and reported)):
            found.soften("PR", "foretold")
        elif dep == "aux" and word == "would" and any(tree.words[k] in LATER for k in tree.dependents(i, "advmod")):
            continue
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
    if token.dep == "advcl" or ("to" in marks and _is_purpose(tree, i, lemma)):
        return _aside(tree, i, marks, found)
    if lemma in words.DENYING and token.dep == "ccomp":
        found.turn()
    elif "to" in marks or token.dep == "ccomp":
        _infinitive(token.dep, lemma, "to" in marks, found)
    elif token.xpos == "VBG" and lemma in words.PLANNED:
        operator(lemma, found)
    return True


def _is_purpose(tree: Tree, i: int, lemma: str) -> bool:
    """Whether an open clause says what for: "send soldiers to protect", unlike "ask soldiers to protect"."""
    weighed = lemma in words.UNDONE | words.COMING | words.PLANNED | words.DEMANDED | words.FACTUAL | words.DECIDED
    return tree.tokens[i].dep == "xcomp" and not weighed and tree.first(tree.tokens[i].head, "obj") is not None


def _aside(tree: Tree, i: int, marks: list[str], found: Weighing) -> bool:
    """Weigh how a clause stands beside its predicate; whether it shares what that one is: a purpose is reached as its means are taken."""
    head = tree.tokens[i].head
    if _conditional(tree, i):
        found.soften("PS", "conditional")
    elif "to" in marks and (tree.tokens[head].xpos in PAST or any(tree.words[c] in WILL for c in tree.dependents(head, "aux"))):
        return True
    elif "to" in marks and tree.tokens[head].lemma.lower() not in words.FACTUAL:
        found.soften("PS", "hypothetical")
    elif marks and marks[0] in ("on", "of", "in") and tree.tokens[i].xpos == "VBG":
        return True
    if tree.tokens[head].lemma.lower() in words.UNDONE and "from" in marks:
        found.turn()
    return False


def _infinitive(dep: str, lemma: str, to: bool, found: Weighing) -> None:
    """An infinitive or clause under a verb, noun or adjective."""
    if lemma in words.UNDONE | words.COMING | words.PLANNED:
        if to or lemma in words.DEMANDED:
            operator(lemma, found)
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
    if tree.tokens[step].dep == "advcl" and _conditional(tree, step):
        found.soften("PS", "conditional")
    if voice is None or tree.tokens[step].dep in ("advcl", "acl:relcl"):
        return
    under = inside(tree, tree.tokens[step].head, voice.cue)
    infinitive = any(tree.words[c] == "to" for c in tree.dependents(step, "mark")) or tree.tokens[step].upos == "NOUN"
    if voice.act == "deny" and under:
        found.turn()
    elif voice.act in ("demand", "ask", "want", "threaten") and under and (infinitive or tree.tokens[step].xpos == "VB"):
        found.soften("PS", "demanded")
    elif voice.act in ("promise", "foretell") and under and infinitive:
        found.soften("PR", "foretold")
    elif under and infinitive and tree.tokens[step].upos == "VERB":
        _infinitive(tree.tokens[step].dep, tree.tokens[tree.tokens[step].head].lemma.lower(), True, found)
    else:
        _asked(tree, step, found)
