"""States named by an adjective of an act: "American" in "American attack", "U.S." in "U.S.-led invasion", "Iraqi" in "raids on Iraqi bases".

Such a word is a mention of its state only where it tells a side of an act, and nothing that has a mention of its own bears it:
Iraqi cooking names nobody, and in "Iraqi militias" the militias are who acts.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sayso.lexicon.words import key
from sayso.text.mentions_page import NOMINAL, Page
from sayso.text.parse import MentionFound

LED = "-led"
MODIFYING = frozenset({"amod", "compound", "nmod", "flat", "obl:unmarked", "obl:npmod", "nmod:unmarked"})
SIDE = frozenset({"obj", "nsubj", "nsubj:pass"})
TOWARDS = frozenset({"on", "against", "at", "of", "to", "upon", "toward", "towards", "by", "with", "from"})
DEEP = 4


def states(page: Page, others: Iterable[MentionFound]) -> Iterator[MentionFound]:
    """A mention for each adjective or name of a state that tells a side of an act and lies outside all `others`."""
    covered = _covered(page, others)
    for i in range(len(page.tokens)):
        if i in covered or not page.word(i)[:1].isupper():
            continue
        start, end, code = _state(page, i)
        noun = _borne_by(page, i) if code else None
        if noun is not None and start not in covered and noun not in covered and _has_side(page, noun):
            yield _mention(page, start, end, code)


def _covered(page: Page, mentions: Iterable[MentionFound]) -> set[int]:
    """Tokens that begin inside a mention."""
    starts = [token.start for token in page.tokens]
    return {i for m in mentions for i in range(bisect_left(starts, m.span[0]), bisect_left(starts, m.span[1]))}


def _state(page: Page, i: int) -> tuple[int, int, str]:
    """(first token, where it ends in the text, code) of the state that token `i` ends the name or adjective of; code "" for none."""
    word, token = page.word(i), page.tokens[i]
    end = token.end
    if word.lower().endswith(LED):
        word, end = word[: -len(LED)], end - len(LED)
    book, whole = page.lexicon, f"{page.words[i - 1]} {key(word)}" if i else ""
    if code := book.adjectives.get(whole):
        return i - 1, end, code
    if key(word) == "us" and not word.isupper():
        return i, end, ""
    return i, end, book.adjectives.get(key(word)) or book.states.get(key(word)) or ""


def _borne_by(page: Page, i: int) -> int | None:
    """The noun that a word modifies, through others that do; of "X-led" the one led, of other words with a hyphen none."""
    at = i
    if page.hyphened(i + 1):
        if page.words[i + 2] != LED[1:]:
            return None
        at = i + 2
    for _ in range(DEEP):
        token = page.tokens[at]
        if token.dep not in MODIFYING or token.head <= at or not page.gapless(at, token.head):
            break
        at = token.head
    return at if at > i and page.tokens[at].upos in NOMINAL else None


def _has_side(page: Page, noun: int) -> bool:
    """Whether a noun names an act, or depends on a word that does as who acts or undergoes."""
    triggers, token = page.lexicon.triggers, page.tokens[noun]
    if triggers.senses("N", token.lemma.lower()):
        return True
    if token.dep == "conj":
        token = page.tokens[token.head]
    head = page.tokens[token.head]
    if token.dep in SIDE:
        return bool(triggers.senses("V", head.lemma.lower()))
    cases = [page.words[c] for c in page.children[noun] if page.tokens[c].dep == "case"]
    beyond = (
        [page.tokens[head.head]] if head.dep == "nmod" else []
    )  # "attacks by rebels on Kenyan bases": the bases hang on the rebels
    named = any(triggers.senses(pos, t.lemma.lower()) for t in (head, *beyond) for pos in ("N", "V"))
    return token.dep in ("nmod", "obl", "obl:agent") and named and cases[-1:] != [] and cases[-1] in TOWARDS


def _mention(page: Page, start: int, end: int, code: str) -> MentionFound:
    span = page.tokens[start].start, end
    return MentionFound(
        span=span,
        head=span,
        core=span,
        kind="state",
        name=page.lexicon.nations.get(code) or page.text[slice(*span)],
        country=code,
        sector=None,
        gender="n",
        score=0.8,
    )
