"""Seeds: where actors and places are named, before titles are attached: the lexicon's names, the engine's, runs of proper nouns."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from sayso.lexicon import Entry
from sayso.lexicon.words import folded
from sayso.text.mentions_joined import joined
from sayso.text.mentions_page import Page
from sayso.text.parse import Name

JOINTS = frozenset({"-", "‑", "al", "bin", "ibn", "el", "von", "van", "de", "der", "da", "di", "del", "la", "’", "'"})
PARTICLES = frozenset({"al", "bin", "ibn", "abu", "abd", "abdul", "el", "von", "van", "ben"})


TITLED_VERBS = frozenset(
    {"have", "has", "may", "will", "is", "are", "was", "were", "can", "could", "should", "must", "to", "says", "said"}
)

INSIDE = frozenset({"of", "for", "in", "on", "and", "the"})  # words that stand inside a name, not at either end of it


class Seed(msgspec.Struct, frozen=True):
    """A name at tokens [start, end): kind as far as known, the lexicon's entries if it is the lexicon's, how sure."""

    start: int
    end: int
    kind: str
    entries: tuple[Entry, ...] = ()
    score: float = 0.8


def seeds(page: Page, names: Sequence[Name]) -> list[Seed]:
    """Seeds in order, none overlapping another."""
    engine = list(_engine(page, names))
    taken: set[int] = set()
    out: list[Seed] = []
    for seed in sorted([*_lexical(page, engine), *engine], key=_rank):
        if not any(i in taken for i in range(seed.start, seed.end)):
            taken.update(range(seed.start, seed.end))
            out.append(seed)
    out += _runs(page, taken)
    return _known_persons(page, sorted(out, key=lambda seed: seed.start))


def _rank(seed: Seed) -> tuple[int, int, int]:
    """Sort key: an analyst's names, then the lexicon's of several words, then the longest, the lexicon's before the engine's."""
    own = any(entry.own for entry in seed.entries)
    firm = bool(seed.entries) and seed.end - seed.start > 1 and seed.kind not in ("place", "state")
    return (0 if own else 1 if firm else 2, seed.start - seed.end, 0 if seed.entries else 1)


def _lexical(page: Page, engine: Sequence[Seed]) -> Iterator[Seed]:
    by_span = {(seed.start, seed.end): seed.kind for seed in engine}
    for start, (end, entries) in page.known.items():
        kind, entry = entries[0].kind, entries[0]
        if start in page.in_role and end - start == 1 and not entry.own:
            continue
        said = by_span.get((start, end))
        if end - start == 1 and not entry.own and _doubtful(page, start, entry, said):
            continue
        yield Seed(start, end, kind, entries, 0.95)


def _doubtful(page: Page, i: int, entry: Entry, engine: str | None) -> bool:
    """Whether a one-word name is likely another's: a modifier that is no name, a common word, a person's first name."""
    token, before = page.tokens[i], page.words[i - 1] if i else ""
    if token.upos not in ("PROPN", "NOUN", "X", "ADJ", "ADV") and not (engine and page.word(i).isupper()):
        return token.upos != "PROPN" and not page.word(i).isupper()
    if entry.weak:
        return engine not in ("state", "place") or (before not in ("in", "at", "near", "from", "to") and engine != "state")
    if entry.kind == "place":
        return engine in ("person", "organization", "group")
    if entry.kind == "state":
        return engine == "person" and folded(page.word(i)) in page.lexicon.given
    return token.upos == "ADJ" and entry.kind != "group"


def _engine(page: Page, names: Sequence[Name]) -> Iterator[Seed]:
    begins = {token.start: i for i, token in enumerate(page.tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(page.tokens)}
    for name in joined(page, names):
        start, end = begins.get(name.span[0]), ends.get(name.span[1])
        if start is None or end is None or name.kind == "other" or "\n" in page.text[name.span[0] : name.span[1]]:
            continue
        for first, last in _parts(page, start, end, name.kind):
            yield from _seed(page, first, last, name)


def _parts(page: Page, start: int, end: int, kind: str) -> Iterator[tuple[int, int]]:
    """The range, cut at commas and "and" where persons or places were run together."""
    cuts = [i for i in range(start, end) if page.words[i] in (",", "and", "&")] if kind in ("person", "place", "state") else []
    for first, last in pairwise([start - 1, *cuts, end]):
        yield first + 1, last


def _seed(page: Page, start: int, end: int, name: Name) -> Iterator[Seed]:
    start, end = _stripped(page, start, end)
    while start < end and page.words[end - 1] in INSIDE:
        end -= 1
    if start < end and page.words[start] in INSIDE:
        return  # a name whose beginning the engine missed: "of Health"
    if start >= end or any(page.words[i] in TITLED_VERBS or page.tokens[i].upos in ("VERB", "AUX") for i in range(start, end)):
        return  # a headline or a title read as one long name
    if name.kind == "person" and end - start == 1 and "." in page.word(start)[:-1]:
        return  # initials alone: "M.D."
    if page.role_at.get(start, (0, None))[0] == end:
        return  # a role alone: "Sgt", "Parliament"
    if start not in page.in_role and any(page.tokens[i].upos in ("PROPN", "NOUN") for i in range(start, end)):
        yield Seed(start, end, name.kind, (), 0.8 * name.score)


def _stripped(page: Page, start: int, end: int) -> tuple[int, int]:
    """The range without article, titles before and "'s" after."""
    while start < end and (page.tokens[start].upos in ("DET", "PUNCT", "NUM") or page.words[start] in ("'s", "’s")):
        start += 1
    while start < end and (page.words[end - 1] in ("'s", "’s", "'", "’") or page.tokens[end - 1].upos == "PUNCT"):
        end -= 1
    _, held = page.role_end.get(start - 1, (0, None)) if start > 1 and page.words[start - 1] == "of" else (0, None)
    if held and held.use == "title" and end - start > 2:
        return start + 1, end  # "Secretary of Agriculture Jane Roe": the name begins after the office's field
    until, role = page.role_at.get(start, (0, None))
    if role and role.use == "title" and start < until < end and page.tokens[until].upos == "PROPN":
        return until, end
    return start, end


def _runs(page: Page, taken: set[int]) -> Iterator[Seed]:
    """Runs of proper nouns that nobody named, if a given name or the subject of speech tells that they are persons."""
    i, count = 0, len(page.tokens)
    while i < count:
        if i in taken or page.tokens[i].upos != "PROPN" or i in page.role_at or not page.word(i)[:1].isupper():
            i += 1
            continue
        end = i + 1
        while end < count and end not in taken and _joins(page, i, end):
            end += 1
        while end > i + 1 and page.tokens[end - 1].upos != "PROPN":
            end -= 1
        head = page.tokens[page.head(i, end)]
        speaks = head.dep == "nsubj" and page.lexicon.cues.speaks(page.tokens[head.head].lemma)
        if (
            end - i > 1
            and folded(page.word(i)) in page.lexicon.given
            and page.words[end - 1] not in page.lexicon.terms["corporate"]
        ) or (
            speaks
            and page.words[end - 1] not in page.lexicon.terms["corporate"]
            and page.word(i).isalpha()
            and not page.word(i).isupper()
        ):
            yield Seed(i, end, "person", (), 0.6)
        i = end


def _joins(page: Page, start: int, i: int) -> bool:
    same = (
        page.tokens[i].sentence == page.tokens[start].sentence
        and "\n" not in page.text[page.tokens[i - 1].end : page.tokens[i].start]
    )
    return same and i not in page.role_at and (page.tokens[i].upos == "PROPN" or page.words[i] in JOINTS)


def _known_persons(page: Page, found: list[Seed]) -> list[Seed]:
    """Seeds, those made persons that bear a person's surname or a given name with a surname."""
    sure = [seed for seed in found if seed.kind == "person" or _looks_personal(page, seed)]
    surnames = {page.words[seed.end - 1] for seed in sure if seed.end - seed.start > 1}
    out = []
    for seed in found:
        alone = seed.end - seed.start == 1
        if seed.kind == "person" and not seed.entries and _looks_corporate(page, seed):
            seed = msgspec.structs.replace(seed, kind="organization")
        elif seed.kind not in ("person", "group") and not any(e.own for e in seed.entries):
            if alone and page.words[seed.start] in surnames and (not seed.entries or seed.kind in ("place", "state")):
                named = seed.kind == "state" and seed.entries and page.words[seed.start] not in page.lexicon.given
                seed = seed if named else Seed(seed.start, seed.end, "person", (), 0.8)
            elif _looks_personal(page, seed):
                seed = Seed(seed.start, seed.end, "person", (), 0.8)
        out.append(seed)
    return out


def _looks_personal(page: Page, seed: Seed) -> bool:
    """Whether an unknown name of two to five words has the form of a person's."""
    if seed.entries or not 2 <= seed.end - seed.start <= 7 or _looks_corporate(page, seed):
        return False
    words = page.words[seed.start : seed.end]
    if words[0] in PARTICLES:
        return True
    given = page.lexicon.given
    initial = len(words) > 2 and len(words[1].rstrip(".")) == 1
    return (folded(words[0]) in given and folded(words[0]) not in page.lexicon.weak_given) or initial


def _looks_corporate(page: Page, seed: Seed) -> bool:
    words = page.words[seed.start : seed.end]
    return words[-1].rstrip(".") in page.lexicon.terms["corporate"] or any(
        word in ("of", "&", "for", "the") for word in words[1:]
    )
