"""Forecasts: which of the places that may look ahead do, of what kind, and how the claim is worded.

Each candidate is described by features of its place (modal, clause, subject, tense of the governing verb, quotation, time ahead);
a linear model over them, trained on our gold (`train/forecasts_model.py`, weights in the lexicon), says whether it is a forecast and
of which kind, together with the encoder where there is one. What a later forecast repeats of an accepted one's clause is left out.
"""

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.lexicon.foretelling import KINDS, Foretelling
from sayso.model import Document, Spans
from sayso.model.span import covers, merged
from sayso.text.forecast_candidates import SUBJECTS, Candidate, candidates, is_condition
from sayso.text.forecast_words import ADVERBS, HEDGING_ADJECTIVES, HEDGING_NOUNS
from sayso.text.nesting import Innermost
from sayso.text.parse import Attribution, Foretold, Quote, TimeExpression, WordRead
from sayso.text.tree import Tree

STATIVE = frozenset({
    "be", "have", "know", "think", "believe", "like", "love", "want", "need", "see", "feel", "mean", "seem", "understand",
    "remember",
})  # fmt: skip
FIRST, SECOND = frozenset({"i", "we", "us", "me", "our", "my"}), frozenset({"you", "your", "u"})
# What the model's log odds and the encoder's are worth together, how far the encoder decides the kind, and the least chance kept:
# fitted on the gold's dev part, which neither has seen (`train/forecasts_model.py`).
MIX, LEAN, THRESHOLD = (0.0, 0.8, 0.3), 0.6, 0.42
CLOSERS = "”\"’')]» \n"
NOTHING = (1.0, *(0.0 for _ in KINDS))
STRETCH = 200  # characters of text that are looked at together
WITHIN = 6  # how far up the tree a governing verb is looked for


def find(scene: "Scene", model: Foretelling, marks: Sequence[WordRead] | None) -> tuple[Foretold, ...]:
    """The forecasts of a document, in order of the text."""
    seen = {m.start: m.foretells for m in marks or ()}
    weighed = []
    for c in candidates(scene.tree):
        if scene.asked(c):
            continue
        features = scene.features(c)
        score, kind = _weighed(model, features, None if marks is None else scene.seen(c, seen))
        if hedges(scene.tree, c):  # "it is highly unlikely that": such words say themselves that they look ahead
            score = max(score, model.score(features))
        if score >= (model.threshold if marks is None else THRESHOLD):
            weighed.append((score, kind, c))
    out: list[Foretold] = []
    taken: dict[int, list[Spans]] = {}  # by where they stand: only what stands near can be the same
    for score, kind, c in sorted(weighed, key=lambda w: (-w[0], w[2].anchor)):
        proposition = scene.tree.spans(c.tokens)
        near = _near(proposition)
        if proposition and not any(same(proposition, other) for place in near for other in taken.get(place, ())):
            for place in near:
                taken.setdefault(place, []).append(proposition)
            out.append(scene.foretold(c, kind, score, proposition))
    return tuple(sorted(out, key=lambda f: f.kernel))


def _near(spans: Spans) -> range:
    """The stretches of the text that spans touch."""
    return range(spans[0][0] // STRETCH, spans[-1][1] // STRETCH + 1) if spans else range(0)


def _weighed(model: Foretelling, features: list[str], seen: tuple[float, ...] | None) -> tuple[float, str]:
    """(chance of a forecast, likeliest kind) by the model and, where it has read the text, the encoder."""
    alone, kinds = model.score(features), model.shares(features)
    if seen is None:
        return alone, KINDS[max(range(len(KINDS)), key=kinds.__getitem__)]
    bias, own, other = MIX
    odds = bias + own * _odds(alone) + other * _odds(1 - seen[0])
    shares = [a ** (1 - LEAN) * (b + 1e-4) ** LEAN for a, b in zip(kinds, seen[1:], strict=True)]
    return 1 / (1 + math.exp(-odds)), KINDS[max(range(len(KINDS)), key=shares.__getitem__)]


def _odds(chance: float) -> float:
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1 - chance))


def same(a: Spans, b: Spans) -> bool:
    """Whether one of two propositions lies in the other and fills most of it, or they cross."""
    shared = sum(max(0, min(y, w) - max(x, v)) for x, y in a for v, w in b)
    return 2 * shared > min(sum(y - x for x, y in a), sum(w - v for v, w in b))


class Scene:
    """A document's text, tree and what was found in it so far: describes candidates."""

    def __init__(
        self,
        document: Document,
        tree: Tree,
        quotes: Sequence[Quote],
        times: Sequence[TimeExpression],
        said: Sequence[Attribution],
    ) -> None:
        self.tree, self.said = tree, said
        self.title = document.parts.get("title")
        self.quotes = Innermost([(q.span,) for q in quotes if q.depth == 0])
        self.contents = Innermost([a.content for a in said])
        self.cues = Innermost([a.cue for a in said], [0] * len(said))
        ahead = merged(t.span for t in times if t.relative is not None or (t.value or "") > (document.published or "9999"))
        self.ahead = [start for start, _ in ahead], [end for _, end in ahead]

    def asked(self, c: Candidate) -> bool:
        """Whether the candidate stands in a question: who asks foretells nothing."""
        start, end = self.tree.sentence(c.anchor)
        return self.tree.text[self.tree.tokens[start].start : self.tree.tokens[end - 1].end].rstrip(CLOSERS).endswith("?")

    def seen(self, c: Candidate, marks: Mapping[int, tuple[float, ...]]) -> tuple[float, ...]:
        """What the encoder makes of the candidate's wording: of its words the one that it likes best."""
        rows = [marks.get(self.tree.tokens[i].start, NOTHING) for i in {*c.words, c.anchor}]
        return min(rows)

    def features(self, c: Candidate) -> list[str]:
        """Names of what is true of a candidate."""
        tree, t = self.tree, self.tree.tokens
        anchor, head = t[c.anchor], t[c.head]
        out = [f"p={c.pattern}", f"l={c.pattern}:{c.lemma}", f"x={c.pattern}:{anchor.xpos}", f"dep={c.pattern}:{_dep(tree, c)}"]
        out += [f"h={head.lemma.lower()}", f"hp={c.pattern}:{head.upos}", f"stat={c.lemma}:{head.lemma.lower() in STATIVE}"]
        out += self._subject(c) + self._polarity(c) + self._around(c) + self._governor(c)
        return out

    def _subject(self, c: Candidate) -> list[str]:
        tree = self.tree
        subject = next((s for s in (tree.first(c.head, *SUBJECTS), tree.first(c.anchor, *SUBJECTS)) if s is not None), None)
        if subject is None:
            return [f"s=none:{c.pattern}"]
        word, t = tree.words[subject], tree.tokens[subject]
        who = "first" if word in FIRST else "second" if word in SECOND else word if t.upos == "PRON" else t.upos
        return [f"s={who}", f"s={c.lemma}:{who}", f"plural={t.xpos}"]

    def _polarity(self, c: Candidate) -> list[str]:
        tree = self.tree
        words = {tree.words[x] for x in (*tree.children[c.head], *tree.children[c.anchor])}
        out = ["neg", f"neg:{c.lemma}"] if words & {"not", "n't", "n’t", "never", "no"} else []
        perfect = any(tree.words[x] in ("have", "'ve", "’ve") and tree.tokens[x].dep == "aux" for x in tree.children[c.head])
        out += [f"perfect:{c.lemma}"] if perfect else []
        out += [f"hedge:{w}" for w in sorted(words & ADVERBS)]
        condition = self.condition(c)
        if condition is not None:
            past = any(tree.words[x] in ("had", "were") for x in tree.subtree(condition)[:6])
            out += ["if", f"if:{c.lemma}", f"if:past={past}"]
        return out

    def _around(self, c: Candidate) -> list[str]:
        tree = self.tree
        start, end = tree.sentence(c.anchor)
        at = tree.tokens[c.anchor].start
        line = (tree.tokens[start].start, tree.tokens[end - 1].end)
        out = ["question"] if tree.text[line[1] - 1] == "?" or tree.words[start] in ("how", "why", "who") else []
        quoted = self.quotes.at(at) is not None
        out += [f"quoted:{c.pattern}", f"quoted:{c.lemma}"] if quoted else [f"plain:{c.pattern}"]
        if self.title is not None and covers(self.title, line):
            out.append(f"title:{c.pattern}")
        clause = (tree.tokens[c.tokens[0]].start, tree.tokens[c.tokens[-1]].end)
        starts, ends = self.ahead
        out += ["time ahead"] if bisect_left(starts, clause[1]) > bisect_right(ends, clause[0]) else []
        first = tree.words[c.anchor - 1] if c.anchor else ""
        return [
            *out,
            f"before={c.pattern}:{first}",
            f"after={c.lemma}:{tree.words[c.anchor + 1] if c.anchor + 1 < len(tree.words) else ''}",
        ]

    def _governor(self, c: Candidate) -> list[str]:
        """The statement whose content holds it, and the verb above it."""
        tree = self.tree
        at = tree.tokens[c.tokens[0]].start
        held = self.contents.at(at)
        inner = None if held is None else self.said[held]
        out = (
            [f"act={inner.act}", f"act={c.lemma}:{inner.act}", f"core={inner.core}"]
            if inner
            else ["act=none", f"act={c.lemma}:none"]
        )
        on_cue = self.cues.at(tree.tokens[c.anchor].start)
        out += [f"cue:{self.said[on_cue].act}"] if on_cue is not None else []
        for n, up in enumerate(tree.up(c.anchor if c.pattern != "modal" else c.head)):
            if n > WITHIN:
                break
            if tree.tokens[up].upos in ("VERB", "AUX"):
                tense = "past" if "Tense=Past" in tree.tokens[up].feats else "now"
                return [*out, f"up={tree.tokens[up].lemma.lower()}", f"tense={c.lemma}:{tense}", f"tense={tense}"]
        return [*out, "up=none"]

    def condition(self, c: Candidate) -> int | None:
        """Head of the condition of a candidate's clause: its own, or of the clause that governs it."""
        tree = self.tree
        places = [c.head, c.anchor, *list(tree.up(c.head))[:2]]
        for place in places:
            for x in tree.children[place]:
                if is_condition(tree, x) and c.anchor not in range(tree.left[x], tree.right[x] + 1):
                    return x
        return None

    def foretold(self, c: Candidate, kind: str, score: float, proposition: Spans) -> Foretold:
        """The candidate as a forecast."""
        tree = self.tree
        words = set(c.words) | {x for x in (*tree.children[c.head], *tree.children[c.anchor]) if tree.words[x] in ADVERBS}
        words |= set(hedges(tree, c))
        condition = self.condition(c)
        own = tree.trim(tree.subtree(condition)) if condition is not None else []
        anchor = tree.tokens[c.anchor]
        kernel = (anchor.start, anchor.end)
        if not any(s <= anchor.start < e for s, e in proposition):
            first = next(i for i in c.tokens if tree.tokens[i].start >= proposition[0][0])
            kernel = (tree.tokens[first].start, tree.tokens[first].end)
        return Foretold(
            kind=kind,
            kernel=kernel,
            proposition=proposition,
            wording=tree.spans(sorted(words)),
            condition=tree.spans(own),
            score=round(score, 3),
        )


def hedges(tree: Tree, c: Candidate) -> list[int]:
    """The words above a clause that say how likely it is, with what grades them: "a strong possibility that", "it is highly likely that"."""
    out: list[int] = []
    for up in itertools.islice(tree.up(c.head if c.pattern in ("modal", "adverb") else c.anchor), WITHIN):
        t = tree.tokens[up]
        if t.lemma.lower() in (HEDGING_NOUNS if t.upos == "NOUN" else HEDGING_ADJECTIVES):
            grades = [x for x in tree.children[up] if tree.tokens[x].dep in ("amod", "advmod") and up - 3 < x < up]
            out += [x for x in grades if all(k in grades for k in range(x, up))] + [up]
        elif t.upos == "VERB":
            break
    return out


def _dep(tree: Tree, c: Candidate) -> str:
    return tree.tokens[c.head].dep if c.pattern in ("modal", "adverb") else tree.tokens[c.anchor].dep


def every(scene: Scene) -> Iterator[tuple[Candidate, list[str]]]:
    """Candidates with their features, as training wants them."""
    for c in candidates(scene.tree):
        yield c, scene.features(c)
