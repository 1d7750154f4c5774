"""Write `lexicon/lemmas.tsv`: endings that give the base form, and the words that they get wrong.

python -m train.lemma_table SILVER.jsonl        (from `train.syntax_silver`; UD's treebanks are read beside it)

Base forms come from UD English (EWT, GUM; CC BY-SA) and from spaCy's tables as they stand in the analysed articles; words only.
"""

import gzip
import json
import pathlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator

from sayso.text.lemmas import CLASSES, Edit, edited, looked_up
from train.data import SHARED

OUT = pathlib.Path(__file__).resolve().parent.parent / "src/sayso/lexicon/lemmas.tsv"
ENDING, CUT = 5, 4  # longest ending, most letters taken off
SURE, OFTEN = 0.8, 3  # how alike and how many the words of an ending must be
TREEBANK = 5  # a word of a treebank counts as so many of the analysed articles


def seen(silver: str) -> Iterator[tuple[str, str, str, int]]:
    """(lower-cased word, tag, base form, weight) of every word in the sources."""
    with open(silver, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for start, end, _, _, _, tag, lemma, *_ in row["tokens"]:
                yield row["text"][start:end].lower(), tag, lemma.lower(), 1
    for name in ("ewt", "gum.permissive"):
        with gzip.open(SHARED / f"data/ud/en_{name}.train.conllu.gz", "rt", encoding="utf-8") as rows:
            for cells in (line.rstrip("\n").split("\t") for line in rows):
                if len(cells) == 10 and cells[0].isdigit():
                    yield cells[1].lower(), cells[4], cells[2].lower(), TREEBANK


def edit(word: str, lemma: str) -> Edit:
    """Letters taken off the word's end and what is put there instead."""
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return len(word) - same, lemma[same:]


def endings(words: dict[tuple[str, str], str]) -> dict[tuple[str, str], Edit]:
    """{(class, ending): edit}, without those that a shorter ending implies."""
    votes: dict[tuple[str, str], Counter[Edit]] = defaultdict(Counter)
    for (word, kind), lemma in words.items():
        change = edit(word, lemma)
        for n in range(1, min(ENDING, len(word) - 1) + 1) if change[0] <= CUT else ():
            votes[kind, word[-n:]][change] += 1
    out: dict[tuple[str, str], Edit] = {}
    for kind, ending in sorted(votes, key=lambda k: (len(k[1]), k)):
        (change, n), total = votes[kind, ending].most_common(1)[0], votes[kind, ending].total()
        shorter = next((out[kind, ending[-k:]] for k in range(len(ending) - 1, 0, -1) if (kind, ending[-k:]) in out), (0, ""))
        if total >= OFTEN and n / total >= SURE and change != shorter:
            out[kind, ending] = change
    return out


def main() -> None:
    """The command line."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word, tag, lemma, n in seen(sys.argv[1]):
        if tag in CLASSES and word.isalpha() and word.isascii() and lemma.isalpha():
            votes[word, CLASSES[tag]][lemma] += n
    words = {key: min(v, key=lambda lemma: (-v[lemma], lemma)) for key, v in votes.items() if v.total() >= 2}
    rules = endings(words)
    others = {key: lemma for key, lemma in words.items() if edited(key[0], looked_up(rules, *key)) != lemma}
    lines = [f"{kind}\t-{ending}\t{cut}\t{put}" for (kind, ending), (cut, put) in sorted(rules.items())]
    lines += [f"{kind}\t{word}\t{len(word)}\t{lemma}" for (word, kind), lemma in sorted(others.items())]
    OUT.write_text("class\tform\tcut\tput\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(words), "words;", len(rules), "endings,", len(others), "others")


if __name__ == "__main__":
    main()
