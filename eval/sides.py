"""Who acts and who undergoes, against our gold: triggers and types given.

    python -m eval.sides [--part dev] [--lent]

Prints precision, recall and F1, in per cent, of the countries of actors and of recipients. The gold has them for every side that belongs to
a state, "police" in a story about one of its towns too. `--lent`: how many of the sides that got the article's country (`bind.home`) have it.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence

from eval import shared
from eval.events import countries, countries_of
from eval.whole import documents, laid_out
from sayso.bind import home
from sayso.model import Mention, Record
from sayso.run import Reader
from sayso.text.events import Scene
from sayso.text.events_cast import Side, Sides
from sayso.text.events_sides import sides
from sayso.text.parsing import parse

Row = tuple[str, list[str], Sequence[Side], Scene, tuple[Record, ...]]


def rows(part: str, reader: Reader) -> Iterator[Row]:
    """("actor" or "recipient", their countries in the gold, the sides read, scene and records) of every event of the gold."""
    folder = laid_out(part, None)
    docs = list(documents(folder))
    gold = {note["text"]: shared.annotated(note)["events"] for note in shared.scorer("whole").gold_of(folder).values()}
    for doc, analysis in zip(docs, reader.engine.analyse(docs), strict=True):
        scene = Scene(parse(doc, analysis, reader.lexicon), reader.lexicon)
        records = reader.records(doc, analysis)
        for event in gold[doc.text]:
            at = [i for i, t in enumerate(scene.tree.tokens) if event["trigger"][0] < t.end and t.start < event["trigger"][1]]
            found = sides(scene.cast, at[-1], event["type"]) if at else Sides()
            yield "actor", event["actor_countries"], found.actors, scene, records
            yield "recipient", event["recipient_countries"], found.recipients, scene, records


def sided(part: str, reader: Reader) -> dict[str, list[float]]:
    """Precision, recall and F1, in per cent, of the countries of actors and recipients."""
    counts = Counter[tuple[str, str]]()
    for name, gold, found, scene, records in rows(part, reader):
        wanted, read = set(gold), set(countries(found, scene, countries_of(records)))
        counts.update({(name, "gold"): len(wanted), (name, "read"): len(read), (name, "hit"): len(wanted & read)})
    return {name: _f1(*(counts[name, of] for of in ("hit", "read", "gold"))) for name in ("actor", "recipient")}


def lent(part: str, reader: Reader) -> dict[str, int]:
    """How many sides got the article's country, and for how many of them the gold has it."""
    counts = Counter[str]()
    for _, gold, found, scene, records in rows(part, reader):
        at_home = countries_of(r for r in records if isinstance(r, Mention) and r.by.endswith(home.BY))
        heads = [scene.parse.mentions[side.mention].head for side in found if side.mention is not None]
        counts.update(lent=sum(head in at_home for head in heads), right=sum(at_home.get(head) in gold for head in heads))
    return dict(counts)


def _f1(hit: int, read: int, gold: int) -> list[float]:
    return [round(100 * a / b, 1) if b else 0.0 for a, b in ((hit, read), (hit, gold), (2 * hit, read + gold))]


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=["train", "dev", "test", "events", "events_held"], default="dev")
    parser.add_argument("--lent", action="store_true")
    asked = parser.parse_args()
    print(json.dumps((lent if asked.lent else sided)(asked.part, Reader.load())))


if __name__ == "__main__":
    main()
