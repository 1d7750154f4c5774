"""The worked study as a notebook: cells of `study_cells.md` executed over a ledger, outputs written in.

    python -m docs.study [LEDGER]      # docs/study.ipynb; over the sample articles where no ledger is given

The same ledger gives the same bytes. Needs no notebook program to be made.
"""

import ast
import contextlib
import io
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CELL = re.compile(r"^```python\n(.*?)^```\n?", re.MULTILINE | re.DOTALL)
SHOWS = (("_repr_svg_", "image/svg+xml"), ("_repr_markdown_", "text/markdown"), ("_repr_html_", "text/html"))


def cells(source: str) -> list[tuple[str, str]]:
    """(kind, text) of each cell: prose between blocks of code is markdown."""
    found: list[tuple[str, str]] = []
    at = 0
    for match in CELL.finditer(source):
        found += [("markdown", source[at : match.start()].strip()), ("code", match[1].rstrip())]
        at = match.end()
    return [cell for cell in [*found, ("markdown", source[at:].strip())] if cell[1]]


def shown(value: object) -> dict[str, Any] | None:
    """The display of a cell's last value as notebooks keep it, None for nothing."""
    if value is None:
        return None
    data = {kind: getattr(value, name)().splitlines(keepends=True) for name, kind in SHOWS if hasattr(value, name)}
    return {"data": data, "metadata": {}, "output_type": "display_data"}


def executed(code: str, names: dict[str, Any]) -> list[dict[str, Any]]:
    """What a cell prints and shows, in that order; the value of a last expression is shown as in a notebook."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102 (our own cells)
        value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names) if isinstance(last, ast.Expr) else None  # noqa: S307
    lines = printed.getvalue().splitlines(keepends=True)
    said = [{"name": "stdout", "output_type": "stream", "text": lines}] if lines else []
    display = shown(value)
    return said + ([display] if display else [])


def notebook(ledger: Path) -> dict[str, Any]:
    """The notebook over a ledger, executed."""
    source = (HERE / "study_cells.md").read_text(encoding="utf-8")
    source = source.replace("{figures}", (HERE / "figures.py").read_text(encoding="utf-8").rstrip())
    os.environ["SAYSO_LEDGER"] = str(ledger)
    names: dict[str, Any] = {"__name__": "study"}
    made = []
    for number, (kind, text) in enumerate(cells(source), 1):
        cell: dict[str, Any] = {
            "cell_type": kind,
            "id": f"cell-{number:02}",
            "metadata": {},
            "source": text.splitlines(keepends=True),
        }
        if kind == "code":
            cell |= {"execution_count": number, "outputs": executed(text, names)}
        made.append(cell)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        "cells": made,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def of_samples(folder: Path) -> Path:
    """A ledger of the sample articles that ship with sayso, linked."""
    from sayso import samples
    from sayso.cli.link import linked
    from sayso.intake import Given, open_path
    from sayso.ledger import Ledger
    from sayso.model import Document
    from sayso.run import Reader

    path, reader = folder / "samples.sayso", Reader.load()
    with Ledger(path) as ledger:
        for name in samples.names():
            for document in open_path(samples.path() / f"{name}.jsonl", Given()):
                if isinstance(document, Document):
                    ledger.write(document, reader.read(document), reader=reader.name)
        linked(ledger)
    return path


def main(arguments: list[str]) -> None:
    """Nothing; docs/study.ipynb is written."""
    with tempfile.TemporaryDirectory() as folder:
        made = notebook(Path(arguments[0]) if arguments else of_samples(Path(folder)))
    (HERE / "study.ipynb").write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
