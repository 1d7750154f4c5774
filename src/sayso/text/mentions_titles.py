"""Titles before a name and appositions after it, read off the words beside the name.

Words are coded by letter (N noun-like, R the last word of a role, D determiner, O "of" and its kin, C coordination, X anything
else) and the codes matched by patterns, which stands firm where a parse does not.
"""

import re
from collections.abc import Container

import msgspec

from sayso.lexicon import Role
from sayso.text.mentions_page import NOMINAL, Page

LOOK = 16
BEFORE = re.compile(r"(?:(?:(?:[NR]*RC+)*|D)[NR]*R|D?[NR]*RO[NR]{1,3})$")
BEFORE_COMMA = re.compile(r"(?:D[NR]*|[NR]*P[NR]*)R(?:O[NRDP]+)*$")
AFTER = re.compile(r"D?([NRP]*(?:C[NRP]+)?R)((?:O[DNRP]+(?:C[NRP]+)?)*)")
LINKS = frozenset({"of", "for", "at", "in", "on", "from", "to", "with", "under", "against"})
STOPS = frozenset({",", ".", ";", ":", ")", "]", "—", "–", "-", '"', "”", "who", "whose", "which", "that", "?", "!", "("})
PERSONAL = frozenset({"title", "role"})


class Apposed(msgspec.Struct, frozen=True):
    """What stands beside a name: token range of name and all, the roles found, whether an apposition is among them."""

    start: int
    end: int
    roles: tuple[Role, ...]
    apposition: bool = False


def beside(page: Page, start: int, end: int, names: Container[int], *, person: bool) -> Apposed:
    """The name at tokens [start, end) with its titles and apposition; `names` are tokens that belong to other names."""
    first, roles = _before(page, start, end, names)
    last, after = _after(page, end, names) if person or roles else (end, [])
    return Apposed(first, last, tuple(roles + after), bool(after))


def _before(page: Page, start: int, end: int, names: Container[int]) -> tuple[int, list[Role]]:
    low = max(page.bounds(start)[0], start - LOOK)
    at = start
    codes = ""
    while at > low and (code := _code(page, at - 1, names)) != "X":
        at, codes = at - 1, code + codes
    match = BEFORE.search(codes.replace("P", "N"))
    if match and match.group():
        first = start - len(codes) + match.start()
        while page.words[first] in ("-", "‑", "–") and first < start:
            first += 1
        first = _without_coordination(page, first, start)
        return first, _roles(page, first, start)
    if codes.endswith("C") and page.words[start - 1] == "," and _closed(page, end):
        match = BEFORE_COMMA.search(codes[:-1])
        if match:
            first = start - len(codes) + match.start()
            found = _roles(page, first, start)
            if found and not any(role.plural for role in found):
                return first, found
    return start, []


def _without_coordination(page: Page, first: int, start: int) -> int:
    """Of "the mayor and General X" only "General X" is the title: coordinated titles stand without an article."""
    marks = [i for i in range(first, start) if page.words[i] in (",", "and", "&")]
    article = (
        first > 0 and page.tokens[first - 1].upos == "DET" and page.tokens[first - 1].sentence == page.tokens[first].sentence
    )
    if marks and (article or page.tokens[first].upos == "DET"):
        return marks[-1] + 1
    return first


def _roles(page: Page, start: int, end: int) -> list[Role]:
    found = []
    for at in range(start, end):
        until, role = page.role_at.get(at, (0, None))
        if role and until <= end and role.use in PERSONAL:
            found.append(role)
    return found


def _closed(page: Page, end: int) -> bool:
    return end >= len(page.words) or page.words[end] in STOPS or page.tokens[end].upos in ("VERB", "AUX")


def _after(page: Page, end: int, names: Container[int]) -> tuple[int, list[Role]]:
    high = min(page.bounds(end - 1)[1], end + LOOK + 8)
    at = end + 1
    if end >= high or page.words[end] not in (",", "—", "–", "("):
        return end, []
    if at + 1 < high and page.tokens[at].upos == "NUM" and page.words[at + 1] == ",":
        at += 2
    codes, first = "", at
    while at < high and page.words[at] != "," and (code := _code(page, at, names, ahead=True)) != "X":
        at, codes = at + 1, codes + code
    match = AFTER.match(codes)
    if not match or not (first + match.end() >= high or page.words[first + match.end()] in STOPS):
        return end, []
    head_end = first + match.end(1)
    _, role = page.role_end.get(head_end, (0, None))
    if role is None or role.use not in PERSONAL or role.plural or _names_another(page, first, head_end):
        return end, []
    roles = _roles(page, first, head_end)
    return first + match.end(), [role, *[r for r in roles if r is not role]]


def _names_another(page: Page, first: int, head_end: int) -> bool:
    """Whether what follows is the next of a list ("Smith, President Jones"): a role with a name, or a bare title."""
    return (
        head_end - first == 1
        and page.tokens[first].upos == "PROPN"
        and head_end < len(page.words)
        and page.words[head_end] == "and"
    )


def _code(page: Page, i: int, names: Container[int], *, ahead: bool = False) -> str:
    word, token = page.words[i], page.tokens[i]
    if i + 1 in page.role_end and token.upos in NOMINAL | {"ADJ", "X"}:
        role = page.role_end[i + 1][1]
        return "R" if role.use in PERSONAL and not (role.plural and "," in page.words[i + 1 : i + 2]) else "N"
    if i in page.in_role:
        return "N"
    if i in names and not ahead and word not in page.lexicon.adjectives and not _modifies(page, i):
        return "X"
    if word in ("and", ",", "&"):
        return "C"
    if word in LINKS:
        return "O" if ahead or word in ("of", "for", "to") else "X"
    if token.upos == "DET":
        return "D" if word in ("the", "a", "an", "its", "his", "her", "their") else "X"
    if word in ("'s", "’s", "'", "’"):
        return "P"
    if (
        word in ("-", "‑")
        or token.upos in ("NOUN", "PROPN", "ADJ", "NUM")
        or (token.upos == "VERB" and token.xpos == "VBN" and ahead)
    ):
        return "N"
    return "N" if word in ("then", "now", "long-time", "former", "late") else "X"


def _modifies(page: Page, i: int) -> bool:
    """Whether a name's word may stand inside a title: a state, body or place ("US Army Gen.", "Quds Force commander")."""
    at = i
    while at > 0 and at not in page.known and page.tokens[at - 1].sentence == page.tokens[i].sentence and i - at < 5:
        at -= 1
    end, entries = page.known.get(at, (0, ()))
    return at <= i < end and entries[0].kind != "person"
