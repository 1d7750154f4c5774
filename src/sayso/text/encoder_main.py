"""The main event of a sentence, as the encoder reads it: who acts, on whom, and what is done.

Texts of a few sentences are read so, the leads and headlines that coders of events are given; in an article words decide (`events`).
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.model import Span, Spans
from sayso.text.encoder_decode import Floats, Network
from sayso.text.encoder_words import Words
from sayso.text.parse import MainEvent

FEW = 3  # sentences of a text whose main events are read
LEAST_WORDS = 3
SURE, FAINT = 0.5, 0.25  # the chance from which on words are a side, and that of the likeliest word where none is sure
NOTABLE = 0.01


def main_event(network: Network, words: Words, first: int, last: int, vectors: Floats) -> MainEvent | None:
    """The main event of the sentence of words [first, last) with `vectors` [W, 384]; None where the weights read none."""
    chances = network.sides(vectors)
    if chances is None:
        return None
    source = side(chances[:, 0])
    target = side(chances[:, 1] * ~source)
    types, says = network.main(vectors, np.stack([source, target], -1).astype(np.float32))
    return MainEvent(
        span=(words.starts[first], words.ends[last - 1]),
        source=_spans(words, first, source),
        target=_spans(words, first, target),
        types=tuple(round(float(t), 4) for t in types),
        says=tuple((words.starts[first + int(i)], round(float(says[i]), 4)) for i in np.flatnonzero(says >= NOTABLE)),
    )


def side(chances: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Which words are a side: of the runs of likely ones the likeliest, none where no word is likely.

    >>> side(np.array([0.1, 0.9, 0.8, 0.2, 0.6])).tolist()
    [False, True, True, False, False]
    """
    on = chances > SURE
    if not on.any():
        on = (chances == chances.max()) & (chances > FAINT)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], on.astype(np.int64), [0]])))
    runs = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    out = np.zeros(len(chances), bool)
    if runs:
        start, end = max(runs, key=lambda run: float(chances[run[0] : run[1]].sum()))
        out[start:end] = True
    return out


def sentences(words: Words, bounds: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The words [first, last) of each sentence, by where sentences begin and end in the text; short ones left out."""
    for start, end in bounds:
        inside = [i for i, at in enumerate(words.starts) if start <= at < end]
        if len(inside) >= LEAST_WORDS:
            yield inside[0], inside[-1] + 1


def roles(words: Words, source: Spans, target: Spans) -> Floats:
    """Which words [W, 2] name who acts and who is acted on, of those that two lists of spans touch."""
    out = np.zeros((len(words), 2), np.float32)
    for k, spans in enumerate((source, target)):
        for i, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
            out[i, k] = any(s < end and start < e for s, e in spans)
    out[:, 1] *= 1 - out[:, 0]
    return out


def _spans(words: Words, first: int, on: NDArray[np.bool_]) -> Spans:
    at = np.flatnonzero(on)
    return () if not len(at) else ((words.starts[first + int(at[0])], words.ends[first + int(at[-1])]),)
