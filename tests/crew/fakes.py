"""A reader that knows one rule (what stands in “…” is said by the word before), and some that misbehave on a word."""

import os
import re
import time
from collections.abc import Iterator, Sequence

from sayso.errors import ModelError
from sayso.model import Document, Record, Statement, record_id

QUOTED = re.compile(r"(\w+): “([^”]+)”")


class Fake:
    name = "fake/1"

    def read_many(self, documents: Sequence[Document]) -> Iterator[tuple[Record, ...]]:
        for document in documents:
            if "HANG" in document.text:
                time.sleep(600)
            if "DIE" in document.text:
                os._exit(9)
            if "FAIL" in document.text:
                raise ValueError("no head for this")
            if "SLOW" in document.text:
                time.sleep(0.05)
            yield tuple(found(document))


def found(document: Document) -> Iterator[Statement]:
    for match in QUOTED.finditer(document.text):
        source, content = match.span(1), match.span(2)
        end = len(document.text) + 9 if "ASTRAY" in document.text else content[1]
        yield Statement(
            id=record_id(document.id, "statement", source), doc=document.id, anchor=(source, (content[0], end)), kernel=source,
            score=1.0, by="fake/1", source=(source,), cue=(source,), content=(content,), form="direct",
        )  # fmt: skip


def load() -> Fake:
    return Fake()


def absent() -> Fake:
    raise ModelError("weights are missing; install again")
