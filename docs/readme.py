"""The measured parts of README.md, written anew: `python -m docs.readme` (`--only demo`, `ask`, `sql`, `figures`).

A part stands between `<!-- NAME: begin -->` and `<!-- NAME: end -->`. Commands run in an empty folder on the sample articles;
figures are measured on the shared data and stay as they are where there is none. Look at `git diff README.md` before keeping it.
"""

import argparse
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from eval import gate, shared

README = shared.PROJECT / "README.md"
COMMANDS = Path(sys.executable).parent
DEMO = ("sayso", "demo", "--ledger", "demo.sayso")
ASKED = ("sayso", "ask", "said", "--containing", "surveyors", "--ledger", "demo.sayso")
SQL = """SELECT published, outlet, speaker, substr(content, 1, 60)
FROM statement JOIN facts USING (doc)
WHERE retired IS NULL AND act = 'deny'
ORDER BY published, statement.id LIMIT 4"""
EVALUATIONS: dict[str, tuple[str, ...]] = {
    "statements, PolNeAR dev (84 American articles of many kinds)": ("eval.attribution", "data/polnear/dev.jsonl", "--univocal"),
    "statements, our own gold, dev part (16 articles of conflict news)": ("eval.whole", "--part", "dev"),
}
TIMES = ("eval.times", "data/timex/timebank.jsonl")


def ran(command: tuple[str, ...], folder: Path) -> list[str]:
    """The lines that a command prints in `folder`, on a terminal 100 characters wide."""
    env = os.environ | {"NO_BROWSER": "1", "COLUMNS": "100", "PATH": f"{COMMANDS}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=folder, env=env, check=True, stdout=subprocess.PIPE, text=True)
    return [line.rstrip() for line in done.stdout.splitlines()]


def block(command: tuple[str, ...], lines: list[str]) -> str:
    """A command with its output, as on a terminal."""
    return "\n".join(["```", f"$ {' '.join(command)}", *lines, "```"])


def demo(folder: Path) -> str:
    """The demonstration: how the reading begins, and the account at its end."""
    lines = ran(DEMO, folder)
    text = next(i for i, line in enumerate(lines) if line.startswith("Text "))
    return block(DEMO, [*lines[:text], "   […]", *lines[-6:]])


def ask(folder: Path) -> str:
    """One question."""
    ran(DEMO, folder)
    return block(ASKED, ran(ASKED, folder))


def sql(folder: Path) -> str:
    """The same file read without sayso."""
    ran(DEMO, folder)
    with sqlite3.connect((folder / "demo.sayso").as_uri() + "?mode=ro", uri=True) as ledger:
        rows = ["|".join(map(str, row)) for row in ledger.execute(SQL)]
    return "\n".join(["```", "$ sqlite3 -readonly demo.sayso", *(f"sqlite> {SQL};".splitlines()), *rows, "```"])


def figures(_: Path) -> str:
    """The table of scores, with date and commit."""
    rows = ["| what | relaxed | credited | strict | chains |", "|---|---|---|---|---|"]
    rows += [row(name, gate.measured({"run": run})) for name, run in EVALUATIONS.items()]
    times = gate.measured({"run": TIMES})
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=shared.PROJECT, check=True, capture_output=True, text=True
    )
    rows += [
        "",
        f"F1 in per cent, measured on {datetime.now(UTC):%Y-%m-%d} at {commit.stdout.strip()}. *Relaxed*: at least half of the content"
        " is right; *credited*: and of the source; *strict*: source, cue and content to the word; *chains*: nested statements tied to"
        " the right one. On PolNeAR one human annotator against another reaches 83, 77 and 61.",
        "",
        f"Time expressions (TimeBank): found {times['relaxed']}, to the letter {times['strict']}, with the right value {times['value']}.",
    ]
    return "\n".join(rows)


def row(name: str, scores: Mapping[str, Any]) -> str:
    """One line of the table."""
    chains = "{} of {}".format(*scores["chained"]) if "chained" in scores else "not annotated"
    values = [str(scores[level][2]) for level in ("relaxed", "credited", "strict")]
    return f"| {' | '.join([name, *values, chains])} |"


def replaced(page: str, name: str, part: str) -> str:
    """The page with another text between the marks of `name`."""
    marks = re.compile(rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)", re.DOTALL)
    return marks.sub(lambda found: f"{found[1]}{part}\n{found[2]}", page)


PARTS = {"demo": demo, "ask": ask, "sql": sql, "figures": figures}


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=list(PARTS), action="append")
    for name in parser.parse_args().only or PARTS:
        if name == "figures" and shared.folder() is None:
            print(gate.SKIPPED)
            continue
        with tempfile.TemporaryDirectory() as folder:
            part = PARTS[name](Path(folder))
        README.write_text(replaced(README.read_text(encoding="utf-8"), name, part), encoding="utf-8")
        print(json.dumps({"part": name, "lines": part.count("\n") + 1}))


if __name__ == "__main__":
    main()
