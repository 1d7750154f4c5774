"""Keep annotations as offsets only, without a word of an article, and lay them out again beside their texts.

    python -m eval.gold.keep in FOLDER WHO [--when 2026-11-25] [--guideline 1]   FOLDER/NAME.WHO.spans.json -> eval/gold/annotations
    python -m eval.gold.keep events FOLDER WHO [--over G] [--guideline 3]                 events of WHO into the annotations of G
    python -m eval.gold.keep out FOLDER [--part dev]                             annotations and texts -> FOLDER, as score/whole.py reads it

A kept annotation is {"doc", "sha256" of the text, "who", "when", "guideline", "statements", "events", "forecasts"}. Texts come
from the shared folder beside the project (SAYSO_SHARED names another): its gold, and its corpus of 12,000 articles by id.
"""

import argparse
import gzip
import hashlib
import json
import os
import pathlib
import sys
from collections.abc import Iterable

HERE = pathlib.Path(__file__).parent
KEPT = HERE / "annotations"
SHARED = pathlib.Path(os.environ.get("SAYSO_SHARED", HERE.parents[2] / "shared"))
KINDS = ("statements", "events", "forecasts")


def sha256(text: str) -> str:
    """Hex digest of a text's UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def texts(names: Iterable[str]) -> dict[str, str]:
    """{name: text} for those of `names` that the shared folder holds."""
    wanted, found = set(names), {}
    for name in sorted(wanted):
        file = SHARED / "data/gold" / f"{name}.txt"
        if file.exists():
            found[name] = file.open(encoding="utf-8", newline="").read()
    if wanted - set(found):
        with gzip.open(SHARED / "data/corpora/news12k.jsonl.gz", "rt", encoding="utf-8") as corpus:
            rows = (json.loads(line) for line in corpus)
            found |= {row["id"]: row["text"] for row in rows if row["id"] in wanted - set(found)}
    return found


def keep(folder: pathlib.Path, who: str, when: str, guideline: str) -> int:
    """Annotations kept: how many of FOLDER's by `who` were written to `annotations/`."""
    files = sorted(folder.glob(f"*.{who}.spans.json"))
    KEPT.mkdir(exist_ok=True)
    for file in files:
        name = file.name.split(".")[0]
        text = (folder / f"{name}.txt").open(encoding="utf-8", newline="").read()
        rows = json.loads(file.read_text(encoding="utf-8"))
        head = {"doc": name, "sha256": sha256(text), "who": who, "when": when, "guideline": guideline}
        write(KEPT / f"{name}.{who}.json", head, rows)
    return len(files)


def keep_events(folder: pathlib.Path, who: str, over: str, guideline: str) -> int:
    """Annotations whose events were exchanged: those of `over` get the events that `who` found over the same statements."""
    done = 0
    for file in sorted(folder.glob(f"*.{who}.spans.json")):
        name = file.name.split(".")[0]
        kept = KEPT / f"{name}.{over}.json"
        note, rows = json.loads(kept.read_text(encoding="utf-8")), json.loads(file.read_text(encoding="utf-8"))
        if [s["id"] for s in note["statements"]] != [s["id"] for s in rows["statements"]]:
            raise SystemExit(f"{name}: {who} annotated over other statements than those of {over}")
        head = {key: note[key] for key in ("doc", "sha256", "who", "when", "guideline")}
        write(kept, head | {"events": f"by {who}, guideline {guideline}"}, note | {"events": rows["events"]})
        done += 1
    return done


def write(file: pathlib.Path, head: dict[str, str], rows: dict[str, list[object]]) -> None:
    """One annotation as a file, a record a line; what the head says of events is kept as `events_are`."""
    if "events" in head:
        head = {key: value for key, value in head.items() if key != "events"} | {"events_are": head["events"]}
    lines = [json.dumps(head)[:-1]]
    lines += [f'"{kind}": [\n' + ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows[kind]) + "]" for kind in KINDS]
    file.write_text(",\n".join(lines) + "}\n", encoding="utf-8")


def lay_out(folder: pathlib.Path, part: str | None) -> list[str]:
    """Names laid out in `folder` as NAME.txt and NAME.WHO.spans.json; texts whose hash differs are left out and named on stderr."""
    kept = {file: json.loads(file.read_text(encoding="utf-8")) for file in sorted(KEPT.glob("*.json"))}
    chosen = set(json.loads((HERE / "split.json").read_text())[part]) if part else None
    kept = {file: note for file, note in kept.items() if chosen is None or note["doc"] in chosen}
    found = texts(note["doc"] for note in kept.values())
    folder.mkdir(parents=True, exist_ok=True)
    done = []
    for note in kept.values():
        name, text = note["doc"], found.get(note["doc"])
        if text is None or sha256(text) != note["sha256"]:
            print(f"{name}: {'no text' if text is None else 'another text'} in {SHARED.name}: left out", file=sys.stderr)
            continue
        (folder / f"{name}.txt").open("w", encoding="utf-8", newline="").write(text)
        rows = {kind: note[kind] for kind in KINDS}
        (folder / f"{name}.{note['who']}.spans.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        done.append(name)
    return done


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("way", choices=["in", "events", "out"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("who", nargs="?")
    parser.add_argument("--when", default="2026-11-25")
    parser.add_argument("--guideline", default="1")
    parser.add_argument("--over", default="G", help="whose events are exchanged")
    parser.add_argument("--part", choices=["train", "dev", "test", "events", "events_held"])
    asked = parser.parse_args()
    if asked.way == "in":
        print(keep(asked.folder, asked.who, asked.when, asked.guideline), "annotations kept")
    elif asked.way == "events":
        print(keep_events(asked.folder, asked.who, asked.over, asked.guideline), "annotations got other events")
    else:
        print(len(lay_out(asked.folder, asked.part)), "annotations laid out")


if __name__ == "__main__":
    main()
