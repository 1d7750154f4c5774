"""Split of the gold by outlet: seeded, whole outlets only, so that no outlet stands in two parts.

python -m eval.gold.split GOLD_FOLDER > eval/gold/split.json
"""

import json
import pathlib
import random
import sys

SEED, TEST, DEV = 20, 20, 16
LARGEST = 4  # a house with more articles than this would fill a small part by itself: it goes to train
LEFT_OUT = {"abp-OwN5m6aTzodMK8Xa"}  # an opinion piece that a test article of another outlet prints too
SAME_HOUSE = {"Fox Online News": "Fox News", "Frank Bruni": "New York Times", "New York Times - News": "New York Times"}


def split(folder: pathlib.Path) -> dict[str, list[str]]:
    """{"test": [20 names], "dev": [16], "train": [the rest], "left_out": [copies], "events": [events alone], "events_held": [the same, not learnt from]}, each sorted."""
    houses: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.meta.json")):
        meta = json.loads(file.read_text(encoding="utf-8"))
        houses.setdefault(SAME_HOUSE.get(meta["source"], meta["source"]), []).append(meta["id"])
    order = sorted(houses)
    random.Random(SEED).shuffle(order)
    parts: dict[str, list[str]] = {"test": [], "dev": [], "train": []}
    for house in order:
        sizes = (("test", TEST), ("dev", DEV)) if len(houses[house]) <= LARGEST else ()
        room = [part for part, size in sizes if len(parts[part]) + len(houses[house]) <= size]
        parts[room[0] if room else "train"] += houses[house]
    kept = {part: sorted(set(names) - LEFT_OUT) for part, names in parts.items()}
    added = json.loads((pathlib.Path(__file__).parent / "added.json").read_text(encoding="utf-8"))
    alone = json.loads((pathlib.Path(__file__).parent / "events_only.json").read_text(encoding="utf-8"))
    return kept | {"train": sorted(kept["train"] + added), "left_out": sorted(LEFT_OUT)} | alone


if __name__ == "__main__":
    print(json.dumps(split(pathlib.Path(sys.argv[1])), indent=1))
