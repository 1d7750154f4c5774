"""Articles analysed by spaCy's small pipeline, its labels converted: what the heads for tokens learn news from.

python -m train.syntax_silver OUT.jsonl --articles 1500 [--skip 0]
"""

import argparse
import gzip
import json
import pathlib
from collections.abc import Iterator

from sayso.model import Document
from sayso.text.spacy_engine import SpacyEngine
from train.data import SHARED, SPLIT


def documents(n: int, skip: int) -> Iterator[Document]:
    """Articles of the large corpus, every fourth, none of the gold's."""
    kept = {name for part in json.loads(SPLIT.read_text(encoding="utf-8")).values() for name in part}
    with gzip.open(SHARED / "data/corpora/news12k.jsonl.gz", "rt", encoding="utf-8") as corpus:
        for i, line in enumerate(corpus):
            row = json.loads(line)
            if i % 4 == 0 and i >= 4 * skip and row["id"] not in kept:
                yield Document(id=f"{i:016x}", text=row["text"], origin=row["id"], sha256="")
            if i >= 4 * (skip + n):
                return


def main() -> None:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--articles", type=int, default=1500)
    p.add_argument("--skip", type=int, default=0)
    asked = p.parse_args()
    engine = SpacyEngine()
    with asked.out.open("w", encoding="utf-8") as out:
        for document in documents(asked.articles, asked.skip):
            (found,) = engine.analyse([document])
            tokens = [[t.start, t.end, t.head, t.dep, t.upos, t.xpos, t.lemma, t.sentence, t.feats] for t in found.tokens]
            names = [[*n.span, n.kind] for n in found.names]
            out.write(json.dumps({"id": document.origin, "text": document.text, "tokens": tokens, "names": names}) + "\n")


if __name__ == "__main__":
    main()
