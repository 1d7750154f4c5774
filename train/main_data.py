"""Sentences with who acts and who is acted on: published pairs with a PLOVER type, sentences with both sides tagged, sentences without an
act, sentences of our gold and of the treebanks without events, and our own (`main_sentences.tsv`), written for this.

Rows of `main_sentences.tsv`: type (NONE: nothing political is done), sentence with `[S ...]` who acts, `[T ...]` on whom, `[! ...]` the word that names the
act, and placeholders for countries: `{A}` a name, `{A:adj}` its adjective. All persons, towns and bodies of a country in them are invented.
"""

import csv
import gzip
import importlib.resources
import itertools
import json
import pathlib
import random
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval import shared
from sayso.text.encoder_inputs import Inputs, Pieces, inputs
from sayso.text.encoder_main import roles
from sayso.text.encoder_windows import windows
from sayso.text.encoder_words import cut
from train.data import UNKNOWN, gold
from train.kinds import EVENTS

SHORT = 4  # words: what is shorter is a title or a name
EVERYDAY = re.compile(r"answers|reviews|email|GUM_(?:voyage|whow|academic|textbook|fiction|vlog)")
PARTS = 5  # for cross-validation, by text, so that no sentence is learnt in one form and judged in another
YIELD = EVENTS.index("RETREAT")  # RETREAT and CONCEDE are one type in the published pairs
Spans = list[tuple[int, int]]


class Sentence(NamedTuple):
    """A text with the spans of both sides (None: nobody looked) and the index of its act's type (UNKNOWN: nobody looked)."""

    id: str
    text: str
    source: Spans | None
    target: Spans | None
    kind: int

    @property
    def part(self) -> int:
        """Which of the parts the text belongs to; copies of one of our own belong to one."""
        key = self.id.rsplit(" ", 1)[0] if self.id.startswith("own ") else "".join(self.text.split()).lower()
        return zlib.crc32(key.encode()) % PARTS


class Lesson(NamedTuple):
    """A sentence as the network takes it: one window, the roles of its words [W, 2] (None: unknown) and the type."""

    inputs: Inputs
    roles: NDArray[np.float32] | None
    kind: int


def sentences() -> Iterator[Sentence]:
    """All of them."""
    for row in _rows("plv_train"):
        kind = YIELD if row["code"] == "YIELD" else EVENTS.index(row["code"])
        yield Sentence(row["id"], row["text"], _spans(row["source_spans"]), _spans(row["target_spans"]), kind)
    for row in _rows("cameo_ner"):
        sides = _tagged(row["text"], row["tokens"], row["bio"])
        if sides is not None:
            yield Sentence(row["id"], row["text"], *sides, UNKNOWN)
    for row in _rows("cameo_class"):
        if row["penta"] == 0:
            yield Sentence(row["id"], row["text"], None, None, 0)


OWN = pathlib.Path(__file__).with_name("main_sentences.tsv")
MARKED = re.compile(r"\[(S|T|!) ([^\[\]]+)\]")
COUNTRY = re.compile(r"\{([ABC])(:adj)?\}")


ARTICLE = re.compile(r"\b([Aa]) ([AEIO])")


def own(rng: random.Random, copies: int = 2) -> Iterator[Sentence]:
    """Our own sentences, each `copies` times with other countries."""
    with importlib.resources.files("sayso.lexicon").joinpath("states.tsv").open(encoding="utf-8") as table:
        states = [(r["name"], r["adjectives"].split("|")[0]) for r in csv.DictReader(table, delimiter="\t") if r["adjectives"]]
    for number, line in enumerate(OWN.read_text(encoding="utf-8").splitlines()):
        kind, _, marked = line.partition("\t")
        for copy in range(copies):
            chosen = dict(zip("ABC", rng.sample(states, 3), strict=True))
            filled = ARTICLE.sub(r"\1n \2", COUNTRY.sub(lambda m: chosen[m[1]][bool(m[2])], marked))  # noqa: B023 - used at once
            yield _unmarked(f"own {number} {copy}", filled, kind)


def _unmarked(name: str, marked: str, kind: str) -> Sentence:
    """The sentence without its marks, their places as spans."""
    sides: dict[str, Spans] = {"S": [], "T": [], "!": []}
    text, at = "", 0
    for m in MARKED.finditer(marked):
        text += marked[at : m.start()]
        sides[m[1]].append((len(text), len(text) + len(m[2])))
        text, at = text + m[2], m.end()
    text += marked[at:]
    if kind == "NONE":
        return Sentence(name, text, None, None, 0)
    return Sentence(name, text, sides["S"], sides["T"], YIELD if kind == "CONCEDE" else EVENTS.index(kind))


def quiet(count: int, rng: random.Random) -> Iterator[Sentence]:
    """Sentences of the gold's articles by themselves, some of those without any event. Those with events of one type teach little: the
    types of the published pairs are read worse beside them (`train/LOG.md`)."""
    found: list[Sentence] = []
    for article in (*gold("train"), *gold("events")):
        words = cut(article.text)
        for number, group in itertools.groupby(range(len(words)), key=words.sentence.__getitem__):
            inside = list(group)
            start, end = words.starts[inside[0]], words.ends[inside[-1]]
            told = any(m.head == 1 and any(start <= s < end for s, _ in m.spans) for m in article.marks or ())
            if len(inside) > SHORT and not told:
                found.append(Sentence(f"{article.id} {number}", article.text[start:end], None, None, 0))
    yield from rng.sample(found, min(count, len(found)))


def everyday(count: int, rng: random.Random) -> Iterator[Sentence]:
    """Sentences of the treebanks' genres in which nothing political is done: questions and answers, reviews, letters, travel, how-to."""
    found: list[Sentence] = []
    for file in ("en_ewt.train", "en_gum.permissive.train"):
        with gzip.open(shared.data(f"data/ud/{file}.conllu.gz"), "rt", encoding="utf-8") as lines:
            name = ""
            for line in lines:
                if line.startswith("# sent_id = "):
                    name = line.removeprefix("# sent_id = ").strip()
                elif line.startswith("# text = ") and EVERYDAY.match(name) and line.count(" ") > SHORT + 3:
                    found.append(Sentence(f"everyday {name}", line.removeprefix("# text = ").strip(), None, None, 0))
    yield from rng.sample(found, min(count, len(found)))


def _rows(name: str) -> Iterator[dict]:
    return map(json.loads, shared.data(f"data/events/{name}.jsonl").read_text(encoding="utf-8").splitlines())


def _spans(raw: list[list[int]]) -> Spans:
    return [(s, e) for s, e in raw]


def _tagged(text: str, tokens: list[str], tags: list[str]) -> tuple[Spans, Spans] | None:
    """Spans of the tokens tagged S and T; None where a token is not found in the text."""
    at, sides = 0, {"S": Spans(), "T": Spans()}
    for token, tag in zip(tokens, tags, strict=True):
        start = text.find(token, at)
        if start < 0:
            return None
        at = start + len(token)
        if tag[2:] in sides:
            sides[tag[2:]].append((start, at))
    return sides["S"], sides["T"]


def lesson(sentence: Sentence, pieces: Pieces) -> Lesson | None:
    """The sentence as arrays; None where it is longer than a window or empty."""
    words = cut(sentence.text)
    ids = [pieces.of(sentence.text[s:e]) for s, e in zip(words.starts, words.ends, strict=True)]
    whole = windows(words, [len(p) for p in ids])
    if len(whole) != 1:
        return None
    known = sentence.source is not None and sentence.target is not None
    found = roles(words, sentence.source or [], sentence.target or []) if known else None
    return Lesson(inputs(words, ids, whole[0], pieces), found, sentence.kind)
