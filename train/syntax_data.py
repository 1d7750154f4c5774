"""Windows of tokens with their labels: UD's treebanks, articles analysed by spaCy (`train.syntax_silver`), and lists of named entities."""

import gzip
import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.model import Span
from sayso.text.encoder_inputs import Inputs, Pieces, inputs
from sayso.text.encoder_windows import windows
from sayso.text.encoder_words import cut as cut_words
from sayso.text.syntax import Cut, Tags, looks
from train.data import SHARED, UNKNOWN

CONVERTED, TREEBANK = 0, 1
NAMES = ("person", "organization", "state", "group", "place", "other")
TREEBANKS = ("ewt", "gum.permissive")
RARE = 5
PERSON, BODY, OTHER = "person", "organization", "other"
KINDS = {
    "politician": PERSON, "person": PERSON, "PER": PERSON, "politicalparty": BODY, "organisation": BODY, "ORG": BODY, "country": "state",
    "location": "place", "LOC": "place", "election": OTHER, "event": OTHER, "misc": "group",
}  # fmt: skip
TIGHT = re.compile(r"[.,;:!?)\]%]|n't|['’](?:s|re|ve|ll|d|m)")
PEOPLE = re.compile(r"(?:ian|ish|ese|an|i|ic|ists?|s)$")


class Word(NamedTuple):
    """A labelled token: its head counts in the document's tokens (its own index at a root); "" is an unknown label."""

    start: int
    end: int
    head: int
    relation: str
    upos: str
    xpos: str
    sentence: int


class Labelled(NamedTuple):
    """A text with its tokens; `names` is None where nobody looked for any."""

    text: str
    words: list[Word]
    names: list[tuple[int, int, str]] | None
    dialect: int


class Window(NamedTuple):
    """A window ready for training; labels [T], -100 where unknown."""

    inputs: Inputs
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    looks: NDArray[np.int64]
    head: NDArray[np.int64]
    relation: NDArray[np.int64]
    upos: NDArray[np.int64]
    xpos: NDArray[np.int64]
    name: NDArray[np.int64]
    start: NDArray[np.int64]
    sentence: NDArray[np.int64]
    dialect: int


def silver(file: str, n: int) -> list[Labelled]:
    """The first `n` analysed articles."""
    out = []
    with open(file, encoding="utf-8") as lines:
        for row in (json.loads(line) for line, _ in zip(lines, range(n), strict=False)):
            words = [Word(s, e, head, dep, upos, xpos, at) for s, e, head, dep, upos, xpos, _, at, _ in row["tokens"]]
            out.append(Labelled(row["text"], words, [tuple(name) for name in row["names"]], CONVERTED))
    return out


def treebanks(part: str) -> list[Labelled]:
    """EWT and GUM (its permissive genres), one text a document, paragraphs as they were."""
    out = []
    for name in TREEBANKS:
        with gzip.open(SHARED / f"data/ud/en_{name}.{part}.conllu.gz", "rt", encoding="utf-8") as file:
            out += [_laid_out(block) for block in file.read().split("# newdoc")[1:]]
    return [document for document in out if document.words]


def _laid_out(block: str) -> Labelled:
    """A document of a treebank as running text."""
    text, words, sentence = "", [], 0
    for part in block.split("\n\n"):
        rows = [line.split("\t") for line in part.split("\n") if line[:1].isdigit()]
        if not rows:
            continue
        if text:
            text += "\n\n" if re.search(r"^# newpar(?!_)", part, re.MULTILINE) else "" if text.endswith(" ") else " "
        base, placed = len(words), []
        text = _placed(rows, text, placed)
        words += [
            Word(s, e, base + (int(c[6]) - 1 if c[6] != "0" else i), c[7], c[3], c[4], sentence)
            for i, (s, e, c) in enumerate(placed)
        ]
        sentence += 1
    return Labelled(text.rstrip(), words, None, TREEBANK)


def _placed(rows: list[list[str]], text: str, placed: list[tuple[int, int, list[str]]]) -> str:
    """Text with the rows' forms added; words inside a contraction share its characters out."""
    until, at, rest = 0, 0, ""
    for cells in rows:
        space = "" if "SpaceAfter=No" in cells[9] else " "
        if "-" in cells[0]:
            until, at, rest = int(cells[0].split("-")[1]), len(text), cells[1]
            text += cells[1] + space
        elif "." not in cells[0] and int(cells[0]) <= until:
            found = max(0, rest.find(cells[1]))
            size = len(cells[1]) if rest.startswith(cells[1], found) else len(rest) if int(cells[0]) == until else 1
            placed.append((at + found, max(at + found + 1, at + found + size), cells))
            at, rest = at + found + size, rest[found + size :]
        elif "." not in cells[0]:
            placed.append((len(text), len(text) + len(cells[1]), cells))
            text += cells[1] + space
    return text


def entities(states: frozenset[str]) -> list[Labelled]:
    """CrossNER's political part and UNER's English, seven sentences a text; a place that is one of `states` is a state."""
    files = (*((f"crossner_politics.{part}.txt.gz", 0, 1) for part in ("train", "dev", "test")),
             *((f"uner_{part}.iob2.gz", 1, 2) for part in ("ewt.dev", "ewt.test", "pud.test")))  # fmt: skip
    found = [s for name, word, tag in files for s in _sentences(name, word, tag)]
    return [_joined(found[i : i + 7], states) for i in range(0, len(found), 7)]


def _sentences(name: str, word: int, tag: int) -> Iterator[list[tuple[str, str]]]:
    with gzip.open(SHARED / "data/ner" / name, "rt", encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") if "\t" in line else line.split() for line in block.split("\n") if line and line[0] != "#"]
            if rows:
                yield [(cells[word], cells[tag]) for cells in rows]


def _joined(sentences: list[list[tuple[str, str]]], states: frozenset[str]) -> Labelled:
    text, words, names = "", [], []
    for number, sentence in enumerate(sentences):
        text += "" if not text else "\n\n" if number == 4 else " "
        for i, (form, tag) in enumerate(sentence):
            text += "" if i == 0 or TIGHT.fullmatch(form) or text[-1] in "([$#" else " "
            words.append(Word(len(text), len(text) + len(form), -1, "", "", "", number))
            text += form
            if tag.startswith("B-") and tag[2:] in KINDS:
                names.append([words[-1].start, words[-1].end, tag[2:]])
            elif tag.startswith("I-") and names:
                names[-1][1] = words[-1].end
    return Labelled(text, words, [(s, e, _kind(text[s:e], kind, states)) for s, e, kind in names], CONVERTED)


def _kind(name: str, label: str, states: frozenset[str]) -> str:
    kind = KINDS[label]
    if kind == "place" and _plain(name) in states:
        return "state"
    return OTHER if kind == "group" and not (PEOPLE.search(name) and " " not in name) else kind


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


def known_states(articles: list[Labelled]) -> frozenset[str]:
    """Names that the analysed articles take for states more often than for places."""
    seen = Counter((_plain(a.text[s:e]), kind) for a in articles for s, e, kind in a.names or ())
    return frozenset(name for (name, kind), n in seen.items() if kind == "state" and n >= seen[name, "place"])


def tags(documents: list[Labelled]) -> Tags:
    """The labels that are frequent enough to be learned."""
    counts = [Counter(getattr(w, field) for d in documents for w in d.words) for field in ("upos", "xpos", "relation")]
    upos, xpos, relations = (tuple(sorted(k for k, n in c.items() if n >= RARE and k)) for c in counts)
    return Tags(upos=upos, xpos=xpos, relations=relations, names=NAMES)


def example_windows(document: Labelled, pieces: Pieces, known: Tags) -> Iterator[Window]:
    """The windows of a document, as the reader cuts them but without overlap."""
    words = cut_words(document.text)
    ids = [pieces.of(document.text[s:e]) for s, e in zip(words.starts, words.ends, strict=True)]
    spans: list[Span] = [(w.start, w.end) for w in document.words]
    found = Cut.over(document.text, spans, [], words, pieces)
    numbers = [{k: i for i, k in enumerate(labels)} for labels in (known.relations, known.upos, known.xpos)]
    names = _name_tags(document)
    for window in windows(words, [len(p) for p in ids], overlap=0):
        held = found.held(window.start, window.end)
        if held:
            given = inputs(words, ids, window, pieces)
            first, last = found.places(held, window, given)
            seen = np.asarray(list(looks(document.text, spans, held, first)), np.int64)
            yield Window(given, first, last, seen, *_labels(document, held, numbers), names[held.start : held.stop],
                         *_bounds(document, held), document.dialect)  # fmt: skip


def _name_tags(document: Labelled) -> NDArray[np.int64]:
    out = np.full(len(document.words), UNKNOWN if document.names is None else 0, np.int64)
    starts = [w.start for w in document.words]
    for start, end, kind in document.names or ():
        at = bisect_left(starts, start)
        upto = bisect_left(starts, end)
        out[at:upto] = 2 * NAMES.index(kind) + 2
        out[at : at + 1] = 2 * NAMES.index(kind) + 1
    return out


def _labels(document: Labelled, held: range, numbers: list[dict[str, int]]) -> list[NDArray[np.int64]]:
    """Heads, relations and tags; heads outside the window are unknown."""
    words = document.words[held.start : held.stop]
    inside = [held.start <= w.head < held.stop and bool(w.relation) for w in words]
    head = [w.head - held.start if ok else UNKNOWN for w, ok in zip(words, inside, strict=True)]
    relation = [numbers[0].get(w.relation, UNKNOWN) if ok else UNKNOWN for w, ok in zip(words, inside, strict=True)]
    tagged = [
        [table.get(getattr(w, field), UNKNOWN) for w in words] for table, field in zip(numbers[1:], ("upos", "xpos"), strict=True)
    ]
    return [np.asarray(row, np.int64) for row in (head, relation, *tagged)]


def _bounds(document: Labelled, held: range) -> list[NDArray[np.int64]]:
    """Where sentences begin, and the number of each token's sentence."""
    number = [document.words[i].sentence for i in held]
    before = [document.words[i - 1].sentence if i else -1 for i in held]
    start = [int(a != b) for a, b in zip(number, before, strict=True)]
    return [np.asarray(row, np.int64) for row in (start, number)]
