"""The measured parts of docs/method.md, written anew from files that commands write: `python -m docs.method`.

A part stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->`. `gold` is counted from `eval/gold`, `agreement` are rows of its page,
`scores` is what `python -m docs.readme --only figures` measured for README.md: no figure is typed twice.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]
PAGE = PROJECT / "docs" / "method.md"
GOLD = PROJECT / "eval" / "gold"
BY = {"train": "G", "dev": "G", "test": "A"}
"""Whose annotations a part is judged by."""
FOR = {"train": "training", "dev": "choosing", "test": "reports"}
KINDS = ("statements", "events", "forecasts")


def gold() -> str:
    """How much is annotated, by part."""
    split: dict[str, list[str]] = json.loads((GOLD / "split.json").read_text(encoding="utf-8"))
    counted = [(part, [annotation(name, BY[part]) for name in names]) for part, names in split.items() if part in BY]
    rows = [
        f"| {part} | {len(found)} | {' | '.join(f'{sum(len(one[kind]) for one in found):,}' for kind in KINDS)} | {FOR[part]} |"
        for part, found in sorted(counted, key=lambda one: list(BY).index(one[0]))
    ]
    whole = sum(len(found) for _, found in counted)
    return "\n".join(
        [
            f"{whole} articles.",
            "",
            "| part | articles | statements | events | forecasts | for |",
            "|---|---:|---:|---:|---:|---|",
            *rows,
        ]
    )


def annotation(name: str, who: str) -> dict[str, list[Any]]:
    """The annotations of one article by one annotator."""
    read: dict[str, list[Any]] = json.loads((GOLD / "annotations" / f"{name}.{who}.json").read_text(encoding="utf-8"))
    return read


def agreement() -> str:
    """How far two annotators agree, as the page of the gold has it."""
    page = (GOLD / "README.md").read_text(encoding="utf-8")
    section = page.split("## How far two annotators agree", 1)[1]
    return "\n".join(tabled(section))


def tabled(section: str) -> Iterator[str]:
    """The lines of the first table of a section."""
    begun = False
    for line in section.splitlines():
        if begun and not line.startswith("|"):
            return
        begun = begun or line.startswith("|")
        if begun:
            yield line


def scores() -> str:
    """What README.md says was measured, with when and of which version."""
    return part((PROJECT / "README.md").read_text(encoding="utf-8"), "figures")


def part(page: str, name: str) -> str:
    """What stands between the marks of a part."""
    found = re.search(marks(name), page, re.DOTALL)
    if found is None:
        raise SystemExit(f"no part {name}")
    return found[2]


def marks(name: str) -> str:
    """The pattern of a part with its marks."""
    return rf"(<!-- {name}: begin -->\n)(.*?)(\n<!-- {name}: end -->)"


def written(page: str) -> str:
    """The page with every part as it is now."""
    for name, made in (("gold", gold()), ("agreement", agreement()), ("scores", scores())):
        old = part(page, name)
        page = page.replace(f"<!-- {name}: begin -->\n{old}\n", f"<!-- {name}: begin -->\n{made}\n")
    return page


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
