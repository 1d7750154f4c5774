"""Speakers: the source of a statement bound to the actor that speaks.

A source that is a document ("the statement said") speaks for whom the text says issued it, else for nobody.
"""

from collections.abc import Sequence

import msgspec

from sayso.bind.sources import Sources
from sayso.lexicon import Lexicon
from sayso.model import Mention, Record, Statement
from sayso.text.parse import Parse

BACK = 600


def bind(parse: Parse, records: tuple[Record, ...], lexicon: Lexicon) -> tuple[Record, ...]:
    """`records`, statements with `speaker` set to the fullest mention of their source's actor where it can be told."""
    mentions = {record.head: record for record in records if isinstance(record, Mention)}
    by_id = {mention.id: mention for mention in mentions.values()}
    statements = sorted((r for r in records if isinstance(r, Statement)), key=lambda s: (s.kernel, s.id))
    sources = Sources(parse, statements)
    spoken: list[tuple[Statement, str]] = []
    out: dict[str, str] = {}
    for statement in statements:
        at = sources.of.get(statement.id)
        speaker = _fullest(mentions.get(parse.mentions[at].head), by_id) if at is not None else None
        if speaker is None and statement.source:
            speaker = _issuer(parse, lexicon, statement, spoken)
        if speaker is not None:
            out[statement.id] = speaker
            spoken.append((statement, speaker))
    return tuple(msgspec.structs.replace(r, speaker=out.get(r.id)) if isinstance(r, Statement) else r for r in records)


def _fullest(mention: Mention | None, by_id: dict[str, Mention]) -> str | None:
    """Id of the fullest mention of the same actor; None for a pronoun that stands for nobody known."""
    full = by_id.get(mention.refers_to, mention) if mention and mention.refers_to else mention
    return None if full is None or full.kind == "pronoun" else full.id


def _issuer(parse: Parse, lexicon: Lexicon, statement: Statement, spoken: Sequence[tuple[Statement, str]]) -> str | None:
    """The speaker of the last statement before whose sentence names the same document: "In a statement, the ministry said"."""
    words = parse.document.text[statement.source[0][0] : statement.source[-1][1]].casefold().split()
    papers = [w for w in words if (role := lexicon.roles.get(w)) and role.use == "document"]
    if not papers or words[0] not in ("the", "this", "that", "it", "his", "her", "its"):
        return None
    for before, speaker in reversed(spoken[-4:]):
        start, end = before.anchor[0][0], before.anchor[-1][1]
        near = statement.kernel[0] - end < BACK
        around = parse.document.text[max(0, min(start, before.kernel[0]) - 60) : max(end, before.kernel[1] + 60)].casefold()
        if near and papers[-1] in around:
            return speaker
    return None
