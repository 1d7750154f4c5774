"""Mentions.

What it finds: names of persons, bodies, states, armed groups and places with their titles and appositions, descriptions that a
role or a body's word heads, personal pronouns; country and PLOVER sector where the words or the lexicon tell.
What it misses: descriptions without a role ("the pair", "those killed"), names that neither engine nor lexicon knows and that no
title or verb of speech betrays.
Source: `text/mentions`; sectors and countries after PLOVER 0.8.
"""

from collections.abc import Iterator

from sayso.lexicon import Lexicon
from sayso.model import Mention, record_id
from sayso.text.parse import Parse

VERSION = "1"


def read(parse: Parse, _lexicon: Lexicon) -> Iterator[Mention]:
    """A Mention for each phrase found, in order of the text; `bind` tells which stand for the same actor."""
    doc = parse.document.id
    for found in parse.mentions:
        yield Mention(
            id=record_id(doc, "mention", found.head),
            doc=doc,
            anchor=(found.span,),
            kernel=found.head,
            score=round(found.score, 3),
            by=f"mentions/{VERSION}",
            span=found.span,
            head=found.head,
            kind=found.kind,
            name=found.name,
            country=found.country,
            sector=found.sector,
        )
