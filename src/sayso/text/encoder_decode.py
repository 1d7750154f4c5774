"""From the network's scores over one window to statements as word numbers."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.text.encoder_inputs import Inputs, Ints, relations
from sayso.text.encoder_windows import PIECES, Window
from sayso.text.encoder_words import Words

Floats = NDArray[np.float32]
NONE, SOURCE, CUE, CONTENT = range(4)
OUTSIDE, BEGIN, IN, OPEN = range(4)
SURE = 50.0


class Roles(msgspec.Struct, frozen=True):
    """Of A anchors: role scores [A, W, 4], and logits of being a statement [A], of acts [A, 11], of being a core one [A]."""

    roles: Floats
    accept: Floats
    act: Floats
    core: Floats


class Seen(NamedTuple):
    """What the encoder makes of a window: vectors [W, width] and cue scores [W, 4] of its words (outside, begin, in; a statement without
    a cue opens here), and of its pieces what tokens are read from [P, 512], None where the weights have no such part."""

    vectors: Floats
    cues: Floats
    inner: Floats | None = None


class Network(Protocol):
    """Anything that scores windows; how it was made is no matter of the decoder."""

    def words(self, inputs: Inputs) -> Seen:
        """What the encoder makes of a window."""
        ...

    def roles(self, vectors: Floats, anchors: Ints, distance: Ints, relation: Ints) -> Roles:
        """The roles of the window's words for each anchor."""
        ...

    def marks(self, vectors: Floats) -> tuple[Floats, Floats, Floats] | None:
        """Chances of what words foretell [W, 7] and trigger [W, 17], none first, and of statuses [W, 7]; None without such a head."""
        ...

    def sides(self, vectors: Floats) -> Floats | None:
        """Chances [W, 2] of a sentence's words to name who acts and who is acted on in its main event; None without such a head."""
        ...

    def main(self, vectors: Floats, roles: Floats) -> tuple[Floats, Floats]:
        """Chances [17] of the types of the event between sides `roles` [W, 2] (none first), and each word's share in saying so [W]."""
        ...


class Settings(msgspec.Struct, frozen=True):
    """What belongs to one set of weights besides the weights: which role follows which, thresholds, calibration."""

    steps: tuple[tuple[float, ...], ...]
    acts: tuple[str, ...]
    look: float = 0.2
    open: float = 0.7
    accept: float = 0.5
    core: float = 0.5
    fragment: float = 0.0
    slope: float = 1.0
    shift: float = 0.0


class Raw(msgspec.Struct, frozen=True):
    """A statement as numbers of words of the document, each role in order."""

    anchor: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    score: float
    act: str
    core: bool


def window_statements(
    network: Network, settings: Settings, words: Words, window: Window, vectors: Floats, cues: Floats
) -> list[Raw]:
    """The statements whose anchor the window decides, in order of their anchors, from its word vectors and cue scores."""
    anchors, opens, found = _anchors(cues, settings, window)
    if not anchors:
        return []
    at = np.asarray(anchors, dtype=np.int64)
    scored = network.roles(vectors, at, *relations(words, window, anchors))
    emissions = scored.roles.astype(np.float64)
    for row, (i, opening) in enumerate(zip(anchors, opens, strict=True)):
        emissions[row, i, CONTENT if opening else CUE] += SURE
    paths = viterbi(emissions, np.asarray(settings.steps, dtype=np.float64))
    accept = sigmoid(scored.accept)
    rows = []
    for row, i in enumerate(anchors):
        score = calibrated(settings, float(found[row]), float(accept[row]))
        source, cue, content = _picked(paths[row], emissions[row], i, window.start, settings.fragment)
        if score >= settings.accept and content:
            act = settings.acts[int(np.argmax(scored.act[row]))]
            core = bool(sigmoid(scored.core[row]) >= settings.core)
            cue = () if opens[row] else cue
            rows.append(Raw(anchor=i + window.start, source=source, cue=cue, content=content, score=score, act=act, core=core))
    return rows


def _picked(path: Ints, emissions: NDArray[np.float64], anchor: int, offset: int, fragment: float) -> list[tuple[int, ...]]:
    """Words of source, cue, content: of source runs the likeliest, of cue runs the anchor's, of content runs all that are sure.

    A source or a cue in pieces is rarer in the gold than a piece found too many. `fragment` is what a further run of content must
    gain over being none.
    """
    runs: dict[int, list[tuple[int, ...]]] = {SOURCE: [], CUE: [], CONTENT: []}
    for role, found in runs.items():
        for i in np.nonzero(path == role)[0].tolist():
            found[-1:] = [(*found[-1], i)] if found and found[-1][-1] == i - 1 else [*found[-1:], (i,)]
    gains = {
        role: [float((emissions[list(run), role] - emissions[list(run), NONE]).sum()) for run in found]
        for role, found in runs.items()
    }
    sources = sorted(zip(gains[SOURCE], runs[SOURCE], strict=True))
    cue = next((run for run in runs[CUE] if anchor in run), ())
    least = min(max(gains[CONTENT], default=0.0), fragment)
    content = tuple(i for gain, run in zip(gains[CONTENT], runs[CONTENT], strict=True) if gain >= least for i in run)
    return [tuple(i + offset for i in found) for found in (sources[-1][1] if sources else (), cue, content)]


def _anchors(cues: Floats, settings: Settings, window: Window) -> tuple[list[int], list[bool], list[float]]:
    """Words to look at (from the window's start), whether each opens a statement without a cue, and how likely it is."""
    shares = np.exp(cues[:, :3] - cues[:, :3].max(axis=1, keepdims=True)).astype(np.float64)
    shares /= shares.sum(axis=1, keepdims=True)
    likely = 1 - shares[:, OUTSIDE]
    opening = sigmoid(cues[:, OPEN])
    best = {max(run, key=lambda i: likely[i]): float(max(likely[i] for i in run)) for run in _runs(likely, shares, settings.look)}
    first = {int(i): float(opening[i]) for i in np.nonzero(opening >= settings.open)[0] if i not in best}
    own = sorted(i for i in best | first if window.first <= i + window.start < window.last)
    return own, [i in first for i in own], [best[i] if i in best else first[i] for i in own]


def _runs(likely: NDArray[np.float64], shares: NDArray[np.float64], look: float) -> list[list[int]]:
    """Neighbouring words that may be a cue, parted where a new cue begins."""
    runs: list[list[int]] = []
    for i in np.nonzero(likely >= look)[0]:
        starts = shares[i, BEGIN] > max(shares[i, IN], 0.5) and likely[i - 1] >= 0.5
        if runs and runs[-1][-1] == i - 1 and not starts:
            runs[-1].append(int(i))
        else:
            runs.append([int(i)])
    return runs


def viterbi(emissions: NDArray[np.float64], steps: NDArray[np.float64]) -> Ints:
    """The best path [A, W] through emissions [A, W, R] where `steps` [R, R] scores what follows what."""
    best = np.empty_like(emissions)
    best[:, 0] = emissions[:, 0]
    moves = np.empty((len(emissions), *steps.shape))
    for t in range(1, emissions.shape[1]):
        np.add(best[:, t - 1, :, None], steps, out=moves)
        np.maximum.reduce(moves, axis=1, out=best[:, t])
        best[:, t] += emissions[:, t]
    back = (best[:, :-1, :, None] + steps).argmax(axis=2).tolist()
    path: Ints = best.argmax(axis=2)
    for row, before in zip(path, back, strict=True):
        state = int(row[-1])
        for t in range(len(before), 0, -1):
            row[t - 1] = state = before[t - 1][state]
    return path


def calibrated(settings: Settings, found: float, accepted: float) -> float:
    """The chance that a statement is right, from the chances of its cue and of the second look."""
    tiny = 1e-6
    both = (found * accepted) ** 0.5
    both = min(max(both, tiny), 1 - tiny)
    return float(1 / (1 + np.exp(-(settings.slope * np.log(both / (1 - both)) + settings.shift))))


def sigmoid(x: Floats) -> NDArray[np.float64]:
    """The logistic function, elementwise."""
    return np.asarray(1 / (1 + np.exp(-np.asarray(x, dtype=np.float64))))


def without_doubles(rows: Sequence[Raw]) -> list[Raw]:
    """Of statements that share a word of their cues and most of a content, the likelier; in order of their anchors."""
    kept: dict[int, list[Raw]] = {}
    for row in sorted(rows, key=lambda r: (-r.score, r.anchor)):
        near = row.anchor // PIECES
        if not any(_same(row, other) for place in (near - 1, near, near + 1) for other in kept.get(place, ())):
            kept.setdefault(near, []).append(row)
    return sorted((row for found in kept.values() for row in found), key=lambda r: r.anchor)


def _same(a: Raw, b: Raw) -> bool:
    shared = 2 * len(set(a.content) & set(b.content))
    if a.cue and b.cue:
        return not set(a.cue).isdisjoint(b.cue) and shared > len(a.content)
    return shared > max(len(a.content), len(b.content))
