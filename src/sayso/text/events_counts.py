"""How many died, were injured or arrested: numbers beside the words that say so, low to high, and the words they rest on."""

import re

from sayso.model import Count
from sayso.text.tree import Tree

FATE = {
    "dead": frozenset({
        "kill", "die", "slay", "murder", "massacre", "behead", "execute", "assassinate", "slaughter", "perish", "dead", "death",
        "fatality", "shoot", "claim", "toll",
    }),
    "injured": frozenset({"wound", "injure", "hurt", "injury", "wounded", "maim", "injured"}),
    "arrested": frozenset({"arrest", "detain", "imprison", "jail", "apprehend", "round", "arrested", "nab", "capture"}),
}  # fmt: skip
SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
UNITS = {word: n for n, word in enumerate(SMALL, 1)}
TENS = {w: 10 * n for n, w in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)}
ROUND = {"dozen": (12, 12), "score": (20, 20), "hundred": (100, 100), "thousand": (1000, 1000), "million": (10**6, 10**6)}
VAGUE = {
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2000, 9999), "several": (3, 9), "few": (2, 5),
    "tens": (20, 99), "millions": (2 * 10**6, 10**7 - 1), "couple": (2, 2),
}  # fmt: skip
FLOORS = re.compile(r"(?:at least|more than|over|upwards of|no fewer than|no less than)\s*$", re.IGNORECASE)
CEILINGS = re.compile(r"(?:up to|as many as|at most|fewer than|less than|nearly|almost)\s*$", re.IGNORECASE)
RANGE = re.compile(r"^(\d[\d,]*)\s*[-–]\s*(\d[\d,]*)$")
NO_BOUND = 10
PEOPLE = frozenset({
    "people", "person", "civilian", "soldier", "man", "woman", "child", "other", "student", "protester", "demonstrator",
    "militant", "policeman", "officer", "worker", "resident", "villager", "passenger", "troop", "member", "fighter", "rebel",
    "victim", "american", "guard", "suspect", "gunman", "pilgrim", "tourist", "journalist", "activist", "migrant", "refugee",
    "prisoner", "hostage", "police", "boy", "girl", "life", "casualty", "body", "insurgent", "terrorist", "servicemember",
    "contractor", "national", "citizen", "marine", "sailor", "airman", "staff", "personnel", "worshipper", "pedestrian",
    "bystander", "schoolchild", "inmate",
})  # fmt: skip


def counts(tree: Tree, i: int) -> dict[str, Count]:
    """Numbers of dead, injured and arrested in the sentence of word `i`, each the one whose words stand nearest to it."""
    start, end = tree.sentence(i)
    out: dict[str, tuple[int, Count]] = {}
    for k in range(start, end):
        found = number(tree, k)
        fate = found and _fate(tree, k)
        if found and fate and (fate not in out or abs(k - i) < out[fate][0]):
            out[fate] = (abs(k - i), found)
    return {fate: found for fate, (_, found) in out.items()}


def number(tree: Tree, k: int) -> Count | None:
    """The number of people that begins at word `k`, with "at least" and the like weighed."""
    low, high, last = _value(tree, k)
    if low < 0:
        return None
    span = (tree.tokens[k].start, tree.tokens[last].end)
    before = tree.text[max(0, span[0] - 20) : span[0]]
    if CEILINGS.search(before):
        low = 0 if not re.search(r"(?:nearly|almost)\s*$", before, re.IGNORECASE) else low
    if FLOORS.search(before):
        high = max(high, low * NO_BOUND)
    return Count(low, high, span)


def _value(tree: Tree, k: int) -> tuple[int, int, int]:
    """(low, high, last word) of a number, low -1 where none begins here."""
    word = tree.words[k]
    if match := RANGE.match(word):
        return int(match[1].replace(",", "")), int(match[2].replace(",", "")), k
    following = tree.words[k + 1] if k + 1 < len(tree.words) else ""
    if word in VAGUE:
        return *VAGUE[word], k
    base = _plain(word)
    if base is None:
        base = 1 if word in ("a", "an") and following in ROUND else None
    if base is None:
        return (*ROUND["dozen"], k) if word == "dozen" else (-1, -1, k)
    if following in ROUND:
        return base * ROUND[following][0], base * ROUND[following][1], k + 1
    return base, base, k


def _plain(word: str) -> int | None:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,6}", word) and not re.fullmatch(r"(?:19|20)\d\d", word):
        return int(word.replace(",", ""))
    tens, _, unit = word.partition("-")
    if tens in TENS and (not unit or unit in UNITS):
        return TENS[tens] + UNITS.get(unit, 0)
    return UNITS.get(word)


def _fate(tree: Tree, k: int) -> str | None:
    """What became of those whom the number at word `k` counts."""
    head = k
    while (
        tree.tokens[head].dep in ("nummod", "advmod", "compound", "nmod", "det", "amod", "dep") and tree.tokens[head].head != head
    ):
        head = tree.tokens[head].head
    noun = tree.tokens[head].lemma.lower()
    if head != k and noun not in PEOPLE and not any(noun in fates for fates in FATE.values()):
        return None
    near = [
        head,
        tree.tokens[head].head,
        *(c for c in tree.children[head] if tree.tokens[c].dep in ("acl", "amod", "xcomp", "acl:relcl", "nmod")),
    ]
    affected = tree.tokens[head].dep in ("obj", "nsubj:pass", "root", "conj", "xcomp", "appos", "nmod", "obl", "dep", "ccomp")
    for place in near:
        lemma = tree.tokens[place].lemma.lower()
        for fate, lemmas in FATE.items():
            if lemma in lemmas and (affected or place != tree.tokens[head].head or lemma == "die"):
                return fate
    return None
