"""The gate: measured scores never fall unnoticed.

    python -m eval.gate                    runs every evaluation of floors.json; exit 1 where a score fell or the data changed
    python -m eval.gate --raise            pins better scores as new floors
    python -m eval.gate --lower "why"      pins worse ones too, with the reason, which stays in the file

A row of `floors.json`: `name`; `run`, the module and its arguments ("data/…" is looked up in the shared folder); `data`, what
its gold hashes to; `floors`, scores by their place in the printed JSON ("credited.2" is the third number under "credited");
`counts`, numbers that must be equal. `slack` is what another processor may round differently.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eval import shared

FLOORS = Path(__file__).with_name("floors.json")
SKIPPED = "no shared data here (SAYSO_SHARED): nothing measured"


def measured(row: Mapping[str, Any]) -> dict[str, Any]:
    """The scores that an evaluation prints. Raises: CalledProcessError where it fails, ValueError where it prints none."""
    arguments = [str(shared.data(word)) if word.startswith("data/") else word for word in row["run"][1:]]
    command = [sys.executable, "-m", row["run"][0], *arguments]
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=shared.PROJECT).stdout
    found = last_object(out) or table(out)
    if not found:
        raise ValueError(f"{row['run'][0]}: printed no scores")
    return found


def last_object(printed: str) -> dict[str, Any]:
    """The JSON object at the end of the last line that holds one, else an empty one.

    >>> last_object("against G, 2 texts: {\\"credited\\": [1, 2, 3]}")
    {'credited': [1, 2, 3]}
    """
    lines = (line for line in reversed(printed.splitlines()) if line.endswith("}") and "{" in line)
    return next((dict(json.loads(line[line.index("{") :])) for line in lines), {})


def table(printed: str) -> dict[str, Any]:
    """Lines of a name and a number, whatever follows.

    >>> table("title    0.820  bar 0.82  met")
    {'title': 0.82}
    """
    lines = (re.match(r"(\w+)\s+(\d+(?:\.\d+)?)(?:\s|$)", line) for line in printed.splitlines())
    return {line[1]: float(line[2]) for line in lines if line}


def at(scores: Mapping[str, Any], place: str) -> float:
    """The number at a dotted place: keys and positions.

    >>> at({"credited": [50.0, 60.0, 54.5]}, "credited.2")
    54.5
    """
    found: Any = scores
    for step in place.split("."):
        found = found[int(step)] if isinstance(found, list) else found[step]
    return float(found)


def faults(row: Mapping[str, Any], scores: Mapping[str, Any], slack: float) -> Iterator[str]:
    """One line for each floor undercut and each count that differs."""
    for place, floor in row["floors"].items():
        if at(scores, place) < floor - slack:
            yield f"{row['name']}: {place} fell to {at(scores, place)}, floor {floor}"
    for place, count in row.get("counts", {}).items():
        if at(scores, place) != count:
            yield f"{row['name']}: {place} is {at(scores, place):g}, pinned {count}"


def changed(row: Mapping[str, Any]) -> list[str]:
    """One line for each gold file whose hash is not the pinned one."""
    return [f"{row['name']}: {name} is other data than pinned" for name, pinned in row["data"].items() if digest(name) != pinned]


def digest(name: str) -> str:
    """Hash of the shared data or, for a name under eval/, of the project's own."""
    return shared.sha256(shared.PROJECT / name if name.startswith("eval/") else shared.data(name))


def pinned(row: Mapping[str, Any], scores: Mapping[str, Any], why: str | None) -> dict[str, Any]:
    """The row with floors raised to the scores; lowered too, counts and hashes with them, where `why` gives a reason."""
    new = {place: at(scores, place) for place in row["floors"]}
    if why is None:
        return {**row, "floors": {place: max(floor, new[place]) for place, floor in row["floors"].items()}}
    counts = {place: int(at(scores, place)) for place in row.get("counts", {})}
    pins = {**row, "floors": new, "counts": counts, "data": {name: digest(name) for name in row["data"]}}
    same = all(pins[part] == row.get(part, {}) for part in ("floors", "counts", "data"))
    return row if same else {**pins, "why": why}


def main() -> int:
    """Exit status of the command described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only the rows whose name contains one of these")
    parser.add_argument("--raise", dest="up", action="store_true")
    parser.add_argument("--lower", metavar="WHY")
    asked = parser.parse_args()
    if shared.folder() is None:
        print(SKIPPED)
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    wrong: list[str] = []
    for i, row in enumerate(floors["rows"]):
        if asked.names and not any(word in row["name"] for word in asked.names):
            continue
        scores = measured(row)
        print(row["name"], *(f"{place} {at(scores, place)} (floor {floor})" for place, floor in row["floors"].items()), sep="  ")
        if asked.up or asked.lower:
            floors["rows"][i] = row = pinned(row, scores, asked.lower)
        wrong += [*changed(row), *faults(row, scores, row.get("slack", floors["slack"]))]
    if asked.up or asked.lower:
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(*wrong, sep="\n", file=sys.stderr) if wrong else print("no score fell")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
