"""Sentences of news in which nothing political is done, for `train.main_fit`: of articles in which the reading that ships finds no event.

    python -m train.main_quiet OUT.jsonl [--articles 1500] [--each 4]

Sport, weather, markets, culture: our gold holds few of them, and the published sentences none.
"""

import argparse
import json
import pathlib
import random

from sayso.model import Document, Event
from sayso.run import Reader
from train.silver import candidates

SHORTEST, LONGEST = 30, 300  # characters of a sentence


def main() -> None:
    """The command line."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out", type=pathlib.Path)
    p.add_argument("--articles", type=int, default=1500)
    p.add_argument("--each", type=int, default=4)
    asked = p.parse_args()
    reader, rng, kept = Reader.load(), random.Random(1), 0
    with asked.out.open("w", encoding="utf-8") as out:
        for name, text in candidates(asked.articles, 3):
            doc = Document(id=f"{kept:016x}", text=text, origin=name, sha256="")
            ((found, analysis),) = [(reader.records(doc, a), a) for a in reader.engine.analyse([doc])]
            if any(isinstance(r, Event) for r in found):
                continue
            sentences = [text[analysis.tokens[a].start : analysis.tokens[b - 1].end] for a, b in analysis.sentences if b > a]
            fit = [s for s in sentences if SHORTEST <= len(s) <= LONGEST and "\n" not in s]
            for sentence in rng.sample(fit, min(asked.each, len(fit))):
                out.write(json.dumps({"id": f"{name} {kept}", "text": sentence}) + "\n")
                kept += 1
    print(kept, "sentences")


if __name__ == "__main__":
    main()
