"""Twenty conflicts planted into copies of real articles, by offsets: written down before the rules that should find them.

`gold/crossdoc/planted.jsonl` says for each: the article, the words concerned, the edits, and what kind of conflict it makes with its
original: `attribution` (another speaker), `shortened` (a negation, condition or hedge dropped), `fact` (an attribution dropped).
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from eval import shared
from sayso.model import Document, Span, document_id

LIST = Path(__file__).with_name("gold") / "crossdoc" / "planted.jsonl"


class Plant(msgspec.Struct, frozen=True, kw_only=True):
    """An article, the words that a conflict is about, and the edits ([start, end), new words) that make it."""

    plant: int
    corpus: str
    doc: str
    sort: str
    span: Span
    edits: tuple[tuple[int, int, str], ...]


def plants() -> tuple[Plant, ...]:
    """All of them, in order."""
    return tuple(msgspec.json.decode(line, type=Plant) for line in LIST.read_text(encoding="utf-8").splitlines())


def rows(corpus: str) -> Iterator[dict[str, str]]:
    """The rows of a corpus of the shared data."""
    path = shared.data(f"data/{corpus}")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def originals() -> dict[str, Document]:
    """The articles that are planted into, by their ids in the corpora."""
    wanted = {(one.corpus, one.doc) for one in plants()}
    corpora = sorted({corpus for corpus, _ in wanted})
    return {row["id"]: document(row) for corpus in corpora for row in rows(corpus) if (corpus, row["id"]) in wanted}


def document(row: dict[str, str]) -> Document:
    """The article of a row."""
    return Document(
        id=document_id(row["text"], row["url"], row["source"]), text=row["text"], origin=row["id"], sha256="", url=row["url"],
        title=row["title"], outlet=row["source"], published=row["date"], published_from="given" if row["date"] else None, language="en",
    )  # fmt: skip


def planted(plant: Plant, original: Document) -> Document:
    """The copy with the conflict in it, as if another outlet had printed it."""
    text = original.text
    for start, end, words in sorted(plant.edits, reverse=True):
        text = text[:start] + words + text[end:]
    outlet = f"Planted {plant.plant}"
    return Document(
        id=document_id(text, None, outlet), text=text, origin=f"planted-{plant.plant}", sha256="", title=original.title,
        outlet=outlet, published=original.published, published_from=original.published_from, language="en",
    )  # fmt: skip
