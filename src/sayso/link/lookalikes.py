"""Names that look like others: letters of two scripts in one word, letters of another script made to look Latin, marks that turn or hide text.

What it finds: the letters of Cyrillic and Greek that are drawn as Latin ones, full-width and styled letters, invisible and direction marks.
What it misses: names of other scripts that only resemble each other, "rn" for "m".
Source: the pairs are those of Unicode Technical Standard 39 for letters common in names; marks after Unicode's general category Cf.
"""

import unicodedata

LATIN = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονɑ", "ABESIJKMHOPCTYXaesijopcyxdhqwABEZHIKMNOPTYXova", strict=True))
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def skeleton(name: str) -> str:
    """What a name looks like: without marks that are not seen, letters of other scripts as the Latin ones they are drawn as.

    >>> skeleton("Оrlа\u200b Vеnn") == "Orla Venn"
    True
    """
    seen = (c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf")
    return "".join(LATIN.get(letter, letter) for letter in seen)


def flags(name: str) -> tuple[str, ...]:
    """What is odd about the letters of a name, in words; empty for nearly all names.

    >>> flags("Orla Venn"), flags("Оrla Venn"), flags("Орла Венн"), flags("Orla\u202e Venn")
    ((), ('letters of two scripts in one word',), (), ('marks that turn the direction of text',))
    """
    out = []
    if any(len(scripts(word)) > 1 for word in name.split()):
        out.append("letters of two scripts in one word")
    if any(letter in TURNING for letter in name):
        out.append("marks that turn the direction of text")
    if any(unicodedata.category(letter) == "Cf" and letter not in TURNING for letter in name):
        out.append("marks that are not seen")
    if unicodedata.normalize("NFKC", name) != unicodedata.normalize("NFC", name):
        out.append("letters in another style")
    return tuple(out)


def scripts(word: str) -> set[str]:
    """The scripts of a word's letters, by the first word of their names."""
    return {unicodedata.name(letter, "?").split()[0] for letter in unicodedata.normalize("NFKC", word) if letter.isalpha()}


def alike(one: str, two: str) -> bool:
    """Whether two names look the same and are not.

    >>> alike("Orla Venn", "Оrla Venn"), alike("Orla Venn", "Orla Venn"), alike("Orla Venn", "Orla Verm")
    (True, False, False)
    """
    return one != two and (bool(flags(one)) or bool(flags(two))) and skeleton(one).casefold() == skeleton(two).casefold()
