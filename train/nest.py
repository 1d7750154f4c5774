"""Statements inside PolNeAR's contents, found by reading each content again as a text of its own.

    python -m train.nest PACKAGE OUT.jsonl [--sure 0.75]

PolNeAR annotates none there. What an earlier network finds in a content that stands alone, where nothing hides it, teaches the next
one to find it where it stands. Only sure ones with source, cue and content are taken; the rest of a content stays unknown.
"""

import argparse
import json
import pathlib

import msgspec

from sayso.model import Document
from sayso.text.encoder import EncoderReader
from sayso.text.encoder_network import load_reader
from train.data import RARE, Article, Attr, cue_rates, polnear

MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'"}
LEAST = 30
LIKELY = 3 * RARE


def alone(article: Article, attr: Attr) -> tuple[int, int] | None:
    """The span of a content to be read by itself, outer quotation marks left out; None where it is in pieces or too short."""
    if len(attr.content) != 1:
        return None
    start, end = attr.content[0]
    if article.text[start] in MARKS:
        start += 1
        end -= article.text[end - 1] in MARKS.values()
    return (start, end) if end - start >= LEAST else None


def inner(reader: EncoderReader, text: str, offset: int) -> list[Attr]:
    """Complete statements found in a text, their spans moved by `offset`."""
    found = reader.attributions(Document(id="content", text=text, origin="content", sha256=""))
    moved = lambda spans: [(s + offset, e + offset) for s, e in spans]  # noqa: E731
    return [Attr(moved(a.source), moved(a.cue), moved(a.content)) for a in found if a.source and a.cue and a.content]


def main() -> None:
    """Write {"id": article, "attrs": [[source, cue, content]]} a line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("package")
    p.add_argument("out")
    p.add_argument("--sure", type=float, default=0.75)
    args = p.parse_args()
    loaded = load_reader(pathlib.Path(args.package))
    reader = EncoderReader(
        loaded.network, msgspec.structs.replace(loaded.settings, accept=args.sure, open=1.0), loaded.pieces, name="nest"
    )
    articles = polnear("train")
    rates = cue_rates(articles)
    with open(args.out, "w", encoding="utf-8") as out:
        for article in articles:
            attrs = []
            for span in filter(None, (alone(article, attr) for attr in article.attrs)):
                text = article.text[slice(*span)]
                if any(rates.get(word.strip(".,;:“”\"'’").lower(), 0) >= LIKELY for word in text.split()):
                    attrs += inner(reader, text, span[0])
            out.write(json.dumps({"id": article.id, "attrs": [a[:3] for a in attrs]}) + "\n")


if __name__ == "__main__":
    main()
