"""Conflicts: the same words credited otherwise, shortened until they say another thing, or stated by one as fact.

What it finds: `attribution`: chains of the same words that differ in a link, after identity, with the pair of links that differ;
`shortened`: a negation, condition or hedge that one has and the other lost; `fact`: what one attributes in the other's own voice.
What it misses: conflicts between texts that have no words in common; links that are unnamed or may be one actor: it abstains.
Source: own rules, written after `eval/gold/crossdoc/planted.jsonl`.
"""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon import Lexicon
from sayso.link import identity, qualifiers
from sayso.link.chains import Voice, chain
from sayso.link.days import day
from sayso.link.passages import Passage, clause_end, clause_start, ends, passages, turned
from sayso.link.sides import Side
from sayso.model import Span
from sayso.model.links import Link, link

LINKER, VERSION = "conflicts", "1"
BY = f"{LINKER}/{VERSION}"

ENOUGH = 14
"""Words in common beyond which nobody says the same by chance."""

BEFORE, AROUND = 5, 24
LONG, TIGHT = 8, 0.8
MANY, MOST, DAYS = 12, 0.6, 31
LEAST = 7
"""Words that must have come through unchanged before a change of the rest is worth an alarm."""

GRAVE = {"negation": 0.85, "condition": 0.75, "hedge": 0.6}


class Parted(msgspec.Struct, frozen=True, kw_only=True):
    """The pair of links in which two chains differ."""

    a: Voice
    b: Voice


def links(a: Side, b: Side, lexicon: Lexicon, *, near: bool = True) -> Iterator[Link]:
    """The conflicts between two documents, each passage's at most one of a kind; outside quotations only where they are `near`."""
    for passage in passages(a, b, near=near):
        if passage.a is not None and passage.b is not None:
            if found := attribution(a, b, passage, lexicon):
                yield found
        elif found := fact(a, b, passage):
            yield found
        if passage.words >= LEAST and one_voice(a, b, passage, lexicon) and (found := shortened(a, b, passage)):
            yield found


def attribution(a: Side, b: Side, passage: Passage, lexicon: Lexicon) -> Link | None:
    """The conflict of two chains over the same words, None where they agree or it can't be told."""
    if passage.a is None or passage.b is None or not tight(passage) or not together(a, b, passage):
        return None
    parted = differing(chain(a, passage.a), chain(b, passage.b), lexicon, a.document.published or b.document.published)
    if parted is None or identity.share_names(parted.a.words, parted.b.words, lexicon):
        return None
    if parted.a.before(passage.first[0]) or parted.b.before(passage.second[0]):
        return None
    if printed(a, b, passage, parted.a) or printed(b, a, turned(passage), parted.b):
        return None
    one, two = parted.a, parted.b
    sides = ends(a, b, passage, ((*one.source, *one.cue), (*two.source, *two.cue)))
    reason = f"{passage.words} words the same; {credited(a, one)}, {credited(b, two)}"
    score = (0.45 + 0.35 * min(1.0, passage.words / ENOUGH)) + 0.2 * min(one.score, two.score)
    return link("conflicts", *sides, sort="attribution", reason=reason, score=score, by=BY)


def together(a: Side, b: Side, passage: Passage) -> bool:
    """Whether both may well report one utterance: the words are many, or make up most of a quotation printed about the same time."""
    if passage.words >= MANY:
        return True
    days = [day(side.document.published) for side in (a, b)]
    if all(days) and abs(days[0] - days[1]) > DAYS:
        return False
    match = passage.quoted
    shorter = min(match.a.last - match.a.first, match.b.last - match.b.first) if match else 0
    return passage.words >= MOST * shorter


def tight(passage: Passage) -> bool:
    """Whether so many words are the same, so close together, that they are one utterance: eight, or six that are all of both."""
    longest, whole = max(many for *_, many in passage.blocks), passage.quoted and all(passage.quoted.whole())
    (i, j), (x, y) = passage.ranges()
    return (longest >= LONG or bool(whole)) and passage.words >= TIGHT * max(j - i, y - x)


def differing(a: tuple[Voice, ...], b: tuple[Voice, ...], lexicon: Lexicon, date: str | None) -> Parted | None:
    """The innermost pair of links that are two actors, once those that both chains have are taken out; None where in doubt."""
    mine, theirs = speaking(a), speaking(b)
    shared = []
    for one in tuple(mine):
        for two in tuple(theirs):
            if one in mine and two in theirs and identity.same(one, two, lexicon, date):
                mine.remove(one)
                theirs.remove(two)
                shared += [one, two]
    if not mine or not theirs or not (mine[-1].sure and theirs[-1].sure):
        return None
    one, two = mine[-1], theirs[-1]
    apart = all(identity.same(one, other, lexicon, date) is False for other in theirs)
    apart = apart and all(identity.same(other, two, lexicon, date) is False for other in mine)
    known = any(
        voice.office == other.office and identity.same(voice, other, lexicon, date) for voice in (one, two) for other in shared
    )
    return Parted(a=one, b=two) if apart and not known else None


def one_voice(a: Side, b: Side, passage: Passage, lexicon: Lexicon) -> bool:
    """Whether both have the passage from one actor: only then has it been shortened and not said otherwise."""
    if passage.a is None or passage.b is None:
        return False
    date = a.document.published or b.document.published
    return identity.same(chain(a, passage.a)[-1], chain(b, passage.b)[-1], lexicon, date) is True


def printed(a: Side, b: Side, passage: Passage, voice: Voice) -> bool:
    """Whether b prints what a says of the speaker in the same place: then the texts agree, and only our reading of them differs."""
    (first, last), (start, end) = passage.ranges()
    before = common(a.words.keys[:first][::-1][:AROUND], b.words.keys[:start][::-1][:AROUND])
    behind = common(a.words.keys[last : last + AROUND], b.words.keys[end : end + AROUND])
    ranges = [a.words.within(span) for span in voice.source]
    return bool(ranges) and all(first - before <= one and two <= last + behind for one, two in ranges)


def common(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words are the same from the beginning.

    >>> common(["a", "b", "c"], ["a", "b", "d"])
    2
    """
    return next((at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), min(len(one), len(two)))


def speaking(voices: tuple[Voice, ...]) -> list[Voice]:
    """The links that are no outlets: who printed it is another question."""
    return [voice for voice in voices if voice.sector != "JRN" or voice.kind == "person"]


def credited(side: Side, voice: Voice) -> str:
    """Words for whom a document credits."""
    cue = " ".join(side.text[start:end] for start, end in voice.cue)
    return f"{side.outlet} has “{voice.told()}” ({cue})" if cue else f"{side.outlet} has “{voice.told()}”"


def fact(a: Side, b: Side, passage: Passage) -> Link | None:
    """The conflict of a claim that one attributes and the other states itself; None where the other has the attribution beside it."""
    told, plain = (a, b) if passage.a is not None else (b, a)
    statement = passage.a or passage.b
    if statement is None or passage.quoted is not None or statement.act in ("ask", "want", "demand"):
        return None
    place = passage.second if passage.a is not None else passage.first
    first, last = plain.words.within(place)
    beside = plain.words.keys[slice(*around(plain, place))]
    voices = speaking(chain(told, statement))
    named = [told.words.keys[slice(*told.words.within(span))] for voice in voices for span in (*voice.source[-1:], *voice.cue)]
    wide = plain.words.keys[max(0, first - AROUND) : last + AROUND]
    if not voices or not all(named) or any(words[-1] in beside for words in named if words):
        return None
    if any(voice.kind == "person" and set(identity.parts(voice.name)[-1:]) & set(wide) for voice in voices):
        return None
    shown = (*voices[-1].source, *voices[-1].cue)
    differs = (shown, ()) if told is a else ((), shown)
    reason = f"{passage.words} words the same; {credited(told, voices[-1])}, {plain.outlet} says it itself"
    score = 0.3 + 0.3 * min(1.0, passage.words / ENOUGH) + 0.2 * statement.score
    return link("conflicts", *ends(a, b, passage, differs), sort="fact", reason=reason, score=score, by=BY)


def around(side: Side, place: Span) -> tuple[int, int]:
    """The words of the sentences that a passage stands in."""
    first, last = side.words.within(place)
    return clause_start(side, max(0, first - AROUND), first), clause_end(side, last, min(len(side.words), last + AROUND))


def shortened(a: Side, b: Side, passage: Passage) -> Link | None:
    """The conflict of a passage that lost what turns or weakens it, None where nothing was lost or it is said beside it."""
    for gone in passage.dropped(a, b):
        kept, cut, place = gone.kept, gone.cut, gone.place
        kind = qualifiers.lost(kept.words.keys[slice(*gone.words)], gone.kinds)
        if kind is None or qualifiers.holds(kind, cut.words.keys[max(0, place - 2 * BEFORE) : place + BEFORE]):
            continue
        span = (kept.words.spans[gone.words[0]][0], kept.words.spans[gone.words[1] - 1][1])
        differs = ((span,), ()) if kept is a else ((), (span,))
        said = kept.text[span[0] : span[1]]
        reason = f"{passage.words} words the same; {kept.outlet} has “{said}”, a {kind} that {cut.outlet} has not"
        return link("conflicts", *ends(a, b, passage, differs), sort="shortened", reason=reason, score=GRAVE[kind], by=BY)
    return None
