"""Runs over a made-up collection with readers that misbehave on a word, once each where a file remembers."""

import os
import re
import signal
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from sayso.intake import Given
from sayso.model import Document, Record
from sayso.scale.engines import Engine
from sayso.scale.plan import agreed, planned
from sayso.scale.running import Run, Running
from sayso.scale.stamp import stamp
from tests.crew import fakes
from tests.ledger.made import mention, statement


class Struck(fakes.Fake):
    """The fake reader; when it meets STRIKE, it kills the worker that it belongs to: once, or always where there is no memory."""

    def __init__(self, memory: Path | None) -> None:
        self.memory = memory

    def read_many(self, documents: Sequence[Document]) -> Iterator[tuple[Record, ...]]:
        for document in documents:
            if "STRIKE" in document.text and not (self.memory and self.memory.exists()):
                if self.memory:
                    self.memory.write_text("struck")
                os.kill(os.getppid(), signal.SIGKILL)
                signal.pause()
        yield from super().read_many(documents)


SAYS = re.compile(r"“([^”]+),” ((?:harbour master )?(Ilse Marrow|Anton Brisk|I. Marrow|Orla Venn)) said")


class Witness(fakes.Fake):
    """Reads who said what stands before it in quotation marks, and mentions whoever said it."""

    def read_many(self, documents: Sequence[Document]) -> Iterator[tuple[Record, ...]]:
        for document in documents:
            found: list[Record] = []
            for match in SAYS.finditer(document.text):
                who = mention(document, match[2], match[3])
                found += [who, statement(document, match[2], "said", f"“{match[1]},”", form="direct", speaker=who.id)]
            yield tuple({record.id: record for record in found}.values())


def struck(memory: Path | None) -> "partial[Struck]":
    return partial(Struck, memory)


def collection(folder: Path, many: int = 70, words: str = "") -> Path:
    """A file of articles, the last of which are one that can't be read and a line that is no JSON."""
    path = folder / "in.jsonl"
    lines = [article(n, words if n == many // 2 else "") for n in range(many)]
    path.write_bytes(b"\n".join([*lines, article(many, "DIE"), b'{"text": ', b""]))
    return path


def article(n: int, words: str) -> bytes:
    text = f"{words} Day {n} in Vellin. Orla: “The ferry runs, {n}.” Then Pim: “It doesn’t 😀.”"
    return msgspec.json.encode({"text": text, "outlet": f"Coast Courier {n % 3}", "date": "2031-04-09"})


def run(folder: Path, source: Path, engine: Engine, *, articles: int = 20, link: bool = False) -> Run:
    """What a run over the source did."""
    try:
        plan = agreed(folder, planned([source], Given(), stamp(), articles=articles, link=link))
        return Running(folder, plan, engine).run()
    finally:
        engine.close()


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of each file of a run, by its name there."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
