"""Cutting: sentences of a bounded length, so that what is looked for in each costs a bounded time.

What is found in a sentence may grow with the square of its length: of a thousand clauses, each inside the one before, every one holds
all that follow. No sentence of news has more than two hundred words; longer ones are lists, tables, or there to make us slow.
"""

import msgspec

from sayso.model import Span
from sayso.text.parse import Analysis, Token

LONGEST = 300  # tokens


def cut(analysis: Analysis, longest: int = LONGEST) -> Analysis:
    """The analysis with sentences of at most `longest` tokens; a token whose head lies beyond a cut is a root."""
    if all(end - start <= longest for start, end in analysis.sentences):
        return analysis
    sentences = [
        (at, min(at + longest, end)) for start, end in analysis.sentences for at in range(start, max(end, start + 1), longest)
    ]
    tokens = [_within(analysis.tokens[i], i, span, n) for n, span in enumerate(sentences) for i in range(*span)]
    return msgspec.structs.replace(analysis, tokens=tuple(tokens), sentences=tuple(sentences))


def _within(token: Token, i: int, sentence: Span, number: int) -> Token:
    """The token as one of a sentence."""
    start, end = sentence
    if start <= token.head < end:
        return msgspec.structs.replace(token, sentence=number)
    return msgspec.structs.replace(token, head=i, dep="root", sentence=number)
