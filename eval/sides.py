"""Who acts and who undergoes, against our gold: triggers and types given.

    python -m eval.sides [--part dev]

Prints precision, recall and F1, in per cent, of the countries of actors and of recipients. The gold has them for every side that belongs to
a state, "police" in a story about one of its towns too.
"""

import argparse
import json
from collections import Counter

from eval import shared
from eval.events import countries, countries_of
from eval.whole import documents, laid_out
from sayso.run import Reader
from sayso.text.events import Scene
from sayso.text.events_cast import Sides
from sayso.text.events_sides import sides
from sayso.text.parsing import parse


def sided(part: str, reader: Reader) -> dict[str, list[float]]:
    """Precision, recall and F1, in per cent, of the countries of actors and recipients of the gold's events, triggers and types given."""
    folder = laid_out(part, None)
    docs, counts = list(documents(folder)), Counter[tuple[str, str]]()
    gold = {note["text"]: shared.annotated(note)["events"] for note in shared.scorer("whole").gold_of(folder).values()}
    for doc, analysis in zip(docs, reader.engine.analyse(docs), strict=True):
        scene = Scene(parse(doc, analysis, reader.lexicon), reader.lexicon)
        bound = countries_of(reader.records(doc, analysis))
        for event in gold[doc.text]:
            at = [i for i, t in enumerate(scene.tree.tokens) if event["trigger"][0] < t.end and t.start < event["trigger"][1]]
            found = sides(scene.cast, at[-1], event["type"]) if at else Sides()
            for name, of in (("actor", found.actors), ("recipient", found.recipients)):
                wanted, read = set(event[f"{name}_countries"]), set(countries(of, scene, bound))
                counts.update({(name, "gold"): len(wanted), (name, "read"): len(read), (name, "hit"): len(wanted & read)})
    return {name: _f1(*(counts[name, of] for of in ("hit", "read", "gold"))) for name in ("actor", "recipient")}


def _f1(hit: int, read: int, gold: int) -> list[float]:
    return [round(100 * a / b, 1) if b else 0.0 for a, b in ((hit, read), (hit, gold), (2 * hit, read + gold))]


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=["train", "dev", "test", "events_held"], default="dev")
    print(json.dumps(sided(parser.parse_args().part, Reader.load())))


if __name__ == "__main__":
    main()
