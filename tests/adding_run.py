"""Adds a made-up collection to a ledger, as a process that tests can kill: `python -m tests.adding_run LEDGER`."""

import sys
from pathlib import Path

from sayso.adding import Adding, Input, Step
from sayso.crew import Crew
from sayso.ledger import Ledger
from sayso.model import Document, Problem
from tests.crew import fakes
from tests.ledger.made import document

ARTICLES = 36


def article(n: int) -> Document:
    words = ["SLOW ", "FAIL ", "ASTRAY ", "", "HANG "][4 if n == 7 else n % 9 if n % 9 < 3 and n % 2 else 3]
    return document(f"{words}Day {n} in Vellin. Orla: “The ferry runs, {n}.” Then Pim: “It doesn’t 😀.”", origin=f"in#{n}")


def one_file() -> list[Document | Problem]:
    copies = [document(article(n).text, origin=f"copy#{n}", published="2031-01-01", published_from="given") for n in (3, 4)]
    broken = Problem(origin="in#x", why="no JSON", next="mend the line")
    return [*map(article, range(ARTICLES // 2)), *copies, broken]


def inputs() -> list[Input]:
    first = Input("in", lambda: iter(one_file()), sha256="1")
    rest = [Input(f"in{n}", lambda n=n: iter([article(n)]), sha256=str(n)) for n in range(ARTICLES // 2, ARTICLES)]
    return [first, *rest]


def add(path: Path, loudly: bool = False) -> list[str]:
    steps = []

    def tell(step: Step) -> None:
        steps.append(step.what)
        if loudly:
            print(step.what, flush=True)

    with Ledger(path) as ledger, Crew(fakes.load, workers=2, seconds=1.0) as crew:
        Adding(ledger, crew, tell).run(inputs())
    return steps


if __name__ == "__main__":
    add(Path(sys.argv[1]), loudly=True)
