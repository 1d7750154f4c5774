"""Chains: who says a statement on whose word, from the outlet down, each link with the words that name it."""

import re

import msgspec

from sayso.link.sides import Side
from sayso.model import Mention, Spans, Statement
from sayso.model.span import any_covers, quote

OFFICE = re.compile(
    r"\b(?:office|spokes(?:man|woman|person|people)|press secretary|aides?|campaign|team|administration|government|ministry|department"
    r"|cabinet|lawyers?|attorneys?|adviser|advisor|chief of staff|deputy|embassy|staff|representatives?)\b",
    re.IGNORECASE,
)
DEEPEST = 12
LONGEST, NEAR = 300, 12
OWN = re.compile(r"(?:his|her|their|its)\b", re.IGNORECASE)
POSSESSED = re.compile(rf"['’]s? (?:[\w-]+ )?{OFFICE.pattern}.*$", re.IGNORECASE | re.DOTALL)
AFTER = re.compile(r"['’]s? ((?:[\w-]+ )?[\w-]+)")
FOR = re.compile(OFFICE.pattern + r" (?:to|for|of|from) (?:the |[A-Z][\w.]+ ){0,3}$", re.IGNORECASE)
STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n")


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain: the statement, who is said to say it (the document's fullest name), and the words that say so.

    `office` is whether those words name somebody's office, spokesman or the like and not the person; `sure` whether they leave no
    doubt about who is meant.
    """

    statement: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    words: str
    source: Spans
    cue: Spans
    office: bool
    sure: bool
    score: float

    @property
    def named(self) -> bool:
        """Whether somebody is named who can be told from others."""
        return self.kind in ("person", "organization", "state", "group") and any(letter.isupper() for letter in self.name)

    def before(self, at: int) -> bool:
        """Whether it reads "said NAME …" with what is said behind it, so that NAME may be who the words at `at` are about."""
        return bool(self.cue and self.source) and self.cue[-1][1] <= self.source[0][0] and self.source[-1][1] <= at

    def told(self) -> str:
        """The words that name the link, with the name where the words alone don't give it."""
        if not self.words:
            return self.name
        last = self.name.split()[-1] if self.name else ""
        return self.words if not last or last in self.words else f"{self.words} ({self.name})"


def chain(side: Side, statement: Statement) -> tuple[Voice, ...]:
    """The voices of a statement from the outermost that reports it down to its own; the outlet is not among them."""
    out: list[Voice] = []
    here: Statement | None = statement
    while here is not None and len(out) < DEEPEST and all(one.statement != here.id for one in out):
        out.append(voice(side, here))
        here = side.by_id.get(here.within or "")
    return tuple(reversed(out))


def voice(side: Side, statement: Statement) -> Voice:
    """The link that a statement is in a chain."""
    mention = nearest(side, statement)
    words = quote(side.text, statement.source)
    holder, office = behind(side, mention) if mention else (None, False)
    full = fullest(side, holder) if holder else None
    return Voice(
        statement=statement.id,
        name=POSSESSED.sub("", full.name) if full else words,
        kind="person" if full and office and POSSESSED.search(full.name) else full.kind if full else "none",
        country=full.country if full else None,
        sector=full.sector if full else None,
        words=words,
        source=statement.source,
        cue=statement.cue,
        office=office,
        sure=bool(full and sure(side, statement, words, full)),
        score=statement.score,
    )


def fullest(side: Side, mention: Mention) -> Mention:
    """The document's fullest mention of the same actor."""
    return side.mentions.get(mention.refers_to or "", mention)


def behind(side: Side, mention: Mention) -> tuple[Mention, bool]:
    """The mention of who is behind a source, and whether it speaks for them: "Pompeo's office", "his spokesman", "an aide to Ilse Marrow"."""
    start, end = mention.span
    words = side.text[start:end]
    if OWN.match(words) and OFFICE.search(words):
        owner = next((one for one in side.mentions.values() if one.span[0] == start and one.kind == "pronoun"), None)
        return (owner, True) if owner else (mention, True)
    if POSSESSED.search(words):
        return mention, True
    after = AFTER.match(side.text, end)
    if after and OFFICE.search(after[1]):
        return mention, True
    before = side.text[max(0, start - 40) : start]
    return mention, bool(FOR.search(before))


def nearest(side: Side, statement: Statement) -> Mention | None:
    """The mention of the speaker that stands in the source's own words, else the one that the statement names."""
    mention = side.mentions.get(statement.speaker or "")
    if mention is None or any_covers(statement.source, mention.span):
        return mention
    full = fullest(side, mention).id
    return next((one for one in side.within(statement.source) if fullest(side, one).id == full), mention)


def sure(side: Side, statement: Statement, words: str, full: Mention) -> bool:
    """Whether it is certain whom a source names: its own words do, or what stands for the name stands in one sentence with it.

    "Said NAME" is not where a name stands before it: NAME may be who the words are about.
    """
    if not statement.source:
        return False
    start, cue = statement.source[0][0], statement.cue[0] if statement.cue else statement.source[0]
    if start > cue[0] and any(one.kind == "person" and 0 <= cue[0] - one.span[1] <= NEAR for one in side.mentions.values()):
        return False
    if POSSESSED.sub("", full.name).split()[-1:] and POSSESSED.sub("", full.name).split()[-1] in words:
        return True
    # Who is named in the words quoted is seldom who says them.
    quoted = tuple(quote.span for quote in side.quotes)
    names = [
        one
        for one in side.mentions.values()
        if one.kind == full.kind and fullest(side, one).id == full.id and not any_covers(quoted, one.span)
    ]
    return any(one.span[1] <= start and one_sentence(side, one.span[1], start) for one in names)


def one_sentence(side: Side, start: int, end: int) -> bool:
    """Whether no sentence ends between two places."""
    return end - start < LONGEST and not STOP.search(side.text, start, end)
