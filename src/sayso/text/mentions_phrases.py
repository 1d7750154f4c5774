"""Phrases: which noun a role hangs on, and how far its phrase reaches."""

from sayso.lexicon import Role
from sayso.text.mentions_page import NOMINAL, Page

MARKS = frozenset('"“”‘«»()[]:;') | {"n't", "n’t", "not", "or"}
LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "nmod", "nmod:poss", "flat", "poss", "advmod", "punct", "nmod:npmod", "obl:npmod"}
)
CLAUSES = frozenset(
    {"acl", "acl:relcl", "advcl", "ccomp", "parataxis", "conj", "cc", "appos", "cop", "nsubj", "aux", "mark", "case"}
)
FOLLOWING = frozenset({"of", "for", "from", "in", "at", "on", "to", "with"})


def is_modifier(page: Page, head: int) -> bool:
    """Whether a noun or adjective only modifies another noun: "Iraqi" and "Iraq" in "Iraqi militias", "Iraq policy"."""
    token = page.tokens[head]
    noun = page.tokens[token.head]
    if page.hyphened(head + 1):
        return True
    return (
        token.dep in ("amod", "compound", "nmod", "flat")
        and token.head > head
        and noun.upos in NOMINAL
        and page.gapless(head, token.head)
    )


def role_head(page: Page, start: int, end: int, role: Role) -> int | None:
    """The noun a role hangs on, None where it only modifies another noun, is a verb, or names a document."""
    head = page.head(start, end)
    if role.use == "document" or page.tokens[head].upos not in NOMINAL or is_modifier(page, head):
        return None
    titled = page.tokens[head].upos == "PROPN" and end - start == 1 and start > page.bounds(start)[0]
    if titled and role.use == "role" and page.word(head).istitle() and page.words[start - 1] not in ("the", "a", "an"):
        return None  # part of a name: "Business Insider"
    return head


def extent(page: Page, head: int) -> tuple[int, int]:
    """Token range of a noun phrase: modifiers before the head, "of" phrases and the like behind it, no clauses."""
    start, end = head, head + 1
    low, high = page.bounds(head)
    while start > low and page.words[start - 1] not in MARKS and _belongs(page, start - 1, head):
        start -= 1
    for child in sorted(c for c in page.children[head] if c >= end and page.tokens[c].dep == "nmod"):
        first, last = extent(page, child) if child - end < 12 else (child, end)
        case = min([c for c in page.children[child] if page.tokens[c].dep == "case"] or [first])
        if (
            case == end
            and last <= high
            and page.words[case] in FOLLOWING
            and not (page.words[case] in ("at", "on") and _does(page, head))
        ):
            end = last
    while start < head and page.tokens[start].upos in ("PUNCT", "ADV", "PART", "CCONJ") and page.words[start] not in ("-", "$"):
        start += 1
    if start < head and page.words[start] in ("least", "most") and page.words[start - 1] == "at":
        start += 1
    if start > low and page.hyphened(start):
        start -= 1
    return start, end


def _does(page: Page, head: int) -> bool:
    """Whether a phrase tells who does what a noun before it names: what follows "attacks by militias" by "on" is the attacks'."""
    by = any(page.tokens[c].dep == "case" and page.words[c] == "by" for c in page.children[head])
    return by and page.tokens[page.tokens[head].head].upos == "NOUN"


def _belongs(page: Page, i: int, head: int) -> bool:
    """Whether token `i` hangs on `head` by relations of a noun phrase only."""
    for _ in range(6):
        token = page.tokens[i]
        if i == head:
            return True
        if (
            token.dep in CLAUSES
            and not (token.dep == "case" and page.words[i] in ("'s", "’s", "'", "’"))
            and token.dep not in ("conj", "cc")
        ):
            return False
        if (
            token.head == i
            or (token.dep.startswith(("obl", "nsubj", "obj")) and not page.hyphened(i + 1))
            or (token.upos in ("VERB", "AUX") and token.dep not in LEFT)
        ):
            return False
        i = token.head
        if i > head:
            return False
    return False
