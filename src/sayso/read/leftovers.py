"""Leftovers: words that a reader should have used and did not.

What it finds: quotations of four words or more that no statement holds; verbs of speech with a clause of their own that no
statement took for its cue. Both say where a person should look.
What it misses: modals and threats without an event, indirect speech without a verb of speech, statements whose source is wrong.
Source: the audit of unread fields that zavod's crawlers make, carried over to text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from sayso.lexicon import Lexicon
from sayso.model import Leftover, Span, Spans
from sayso.model.span import any_covers, merged, overlaps
from sayso.text.parse import Frame, Parse, Quote

VERSION = "1"
FEWEST_WORDS = 4
THOUGHTS = ("believe", "want")  # verbs of thought stand in many clauses that attribute nothing ("wants to know who")
_WORD = re.compile(r"[^\W\d_]+")


def read(parse: Parse, lexicon: Lexicon) -> Iterator[Leftover]:
    """A Leftover for each quotation and each verb of speech that no attribution used, quotations first."""
    doc = parse.document.id
    used = merged(span for found in parse.attributions for spans in (found.content, found.source) for span in spans)
    cues = merged(span for found in parse.attributions for span in found.cue)
    for quote in parse.quotes:
        if unread_quotation(parse.document.text, quote, used) and not any_covers(parse.document.furniture, quote.span):
            yield Leftover(doc=doc, span=quote.span, why="a quotation without a statement")
    for frame in parse.frames:
        if unread_verb(frame, cues, lexicon):
            yield Leftover(doc=doc, span=frame.predicate, why="a verb of speech without a statement")


def unread_quotation(text: str, quote: Quote, used: Spans) -> bool:
    """Whether an outermost quotation that is more than a name or a title lies outside every statement."""
    words = _WORD.findall(text[slice(*quote.inner)])
    if quote.depth or len(words) < FEWEST_WORDS or titled(words):
        return False
    return not touched(quote.span, used)


def touched(span: Span, spans: Spans) -> bool:
    """Whether one of `spans`, sorted and apart from each other, shares a character with `span`."""
    place = bisect_left(spans, span[1], key=lambda other: other[0])
    return place > 0 and overlaps(spans[place - 1], span)


def titled(words: list[str]) -> bool:
    """Whether the words are written as a title is: every longer one with a capital, not all in capitals as on a sign.

    >>> titled(["The", "War", "on", "the", "Coast"]), titled(["The", "war", "on", "the", "coast"])
    (True, False)
    """
    if all(word.isupper() for word in words):
        return False
    return all(word[0].isupper() for word in words if len(word) > 4) and sum(word[0].isupper() for word in words) * 2 > len(words)


def unread_verb(frame: Frame, cues: Spans, lexicon: Lexicon) -> bool:
    """Whether a verb that mostly introduces speech has a clause here and is no statement's cue."""
    act, _ = lexicon.cues.acts.get(frame.lemma, ("say", True))
    if not lexicon.cues.speaks(frame.lemma) or act in THOUGHTS or frame.negated:
        return False
    clause = any(argument.role in ("ccomp", "parataxis") for argument in frame.arguments)
    return clause and not touched(frame.predicate, cues)
