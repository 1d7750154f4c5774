"""Attributions read by the trained encoder: cues first, then the source and content of each cue, then which holds which."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from sayso.model import Document, Spans
from sayso.text.encoder_decode import Floats, Network, Raw, Settings, window_statements, without_doubles
from sayso.text.encoder_inputs import Pieces, inputs
from sayso.text.encoder_main import FEW, main_event, roles, sentences
from sayso.text.encoder_mend import spans_of
from sayso.text.encoder_windows import PIECES, Window, windows
from sayso.text.encoder_words import Words, cut
from sayso.text.parse import Analysis, Attribution, MainEvent, Token, WordRead
from sayso.text.syntax import Cut, Part, SyntaxReader

FAINT = 0.02  # the chance below which a word is not worth keeping
RELAYING = frozenset({"cite", "cites", "cited", "citing", "quote", "quotes", "quoted", "quoting"})


class EncoderReader:
    """Reads attributions out of documents; holds the network and its settings, and nothing of what it read."""

    def __init__(
        self, network: Network, settings: Settings, pieces: Pieces, *, name: str, syntax: SyntaxReader | None = None
    ) -> None:
        self.network, self.settings, self.pieces, self.name = network, settings, pieces, name
        self.syntax = syntax

    def attributions(self, document: Document) -> tuple[Attribution, ...]:
        """The document's attributions in order of their cues, each with the index of the one that holds it."""
        return self.read(document).attributions or ()

    def read(self, document: Document) -> Analysis:
        """The attributions, and what words foretell or trigger (None where the weights have no head for that).

        Tokens, sentences and names too where the weights read them, else none; then the main events of a text of few sentences.
        """
        text, words = document.text, cut(document.text, document.furniture)
        ids = [self.pieces.of(text[s:e]) for s, e in zip(words.starts, words.ends, strict=True)]
        tokens = Cut.of(document, words, self.pieces) if self.syntax is not None and len(words) else None
        rows: list[Raw] = []
        marked: list[WordRead] = []
        parts: list[Part] = []
        sighted, whole = True, None
        for window in windows(words, [len(p) for p in ids]):
            given = inputs(words, ids, window, self.pieces)
            vectors, cues, inner = self.network.words(given)
            rows += window_statements(self.network, self.settings, words, window, vectors, cues)
            whole = vectors if window.start == 0 and window.end == len(words) else None
            seen = self.network.marks(vectors)
            sighted = seen is not None
            marked += _marked(words, window, *seen) if seen is not None else ()
            if self.syntax is not None and tokens is not None and inner is not None:
                part = self.syntax.part(text, tokens, window, given, inner)
                parts += [part] if part is not None else []
        syntax = self.syntax.analysis(text, tokens, parts) if self.syntax is not None and tokens is not None else ((), (), ())
        said = self._attributions(text, words, without_doubles(rows))
        mains = tuple(self._mains(words, syntax[0], syntax[1], whole)) if whole is not None else ()
        return Analysis(*syntax, attributions=said, marks=tuple(marked) if sighted else None, mains=mains)

    def _mains(
        self, words: Words, tokens: Sequence[Token], bounds: Sequence[tuple[int, int]], vectors: Floats
    ) -> Iterator[MainEvent]:
        """The main events of a text that is one window, where it has few sentences."""
        if len(bounds) > FEW:
            return
        for first, last in sentences(words, [(tokens[a].start, tokens[b - 1].end) for a, b in bounds if b > a]):
            found = main_event(self.network, words, first, last, vectors[first:last])
            if found is not None:
                yield found

    def between(self, document: Document, source: Spans, target: Spans) -> tuple[float, ...] | None:
        """Chances of no event and of each PLOVER type between two sides of a text; None without a part for that, or of a text longer than a window."""
        words = cut(document.text)
        ids = [self.pieces.of(document.text[s:e]) for s, e in zip(words.starts, words.ends, strict=True)]
        whole = windows(words, [len(p) for p in ids])
        if len(whole) != 1:
            return None
        vectors = self.network.words(inputs(words, ids, whole[0], self.pieces)).vectors
        if self.network.sides(vectors) is None:
            return None
        types, _ = self.network.main(vectors, roles(words, source, target))
        return tuple(types.tolist())

    def _attributions(self, text: str, words: Words, rows: Sequence[Raw]) -> tuple[Attribution, ...]:
        found = []
        for row in rows:
            content = spans_of(text, words, row.content, content=True)
            if content:
                source, cue = (spans_of(text, words, picked, content=False) for picked in (row.source, row.cue))
                score = round(row.score, 3)
                found.append(
                    Attribution(source=source, cue=cue, content=content, score=score, act=row.act, core=row.core, by=self.name)
                )
        found.sort(key=lambda a: (_kernel(a), a.content))
        return tuple(_with_parent(text, i, found) for i in range(len(found)))


def _marked(words: Words, window: Window, foretells: Floats, events: Floats, status: Floats) -> Iterator[WordRead]:
    """The words that the window decides and that may foretell or trigger something."""
    part = slice(window.first - window.start, window.last - window.start)
    likely = (1 - foretells[part, 0] >= FAINT) | (1 - events[part, 0] >= FAINT)
    rows = [np.round(chances[part].astype(np.float64), 4).tolist() for chances in (foretells, events, status)]
    for i in np.nonzero(likely)[0].tolist():
        yield WordRead(words.starts[window.first + i], *(tuple(row[i]) for row in rows))


def _kernel(a: Attribution) -> tuple[int, int]:
    return (a.cue or a.content)[0]


def _with_parent(text: str, i: int, found: Sequence[Attribution]) -> Attribution:
    """The attribution, held by the innermost other whose content holds its kernel, or by one that relays the same words."""
    one = found[i]
    kernel = _kernel(one)
    near = [j for j in range(max(0, i - PIECES), min(len(found), i + PIECES)) if j != i]  # a content lies within one window
    holders = [j for j in near if _holds(found[j].content, kernel) and (one.cue or found[j].cue)]
    holders = holders or [j for j in near if _relays(text, one, found[j])]
    best = min(holders, key=lambda j: (sum(e - s for s, e in found[j].content), j), default=None)
    return msgspec.structs.replace(one, parent=best)


def _holds(content: Spans, kernel: tuple[int, int]) -> bool:
    return any(s <= kernel[0] and kernel[1] <= e for s, e in content)


def _relays(text: str, inner: Attribution, outer: Attribution) -> bool:
    """Whether `inner` is what `outer` has its words from: the same content under "citing" or "quoted by"."""
    if inner.content != outer.content or not inner.cue or not outer.cue:
        return False
    said = [{w.strip(".,").lower() for s, e in a.cue for w in text[s:e].split()} for a in (inner, outer)]
    return bool(said[0] & RELAYING) and not said[1] & RELAYING
