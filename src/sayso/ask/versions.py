"""What was altered, removed, added or credited to another when an article came again under the same address, statement by statement."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from sayso.ask.answer import Answer
from sayso.errors import BrokenRecord
from sayso.ledger import DocumentRow, View
from sayso.ledger.rows import Said
from sayso.ledger.versions import versions
from sayso.model import Spans

ALIKE = 0.6
"""From this share of words in common on two statements are one that was altered; below, one was removed and another added."""

MOST = 200
"""Statements compared word by word on each side; further ones count as removed and added."""


class Altered(Answer, frozen=True, kw_only=True):
    """A statement that is not as it was. `what`: altered (its words), credited (to another), removed, added; `was` are the words and
    `was_spans` the place in the earlier document, `doc`, `spans` and `quote` those in the later, empty where there are none."""

    what: str
    speaker: str
    was_speaker: str
    was_doc: str
    was: str
    was_spans: Spans
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None


class Pair(msgspec.Struct, frozen=True):
    """A statement before and after, one of them None where it was added or removed."""

    what: str
    before: Said | None
    after: Said | None


def ask(view: View, doc: str | None = None) -> Iterator[Altered]:
    """The statements that are not as they were, version by version, the latest first; in order of the text within one."""
    for earlier, later in versions(view, doc):
        row = view.row(later)
        if row is None:
            raise BrokenRecord(f"{view.path}: document {later} is not there; run sayso check")
        for pair in compared(list(view.statements(in_=earlier)), list(view.statements(in_=later))):
            yield altered(earlier, row, pair)


def altered(earlier: str, row: DocumentRow, pair: Pair) -> Altered:
    """The answer that a pair makes."""
    before, after = pair.before, pair.after
    return Altered(
        doc=row.id, spans=after.statement.content if after else (), quote=after.content if after else "", what=pair.what,
        speaker=after.speaker if after else "", was_speaker=before.speaker if before else "", was_doc=earlier,
        was=before.content if before else "", was_spans=before.statement.content if before else (), outlet=row.outlet,
        published=row.published, title=row.title, url=row.url,
    )  # fmt: skip


def compared(before: Sequence[Said], after: Sequence[Said]) -> list[Pair]:
    """The statements that differ, in order of the later text, removed ones where they stood."""
    kept, left, new = same(before, after)
    pairs = [Pair("credited", old, now) for old, now in kept if words(old.speaker) != words(now.speaker)]
    found = nearest(left[:MOST], new[:MOST])
    pairs += [Pair("altered", old, now) for old, now in found]
    old_ones, new_ones = {id(old) for old, _ in found}, {id(now) for _, now in found}
    pairs += [Pair("removed", old, None) for old in left if id(old) not in old_ones]
    pairs += [Pair("added", None, now) for now in new if id(now) not in new_ones]
    return sorted(pairs, key=place)


def same(before: Sequence[Said], after: Sequence[Said]) -> tuple[list[tuple[Said, Said]], list[Said], list[Said]]:
    """The statements with the same words on both sides, by the same speaker where there is one; and what is left on each."""
    left, kept, new = list(before), [], []
    for now in after:
        likely = [old for old in left if words(old.content) == words(now.content)]
        old = next((one for one in likely if words(one.speaker) == words(now.speaker)), likely[0] if likely else None)
        if old is None:
            new.append(now)
        else:
            kept.append((old, now))
            left.remove(old)
    return kept, left, new


def nearest(left: Sequence[Said], new: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Those of both sides that have most words in common, each once, the nearest first."""
    scores = []
    for i, old in enumerate(left):
        matcher = SequenceMatcher(None, b=words(old.content), autojunk=False)
        for j, now in enumerate(new):
            matcher.set_seq1(words(now.content))
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and (share := matcher.ratio()) >= ALIKE:
                scores.append((-share, words(old.speaker) != words(now.speaker), i, j))
    found: dict[int, int] = {}
    taken: dict[int, None] = {}
    for *_, i, j in sorted(scores):
        if i not in found and j not in taken:
            found[i], taken[j] = j, None
    return [(left[i], new[j]) for i, j in found.items()]


def words(text: str) -> list[str]:
    """The words of a text as they are compared: whatever the case, the blanks and the marks around them."""
    return [bare for word in text.casefold().split() if (bare := word.strip("“”\"'‘’«».,;:!?()[]—–-"))]


def place(pair: Pair) -> tuple[int, int]:
    """Where a pair stands: by the later text, a removed one by the earlier."""
    said = pair.after or pair.before
    return (said.statement.kernel[0], 0 if pair.after else 1) if said else (0, 0)
