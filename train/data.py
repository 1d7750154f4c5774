"""Articles with their attributions, as the windows and labels that the network is trained on."""

import json
import os
import pathlib
import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from eval.gold.keep import KEPT, texts
from numpy.typing import NDArray

from sayso.text.encoder_inputs import Inputs, Pieces, inputs, relations
from sayso.text.encoder_windows import Window, windows
from sayso.text.encoder_words import Words, cut
from train.kinds import ACTS, EVENTS, FORETELLS, STATUSES

HERE = pathlib.Path(__file__).resolve().parent
SHARED = pathlib.Path(os.environ.get("SAYSO_SHARED", HERE.parent.parent / "shared"))
SPLIT = HERE.parent / "eval" / "gold" / "split.json"
POLNEAR, OURS = 0, 1
SENTENCE = 2  # a sentence or an article of which only events are known; read as ours
UNKNOWN = -100
NONE, SOURCE, CUE, CONTENT = range(4)
THAT = re.compile(r"[\"“‘']*that\b\s*", re.IGNORECASE)
RARE = 0.03


class Attr(NamedTuple):
    """One gold attribution; act -100 and core -100 where the guideline has none."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]
    act: int = UNKNOWN
    core: int = UNKNOWN


class Mark(NamedTuple):
    """Words that foretell or trigger an event: which head learns them (0 foretells, 1 events, 2 status) and the label."""

    spans: list[tuple[int, int]]
    head: int
    label: int


class Article(NamedTuple):
    """A text with its gold; `marks` is None where nobody looked for any."""

    id: str
    text: str
    attrs: list[Attr]
    guideline: int
    marks: list[Mark] | None = None


class Example(NamedTuple):
    """A window ready for training; `anchors` holds, for each statement, the words that may stand for it, roles and kinds."""

    inputs: Inputs
    guideline: int
    words: Words
    window: Window
    cue: NDArray[np.int64]
    open: NDArray[np.int64]
    marks: NDArray[np.int64]
    anchors: list[tuple[list[int], NDArray[np.int64], int, int]]


def polnear(part: str) -> list[Article]:
    """PolNeAR's articles of one part; a leading "that" of a content is cut, as our guideline wants it."""
    rows = (json.loads(line) for line in (SHARED / f"data/polnear/{part}.jsonl").open(encoding="utf-8"))
    return [Article(r["id"], r["text"], [_attr(a, r["text"]) for a in r["attrs"]], POLNEAR) for r in rows]


def with_nested(articles: list[Article], file: str) -> list[Article]:
    """The articles with the statements inside contents that `train.nest` found, where a file of them is named."""
    if not file:
        return articles
    rows = map(json.loads, pathlib.Path(file).read_text(encoding="utf-8").splitlines())
    extra = {r["id"]: [Attr(*([(s, e) for s, e in spans] for spans in parts)) for parts in r["attrs"]] for r in rows}
    return [a._replace(attrs=a.attrs + extra.get(a.id, [])) for a in articles]


def gold(part: str) -> list[Article]:
    """Our own gold, train, dev or `events` (articles of which events alone were annotated); the test part is nobody's to train on or to look at."""
    if part not in ("train", "dev", "events"):
        raise ValueError(f"{part}: only train, dev and events may be read here")
    names = json.loads(SPLIT.read_text(encoding="utf-8"))[part]
    found = texts(names)
    articles = []
    for file in (f for name in names for f in sorted(KEPT.glob(f"{name}.*.json"))):
        note = json.loads(file.read_text(encoding="utf-8"))
        text = found[note["doc"]]
        guideline = SENTENCE if part == "events" else OURS
        articles.append(Article(note["doc"], text, [_attr(a, text) for a in note["statements"]], guideline, _marks(note)))
    return articles


def _marks(note: dict[str, list[dict[str, Any]]]) -> list[Mark]:
    spans = lambda old: [(s, e) for s, e in old or []]  # noqa: E731
    out = [Mark(spans(f["wording"]), 0, FORETELLS.index(f["kind"])) for f in note["forecasts"]]
    for event in note["events"]:
        trigger = spans([event["trigger"]])
        out += [Mark(trigger, 1, EVENTS.index(event["type"])), Mark(trigger, 2, STATUSES.index(event["status"]))]
    return out


def silver(file: str) -> list[Article]:
    """What `train.silver` wrote, as articles of our guideline; none where no file is named. Unsure statements leave their cue open."""
    rows = map(json.loads, pathlib.Path(file).read_text(encoding="utf-8").splitlines()) if file else []
    return [Article(r["id"], r["text"], [_attr(a, r["text"]) for a in r["statements"]], OURS) for r in rows]


def pairs(file: str) -> list[Article]:
    """Sentences with the trigger of one event (`train.events_model --pairs`): nothing is known of their statements or other triggers."""
    rows = map(json.loads, pathlib.Path(file).read_text(encoding="utf-8").splitlines()) if file else []
    out = []
    for r in rows:
        trigger = Mark([tuple(r["trigger"])], 1, EVENTS.index(r["kind"]))
        others = Mark([(s, e) for s, e in r["others"]], 1, UNKNOWN)
        out.append(Article(r["id"], r["text"], [], SENTENCE, [others, trigger]))
    return out


def _attr(raw: dict[str, list[list[int]]], text: str) -> Attr:
    content = [_without_that(s, e, text) for s, e in raw.get("content") or []]
    spans = [[(s, e) for s, e in raw.get(role) or []] for role in ("source", "cue")]
    act = ACTS.index(raw["act"]) if "act" in raw else UNKNOWN
    return Attr(*spans, content, act, int(raw["core"]) if "core" in raw else UNKNOWN)


def _without_that(start: int, end: int, text: str) -> tuple[int, int]:
    m = THAT.match(text[start:end])
    return (start + m.end(), end) if m and start + m.end() < end and text[start] in "tT" else (start, end)


def cue_rates(articles: list[Article]) -> dict[str, float]:
    """How often each word, lower-cased, stands in a cue."""
    seen: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    for article in articles:
        words = cut(article.text)
        inside = {i for a in article.attrs for i in _covered(words, a.cue)}
        for i, (s, e) in enumerate(zip(words.starts, words.ends, strict=True)):
            word = article.text[s:e].lower()
            seen[word] += 1
            cued[word] += i in inside
    return {word: cued[word] / n for word, n in seen.items()}


def _covered(words: Words, spans: list[tuple[int, int]]) -> list[int]:
    starts, ends = np.asarray(words.starts), np.asarray(words.ends)
    return [int(i) for s, e in spans for i in np.nonzero((starts < e) & (ends > s))[0]]


def examples(article: Article, pieces: Pieces, rates: dict[str, float], rng: random.Random) -> Iterator[Example]:
    """The windows of an article, cut a little elsewhere each time."""
    words = cut(article.text)
    if not len(words):
        return
    ids = [pieces.of(article.text[s:e]) for s, e in zip(words.starts, words.ends, strict=True)]
    cue, opens = _labels(article, words, rates)
    marks = _marked(article, words)
    roles = [_roles(a, words) for a in article.attrs]
    limit = rng.choice((254, 254, 254, 230, 200))
    for window in windows(words, [len(p) for p in ids], overlap=0, limit=limit):
        part = slice(window.start, window.end)
        anchors = []
        for attr, (candidates, role) in zip(article.attrs, roles, strict=True):
            inside = [i - window.start for i in candidates if window.start <= i < window.end]
            if inside and (role[part] == CONTENT).any():
                anchors.append((inside, role[part], attr.act, attr.core))
        yield Example(
            inputs(words, ids, window, pieces),
            OURS if article.guideline == SENTENCE else article.guideline,
            words,
            window,
            cue[part],
            opens[part],
            marks[:, part],
            anchors,
        )


def _marked(article: Article, words: Words) -> NDArray[np.int64]:
    """Labels [3, W] of the heads that find forecasts, events and their status."""
    out = np.full((3, len(words)), UNKNOWN, np.int64)
    if article.marks is not None:
        out[1 if article.guideline == SENTENCE else 0 : 2] = 0
        for mark in article.marks:
            out[mark.head, _covered(words, mark.spans)] = mark.label
    return out


def _labels(article: Article, words: Words, rates: dict[str, float]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Labels of the cue head and of the head for statements without a cue."""
    cue = np.zeros(len(words), np.int64)
    if article.guideline == SENTENCE:
        cue[:] = UNKNOWN
    opens = np.full(len(words), 0 if article.guideline == OURS else UNKNOWN, np.int64)
    if article.guideline == POLNEAR:
        for i in _covered(words, [s for a in article.attrs for s in a.content]):
            word = article.text[words.starts[i] : words.ends[i]].lower()
            cue[i] = UNKNOWN if rates.get(word, 1.0) >= RARE else 0
    for attr in article.attrs:
        for span in attr.cue[1:]:
            cue[_covered(words, [span])] = UNKNOWN
    for attr in article.attrs:
        at = _covered(words, attr.cue[:1])
        if at:
            cue[at] = 2 if attr.content else UNKNOWN
            cue[at[0]] = 1 if attr.content else UNKNOWN
        elif attr.content and article.guideline == OURS:
            opens[_covered(words, attr.content[:1])[:1]] = 1
    return cue, opens


def _roles(attr: Attr, words: Words) -> tuple[list[int], NDArray[np.int64]]:
    """Words that may stand for the statement (of its first cue, else its first word) and the role of every word."""
    role = np.full(len(words), NONE, np.int64)
    for spans, value in ((attr.content, CONTENT), (attr.source, SOURCE), (attr.cue, CUE)):
        role[_covered(words, spans)] = value
    return _covered(words, attr.cue[:1]) or _covered(words, attr.content[:1])[:1], role


def pair_arrays(example: Example, anchors: list[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Distances and relations of the window's words to the anchors."""
    return relations(example.words, example.window, anchors)
