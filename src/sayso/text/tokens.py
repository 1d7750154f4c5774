"""Tokens: a text's words and marks as treebanks of English cut them ("did|n't", "anti|-|war", "the|minister|'s", "U.S.", "$|3|%").

The cut follows the Penn Treebank's with split hyphens, as UD English and the common taggers do; what the trained heads read is cut so.
"""

import re
from functools import lru_cache

from sayso.model import Span

ABBREVIATIONS = (
    "Adm Ala Apr Ariz Ark Aug Ave Blvd Brig Bros Calif Capt Co Col Colo Conn Corp Cpl Dec Dept Dr Drs Esq Feb Fla Fr Ft Ga Gen Gov Hon "
    "Inc Ill Jan Jr Jul Jun Kan Ky Lt Ltd Maj Mar Mass Md Messrs Mich Minn Miss Mo Mr Mrs Ms Msgr Mt Neb Nev Nov Oct Okla Ore Pa "
    "Ph.D Pfc Prof Pvt Rep Reps Rev Sen Sep Sept Sgt Spc Sr St Tenn Tex Va Vs Vt Wash Wis a.m p.m etc e.g i.e al ca cf vs approx "
)
SHORT = "|".join(re.escape(a) for a in sorted(ABBREVIATIONS.split(), key=len, reverse=True))
TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s"”’<>)\]]*[^\s"”’<>)\].,;:!?…]        # addresses
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | @\w+
    | (?:[^\W\d_]\.){{2,}}(?:-[^\W\d_]+)*                                # U.S., U.S.-led
    | (?:{SHORT})\.(?=\W|$)                                               # Gen.
    | [A-Z]\.(?=\W|$)                                                # J.
    | [^\W\d_]+(?=n['’]t\b) | n['’]t\b                               # did|n't
    | ['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b                        # |'s
    | ['’]\d\ds?\b
    | [Cc]an(?=not\b) | [Gg]on(?=na\b) | [Gg]ot(?=ta\b)
    | \d+(?=[ap]\.?m\b)                                              # 10|am
    | \d+(?:[.,:/]\d+)*[^\W\d_]*                                     # 3,000, 5th
    | [^\W\d_]+-\d\w*                                                # F-16
    | [^\W_]+(?:(?:\.(?![A-Z])|['’_&])(?!(?:s|re|ve|ll|d|m|t)\b)[^\W\d_][^\W_]+)*    # O'Brien, word
    | \.\.+ | …+ | --+ | (?P<same>[*=~#_-])(?P=same)+
    | \S
    """,
    re.VERBOSE,
)
CHUNK = re.compile(r"\S+")
LONGEST = 200  # a chunk beyond this is no word, and is not kept for the next time


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the tokens of text[start:end], in order, white space left out.

    >>> [text[a:b] for text in ["Gen. Ali didn't say “anti-war”."] for a, b in tokens(text)]
    ['Gen.', 'Ali', 'did', "n't", 'say', '“', 'anti', '-', 'war', '”', '.']
    """
    found: list[Span] = []
    for chunk in CHUNK.finditer(text, start, len(text) if end is None else end):
        at, word = chunk.start(), chunk.group()
        cuts = _cut(word) if len(word) <= LONGEST else _cut.__wrapped__(word)
        found += [(at + a, at + b) for a, b in cuts]
    return found


@lru_cache(maxsize=50_000)
def _cut(chunk: str) -> tuple[Span, ...]:
    return tuple(m.span() for m in TOKEN.finditer(chunk))
