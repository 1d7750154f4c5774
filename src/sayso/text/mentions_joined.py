"""Joined: names of persons that an engine told apart: "Mazda Majidi" read as a body and a person, "Arafat Sulemana" as two persons.

An engine that tags word by word may change its mind inside a name. Parts are one person's where nothing but a blank parts them, the tree
ties them together, and none is a name that the lexicon knows, an acronym, or a body's last word.
"""

from collections.abc import Sequence

import msgspec

from sayso.lexicon.words import folded
from sayso.text.mentions_page import Page
from sayso.text.parse import Name

TIES = frozenset({"compound", "flat", "flat:name", "nmod", "appos", "amod"})
PARTS = frozenset({"person", "organization", "place", "state"})
GROUND = frozenset(
    {"st", "st.", "mount", "mt", "mt.", "fort", "port", "lake", "cape", "new", "north", "south", "east", "west", "upper", "lower"}
)
LONGEST = 5  # tokens of a name that is put together


class Part(msgspec.Struct, frozen=True):
    """A name of the engine's as tokens [start, end)."""

    start: int
    end: int
    name: Name


def joined(page: Page, names: Sequence[Name]) -> list[Name]:
    """The names in order, parts of one person's name made one; without the field of an office whose holder's name follows."""
    begins = {token.start: i for i, token in enumerate(page.tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(page.tokens)}
    out: list[Part] = []
    for name in sorted(names, key=lambda name: name.span, reverse=True):  # from behind: a name's head is its last word
        part = Part(begins.get(name.span[0], -1), ends.get(name.span[1], -1), name)
        if out and 0 <= part.start < part.end and _are_one(page, part, out[-1]):
            after = out[-1]
            whole = Name(span=(name.span[0], after.name.span[1]), kind="person", score=min(name.score, after.name.score))
            out[-1] = Part(part.start, after.end, whole)
        elif not (out and _is_field(page, part) and _is_person_after(page, part, out[-1])):
            out.append(part)
    return [part.name for part in reversed(out)]


def _are_one(page: Page, a: Part, b: Part) -> bool:
    """Whether two names that follow each other are parts of one person's."""
    kinds = {a.name.kind, b.name.kind}
    if "person" not in kinds or not kinds <= PARTS or a.end != b.start or b.end - a.start > LONGEST:
        return False
    if page.text[a.name.span[1] : b.name.span[0]] != " " or page.tokens[a.start].sentence != page.tokens[b.start].sentence:
        return False
    if page.words[a.start] in GROUND:
        return False
    if not all(_may_be_part(page, i) for i in range(a.start, b.end)) or not _are_tied(page, a, b):
        return False
    given = folded(page.word(a.start)) in page.lexicon.given
    if b.name.kind != "person":
        return (given or (b.name.kind in ("place", "state") and b.end - b.start == 1)) and not _is_known(page, b)
    alone = a.end - a.start == 1 and not _is_known(page, a) and not _is_field(page, a)
    return given or a.name.kind == "person" or alone


def _may_be_part(page: Page, i: int) -> bool:
    """Whether a token may stand in a person's name: written with a capital, no acronym, no role, no last word of a body."""
    word = page.word(i)
    plain = word[:1].isupper() and (not word.isupper() or len(word.rstrip(".")) == 1) and page.tokens[i].upos == "PROPN"
    return plain and i not in page.role_at and i not in page.in_role and page.words[i] not in page.lexicon.terms["corporate"]


def _are_tied(page: Page, a: Part, b: Part) -> bool:
    """Whether the head of either hangs on a word of the other."""
    first, second = page.tokens[page.head(a.start, a.end)], page.tokens[page.head(b.start, b.end)]
    return (b.start <= first.head < b.end and first.dep in TIES) or (a.start <= second.head < a.end and second.dep in TIES)


def _is_field(page: Page, part: Part) -> bool:
    """Whether the name is an office's field: "Agriculture" in "Secretary of Agriculture"."""
    _, role = page.role_end.get(part.start - 1, (0, None)) if part.start > 1 else (0, None)
    return role is not None and page.words[part.start - 1] == "of"


def _is_person_after(page: Page, part: Part, after: Part) -> bool:
    return after.name.kind == "person" and page.text[part.name.span[1] : after.name.span[0]] == " "


def _is_known(page: Page, part: Part) -> bool:
    """Whether the lexicon has the name as something else than a person."""
    end, entries = page.known.get(part.start, (0, ()))
    return end >= part.end and any(entry.kind != "person" for entry in entries)
