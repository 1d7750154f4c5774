"""Mentions: phrases that stand for actors and places: names with titles and appositions, descriptions, pronouns.

A name's kind is the lexicon's where it knows the name, else what form, title, apposition and context tell, else the engine's.
"""

from collections.abc import Sequence

from sayso.lexicon import Lexicon, Role
from sayso.lexicon.entries import at, sector_at
from sayso.lexicon.words import folded
from sayso.model import Document, Span
from sayso.text import mentions_codes as codes
from sayso.text.mentions_page import NOMINAL, Page
from sayso.text.mentions_phrases import extent, is_modifier, role_head
from sayso.text.mentions_seeds import Seed, seeds
from sayso.text.mentions_states import states
from sayso.text.mentions_titles import Apposed, beside
from sayso.text.parse import MentionFound, Name, Token

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
FIRST = frozenset({"i", "me", "my", "we", "us", "our"})
OTHERS = frozenset({"they", "them", "their", "who"})
MANY = frozenset({"they", "them", "their", "we", "us", "our"})
OWN = frozenset({"his", "their", "my", "our"})


def find(
    document: Document, tokens: tuple[Token, ...], sentences: tuple[Span, ...], names: Sequence[Name], lexicon: Lexicon
) -> tuple[MentionFound, ...]:
    """Mentions in order of the text, no two with one head; spans are exact and may nest ("Quds Force commander X")."""
    page = Page(document.text, tokens, sentences, lexicon)
    date = document.published[:10] if document.published else None
    out, taken, named = _names(page, names, date)
    for start, (end, role) in page.role_at.items():
        head = role_head(page, start, end, role)
        if head is not None and head not in taken and head not in named:
            out.setdefault(page.tokens[head].start, _described(page, head, role))
    out |= {m.head[0]: m for m in states(page, out.values())}
    for i in range(len(tokens)):
        if tokens[i].upos == "PRON" and (pronoun := _pronoun(page, i)):
            out[tokens[i].start] = pronoun
    return tuple(sorted(out.values(), key=lambda m: (m.span, m.head)))


def _names(page: Page, names: Sequence[Name], date: str | None) -> tuple[dict[int, MentionFound], set[int], set[int]]:
    """(mentions of names by where their head begins, tokens their titles take up, tokens of names)."""
    found = seeds(page, names)
    named = {i for seed in found for i in range(seed.start, seed.end)}
    read = [(seed, *_named(page, seed, named, date)) for seed in found]
    surnames = {page.words[s.end - 1] for s, mention, _ in read if mention and mention.kind == "person" and s.end - s.start > 1}
    out: dict[int, MentionFound] = {}
    taken: set[int] = set()
    for seed, mention, spread in read:
        if not seed.entries and seed.kind != "person" and seed.end - seed.start == 1 and page.words[seed.start] in surnames:
            mention, spread = _person(page, seed, Apposed(seed.start, seed.end, ()), date)
        if mention is not None:
            taken.update(spread)
            out[mention.head[0]] = mention
    for i in range(len(page.tokens)):
        token = page.tokens[i]
        fits = token.upos in NOMINAL or token.dep in ("nsubj", "obj", "nmod", "obl")
        if i not in named and page.words[i] in surnames and fits and page.word(i)[:1].isupper():
            mention, _ = _person(page, Seed(i, i + 1, "person"), Apposed(i, i + 1, ()), date)
            named.add(i)
            out[mention.head[0]] = mention
    return out, taken, named


def _named(page: Page, seed: Seed, named: set[int], date: str | None) -> tuple[MentionFound | None, set[int]]:
    """(mention of a name or None, tokens of titles and apposition that it takes up)."""
    others = named - set(range(seed.start, seed.end))
    if seed.kind == "person":
        return _person(page, seed, beside(page, seed.start, seed.end, others, person=True), date)
    unknown = not seed.entries and seed.kind != "group"
    if unknown:
        by = beside(page, seed.start, seed.end, others, person=False)
        if _titled(seed, by):
            by = beside(page, seed.start, seed.end, others, person=True)
            return _person(page, seed, by, date)
        by = beside(page, seed.start, seed.end, others, person=True)
        if by.apposition and seed.end - seed.start <= 4 and by.roles and _of_a_person(page, seed, by):
            return _person(page, seed, by, date)
    return _thing(page, seed, date), set()


def _titled(seed: Seed, by: Apposed) -> bool:
    """Whether the word before a name is a person's title: "journalist X", "Gen. X", but not "minister X Street"."""
    return bool(by.roles) and by.start < seed.start and by.roles[-1].use in ("title", "role") and not by.roles[-1].plural


def _of_a_person(page: Page, seed: Seed, by: Apposed) -> bool:
    followers = page.words[seed.end + 1 : seed.end + 3]
    return by.roles[0].use in ("title", "role") and followers[:1] != [] and all(page.word(i)[:1].isupper() for i in (seed.start,))


def _person(page: Page, seed: Seed, by: Apposed, date: str | None) -> tuple[MentionFound, set[int]]:
    country, sector = codes.person(page, seed, by.start, by.end, by.roles, date)
    genders = [role.gender for role in by.roles if role.gender] + [e.gender for e in seed.entries if e.gender]
    given = page.lexicon.given.get(folded(page.word(seed.start)), "") if seed.end - seed.start > 1 else ""
    mention = MentionFound(
        span=page.span(by.start, by.end),
        head=page.span(seed.end - 1, seed.end),
        core=page.span(seed.start, seed.end),
        kind="person",
        name=_written(page, seed.start, seed.end),
        country=country,
        sector=sector,
        gender=genders[0] if genders else given or None,
        role=by.roles[0].phrase if by.roles else None,
        score=round(seed.score, 3),
    )
    return mention, {i for i in range(by.start, by.end) if i not in page.known or seed.start <= i < seed.end}


def _thing(page: Page, seed: Seed, date: str | None) -> MentionFound | None:
    """Mention of a state, body, group or place; None for an adjective ("Iraqi" in "Iraqi militias")."""
    head = page.head(seed.start, seed.end)
    entry = at(seed.entries, date) if seed.entries else None
    kind, country, sector = seed.kind, entry.country if entry else None, sector_at(entry, date) if entry else None
    capital = page.lexicon.capitals.get(page.words[seed.start]) if seed.end - seed.start == 1 else None
    lone = kind == "group" and seed.end - seed.start == 1 and not _of_an_act(page, head)
    if is_modifier(page, head) and (not entry or kind in ("state", "place") or lone):
        return None
    if kind == "group" and not entry:
        country, sector = page.lexicon.adjectives.get(page.words[seed.end - 1]), "CVL"
    elif capital and kind in ("place", "state", "organization") and not (entry and entry.own):
        acts = codes.is_government(page, seed.start, seed.end)
        kind, country, sector = ("state", capital, "GOV") if acts else ("place", capital, None)
    elif kind == "state":
        kind = "state" if entry else "place"
        country = country or codes.body(page, seed.start, seed.end)[0]
        sector = "GOV" if entry and codes.is_government(page, seed.start, seed.end) else None
    elif not (entry and sector) and kind in ("organization", "place"):
        own_country, own_sector = codes.body(page, seed.start, seed.end)
        country, sector = country or own_country, sector or (None if entry else own_sector)
        kind = "organization" if own_sector and not entry else kind
    start = _article(page, seed.start)
    return MentionFound(
        span=page.span(start, seed.end),
        head=page.span(head, head + 1),
        core=page.span(seed.start, seed.end),
        kind=kind,
        name=_written(page, seed.start, seed.end),
        country=country,
        sector=sector,
        gender="n",
        plural=page.tokens[head].xpos.endswith("S") and kind in ("group", "organization"),
        score=round(seed.score, 3),
    )


def _of_an_act(page: Page, head: int) -> bool:
    """Whether a modifier tells whose act it is: "Taliban assaults", but not "Taliban fighters"."""
    noun = page.tokens[page.tokens[head].head]
    return page.tokens[head].dep == "compound" and bool(page.lexicon.triggers.senses("N", noun.lemma.lower()))


def _article(page: Page, start: int) -> int:
    return (
        start - 1
        if start and page.words[start - 1] == "the" and page.tokens[start - 1].sentence == page.tokens[start].sentence
        else start
    )


def _described(page: Page, head: int, role: Role) -> MentionFound:
    start, end = extent(page, head)
    country, sector = codes.phrase(page, start, end, head, role)
    kind = {"org": "organization", "group": "group"}.get(role.use, "role")
    bare = start + 1 if start < head and page.words[start] in ("the", "a", "an") else start
    return MentionFound(
        span=page.span(start, end),
        head=page.span(head, head + 1),
        core=page.span(bare, end),
        kind=kind,
        name=_written(page, bare, end),
        country=country,
        sector=sector,
        gender=role.gender or ("n" if kind != "role" else None),
        plural=role.plural or page.tokens[head].xpos in ("NNS", "NNPS"),
        role=role.phrase,
        score=0.8,
    )


def _pronoun(page: Page, i: int) -> MentionFound | None:
    word, token = page.words[i], page.tokens[i]
    personal = word in GENDERS or word in FIRST or word in OTHERS
    speaks = word == "it" and token.dep == "nsubj" and page.lexicon.cues.speaks(page.tokens[token.head].lemma)
    if not (personal or speaks) or (word == "us" and page.word(i) == "US"):
        return None
    span = (token.start, token.end)
    own = word in OWN or token.xpos == "PRP$" or token.dep in ("nmod:poss", "poss")
    return MentionFound(
        span=span,
        head=span,
        core=span,
        kind="pronoun",
        name=page.word(i),
        gender="n" if speaks else GENDERS.get(word),
        plural=word in MANY,
        possessive=own,
        score=0.9,
    )


def _written(page: Page, start: int, end: int) -> str:
    return " ".join(page.text[page.tokens[start].start : page.tokens[end - 1].end].split())
