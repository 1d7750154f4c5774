"""Words that turn, condition or weaken what is said: what a quotation must not lose on its way."""

from collections.abc import Sequence

NEGATION = frozenset(
    [
        "not",
        "no",
        "never",
        "nobody",
        "nothing",
        "none",
        "neither",
        "nor",
        "without",
        "cannot",
        "cant",
        "wont",
        "dont",
        "didnt",
        "doesnt",
        "isnt",
        "wasnt",
        "arent",
        "werent",
        "hasnt",
        "havent",
        "hadnt",
        "wouldnt",
        "couldnt",
        "shouldnt",
        "mustnt",
        "aint",
        "hardly",
        "nonbinding",
        "unauthorised",
        "unauthorized",
    ]
)
CONDITION = frozenset(["if", "unless", "until", "except", "only", "otherwise"])
HEDGE = frozenset(
    [
        "may",
        "might",
        "could",
        "perhaps",
        "maybe",
        "probably",
        "possibly",
        "likely",
        "apparently",
        "allegedly",
        "reportedly",
        "seemingly",
        "seems",
        "seem",
        "appears",
        "appear",
        "potentially",
        "supposedly",
        "almost",
        "nearly",
        "partly",
        "some",
        "draft",
        "unsigned",
    ]
)
PHRASES = (
    ("if", "you", "will"),
    ("if", "you", "like"),
    ("if", "anything"),
    ("as", "if"),
    ("even", "if"),
    ("not", "only"),
    ("no", "doubt"),
)
"""Turns of speech in which these words do nothing of it."""

KINDS = (("negation", NEGATION), ("condition", CONDITION), ("hedge", HEDGE))


def lost(words: Sequence[str], kinds: Sequence[str] = ("negation", "condition", "hedge")) -> str | None:
    """What the words do that are missing: negation, condition or hedge, the gravest first; None where they do none of `kinds`.

    >>> lost(["would", "not"]), lost(["if", "asked"]), lost(["the", "old", "quay"])
    ('negation', 'condition', None)
    """
    plain = without(words)
    return next((name for name, kind in KINDS if name in kinds and not kind.isdisjoint(plain)), None)


def without(words: Sequence[str]) -> list[str]:
    """The words without turns of speech.

    >>> without(["it", "is", "if", "you", "will", "old"])
    ['it', 'is', 'old']
    """
    out = list(words)
    for phrase in PHRASES:
        places = [at for at in range(len(out)) if tuple(out[at : at + len(phrase)]) == phrase]
        for at in reversed(places):
            del out[at : at + len(phrase)]
    return out


def holds(kind: str, words: Sequence[str]) -> bool:
    """Whether words of that kind are among these: what one left out it may say beside the quotation."""
    return not dict(KINDS)[kind].isdisjoint(words)
