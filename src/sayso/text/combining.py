"""Combining: what the rules and the encoder each read, made one reading.

Where both read a statement the encoder's words stand: over 118 annotated articles that it had not learnt from, its cuts, cues and
sources are right more often than those of the rules, which give a source only where it names none, and pieces around a cue or an "and that". A find of the encoder alone has to
be sure of itself, less so inside another's words, where speech is likelier. The rules alone add what has no cue to start from
("Name: …", "“…” – Name") and sure finds inside another's words. The thresholds were chosen on those articles and both dev parts (`train/LOG.md`).
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from sayso.model import Spans
from sayso.model.span import length
from sayso.text.attributions import BY
from sayso.text.nesting import holders
from sayso.text.parse import Attribution

STRETCH = 200  # characters of text that are looked at together
ALIKE = 0.5  # Dice of two contents, by characters, from which on they are one statement's
BOTH, RULES_ALONE, ENCODER_ALONE = 0.35, 0.97, 0.55
LAYOUT_ALONE = 0.5  # "Name: …", "“…” – Name": without a cue there is nothing that the encoder could start from
PIECED = 0.75  # Dice from which on two cuts are of the same words
NAME = re.compile(r"(?:\s*[A-Z][\w.&’'-]*)+\s*")
AND_THAT = re.compile(r"\W*(?:and|or|but) that\W*", re.IGNORECASE)
RULES_WITHIN, ENCODER_WITHIN = 0.9, 0.3
# What of such finds was right in our gold (dev, and 118 articles when they were unread): log odds as a line over the encoder's log odds, and a plain share.
PAIR, ENCODER_ONLY, RULES_ONLY = (0.0, 0.46), (-0.4, 0.35), 0.4
# Who "is accused" or "is said to" speaks not: nobody named does.
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being)(?: \w+ly)? (?:accused|alleged|believed|blamed|charged|expected|reported|rumou?red|said|suspected"
    r"|thought)\b",
    re.IGNORECASE,
)
# "It was noted that": nobody is "it".
EXPLETIVE = re.compile(
    r"(?:it|there) (?:(?:has|have|had|can|could|may|might|will|would|should|must) )?(?:is|are|was|were|be|been|being)\b",
    re.IGNORECASE,
)
OPENERS = frozenset("“\"‘'«„")
RELAYING = frozenset({"cite", "cites", "cited", "citing", "quote", "quotes", "quoted", "quoting"})


def combined(text: str, rules: Sequence[Attribution], read: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """One reading out of two, in order of cues, each with its parent anew."""
    read = [_unnamed(text, kept) for kept in (_within_paragraph(text, a) for a in read)]
    partner = _pairs(rules, read)
    taken = set(partner.values())
    found = [
        _one(text, rule, read[partner[i]]) for i, rule in enumerate(rules) if i in partner and read[partner[i]].score >= BOTH
    ]
    alone = [(a, RULES_ALONE if a.cue else LAYOUT_ALONE, RULES_WITHIN) for i, a in enumerate(rules) if i not in partner]
    alone += [(a, ENCODER_ALONE, ENCODER_WITHIN) for j, a in enumerate(read) if j not in taken]
    found += [a for a, sure, _ in alone if a.score >= sure]
    doubtful = [a for a, sure, within in alone if within <= a.score < sure]
    held = holders([a.content for a in found], [_kernel(a) for a in doubtful])
    found += [a for a, inside in zip(doubtful, held, strict=True) if inside]
    found = [_weighed(_unnamed(text, a)) for a in found]
    found.sort(key=lambda a: (_kernel(a), a.content, a.source))
    return tuple(msgspec.structs.replace(a, parent=p) for a, p in zip(found, _parents(text, found), strict=True))


def _kernel(a: Attribution) -> tuple[int, int]:
    return (a.cue or a.content)[0]


def _unnamed(text: str, a: Attribution) -> Attribution:
    """The attribution without a source that stands before its passive cue or is an expletive; "by X" behind it stays."""
    if not a.cue or not a.source or a.source[0][0] > a.cue[0][0]:
        return a
    nobody = PASSIVE.search(text, a.cue[0][0], a.cue[-1][1]) or EXPLETIVE.match(text, a.source[0][0], a.cue[-1][1])
    return msgspec.structs.replace(a, source=()) if nobody else a


def _within_paragraph(text: str, a: Attribution) -> Attribution:
    """The attribution without pieces of content in paragraphs other than its cue's, unless they are quotations: speech runs on in marks only."""
    if not a.cue:
        return a
    start, end = text.rfind("\n", 0, a.cue[0][0]), text.find("\n", a.cue[-1][1])
    inside = range(start, len(text) if end < 0 else end)
    held = tuple(span for span in a.content if span[0] in inside or text[span[0]] in OPENERS)
    return msgspec.structs.replace(a, content=held) if held and held != a.content else a


def _weighed(a: Attribution) -> Attribution:
    """A find of one reader alone with the share of such finds that was right; a pair as it is."""
    if "+" in a.by:
        return a
    return msgspec.structs.replace(a, score=RULES_ONLY if a.by == BY else _share(*ENCODER_ONLY, a.score))


def _share(shift: float, slope: float, score: float) -> float:
    """Expected share of right ones at an encoder's score, to three decimals."""
    odds = math.log(min(max(score, 0.001), 0.999) / (1 - min(max(score, 0.001), 0.999)))
    return round(1 / (1 + math.exp(-shift - slope * odds)), 3)


def _one(text: str, rule: Attribution, read: Attribution) -> Attribution:
    """The pair as one: the encoder's words, the rules' source or cue where it has none, and their pieces where the tree knows better."""
    raised = _around(rule) and not rule.source
    by_tree = raised or _interrupted(text, rule, read) or _listed(text, rule, read)
    return Attribution(
        source=() if raised else rule.source if not read.source or _cut_off(text, rule.source, read.source) else read.source,
        cue=read.cue or rule.cue,
        content=rule.content if by_tree else read.content,
        score=_share(*PAIR, read.score),
        act=rule.act if rule.cue else read.act,
        core=read.core,
        by=f"{read.by}+{rule.by}",
    )


def _cut_off(text: str, whole: Spans, part: Spans) -> bool:
    """Whether a source is a name that lacks words of it: "Corvin" of "Corvin News"."""
    if len(whole) != 1 or len(part) != 1 or whole == part or not text[part[0][0]].isupper():
        return False
    before, after = text[whole[0][0] : part[0][0]], text[part[0][1] : whole[0][1]]
    inside = whole[0][0] <= part[0][0] and part[0][1] <= whole[0][1]
    return inside and all(not rest or NAME.fullmatch(rest) for rest in (before, after))


def _around(a: Attribution) -> bool:
    """Whether the content goes around the cue: "{The general} reportedly {fled}"."""
    return bool(a.cue) and a.content[0][1] <= a.cue[0][0] and a.cue[-1][1] <= a.content[-1][0]


def _interrupted(text: str, rule: Attribution, read: Attribution) -> bool:
    """Whether source and cue stand between commas within a content of which the encoder has one half: "The dam, engineers said, would hold"."""
    if not _around(rule) or len(rule.source) != 1 or len(rule.content) != 2 or len(read.content) != 1:
        return False
    start, end = min(rule.source[0][0], rule.cue[0][0]), max(rule.source[0][1], rule.cue[-1][1])
    between = text[rule.content[0][1] : start], text[end : rule.content[1][0]]
    return read.content[0] in rule.content and all(gap.strip() == "," for gap in between)


def _listed(text: str, rule: Attribution, read: Attribution) -> bool:
    """Whether the rules cut the encoder's content at "and that" alone."""
    alike = len(rule.content) > len(read.content) and _dice(rule.content, read.content) >= PIECED
    return alike and all(AND_THAT.fullmatch(text, a[1], b[0]) for a, b in pairwise(rule.content))


def _pairs(rules: Sequence[Attribution], read: Sequence[Attribution]) -> dict[int, int]:
    """{index in rules: index in read} of what is one statement, the most alike first."""
    ranked = []
    near = _Near(read)
    for i, a in enumerate(rules):
        for j in near.to(a):
            b = read[j]
            dice, same_cue = _dice(a.content, b.content), bool(_shared(a.cue, b.cue))
            if dice > 0 and (dice >= ALIKE or same_cue):
                ranked.append((-dice - same_cue / 2, i, j))
    left: dict[int, int] = {}
    right: set[int] = set()
    for _, i, j in sorted(ranked):
        if i not in left and j not in right:
            left[i] = j
            right.add(j)
    return left


class _Near:
    """Statements asked by where their contents stand."""

    def __init__(self, read: Sequence[Attribution]) -> None:
        self._by_place: dict[int, list[int]] = {}
        for j, b in enumerate(read):
            for place in self._places(b.content):
                self._by_place.setdefault(place, []).append(j)

    def to(self, a: Attribution) -> list[int]:
        """Indices of those whose contents may share words with that of `a`, in order."""
        return sorted({j for place in self._places(a.content) for j in self._by_place.get(place, ())})

    def _places(self, content: Spans) -> Iterator[int]:
        """The stretches of the text that a content touches."""
        for start, end in content:
            yield from range(start // STRETCH, end // STRETCH + 1)


def _shared(a: Spans, b: Spans) -> int:
    """Characters that both lists of spans cover."""
    return sum(max(0, min(y, w) - max(x, v)) for x, y in a for v, w in b)


def _dice(a: Spans, b: Spans) -> float:
    whole = length(a) + length(b)
    return 2 * _shared(a, b) / whole if whole else 1.0


def _parents(text: str, found: Sequence[Attribution]) -> list[int | None]:
    """For each the innermost larger one that holds its kernel, or the one that relays the same words from it."""
    sizes = [length(a.content) for a in found]
    held = holders([a.content for a in found], [_kernel(a) for a in found])
    out = [next((h for h in inner if h != i and sizes[h] > sizes[i]), None) for i, inner in enumerate(held)]
    reports = {a.content: i for i, a in enumerate(found) if a.cue and not _relays(text, a)}
    for i, a in enumerate(found):
        if a.cue and _relays(text, a) and a.content in reports:
            out[i] = reports[a.content]
    return out


def _relays(text: str, a: Attribution) -> bool:
    return any(word.strip(".,").lower() in RELAYING for start, end in a.cue for word in text[start:end].split())
