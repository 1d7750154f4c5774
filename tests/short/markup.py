"""Texts with their spans written in: `{s1.source Orla Venn} {s1.cue said} {s1.content the boats were gone}.`

A case is `# name`, then perhaps `@ 2031-05-09` (the document's date), the text, and lines `= …` that say what must hold:
`s2 within s1`, `s1 within none`, `s1 speaker Orla Venn`, `t1 DATE 2031-05`, `e1 ASSAULT CT+ actors: X; recipients: Y; within: s1`,
`f1 threat within: s1`, `f1 condition yes`, `none statement`. Spans nest.
"""

import dataclasses
import pathlib
import re

Span = tuple[int, int]
OPEN = re.compile(r"\{([seft]\d+(?:\.\w+)?) ")


@dataclasses.dataclass(frozen=True)
class Case:
    """A text with its marked spans: {"s1": {"source": [span…]}, "t1": {"": [span]}}."""

    name: str
    text: str
    published: str | None
    marks: dict[str, dict[str, list[Span]]]
    claims: tuple[str, ...]


def unmarked(marked: str) -> tuple[str, dict[str, dict[str, list[Span]]]]:
    """The text without its marks, and the spans they gave."""
    out: list[str] = []
    marks: dict[str, dict[str, list[Span]]] = {}
    stack: list[tuple[str, int]] = []
    at = size = 0
    while at < len(marked):
        opening = OPEN.match(marked, at)
        if opening:
            stack.append((opening[1], size))
            at = opening.end()
        elif marked[at] == "}" and stack:
            label, start = stack.pop()
            who, _, role = label.partition(".")
            marks.setdefault(who, {}).setdefault(role, []).append((start, size))
            at += 1
        else:
            out.append(marked[at])
            at, size = at + 1, size + 1
    if stack:
        raise ValueError(f"never closed: {stack} in {marked!r}")
    for roles in marks.values():
        for spans in roles.values():
            spans.sort()
    return "".join(out), marks


def case_of(block: str) -> Case:
    """One case from its lines."""
    name, *lines = block.strip("\n").split("\n")
    claims = tuple(line[2:] for line in lines if line.startswith("= "))
    dates = [line[2:] for line in lines if line.startswith("@ ")]
    text, marks = unmarked("\n".join(line for line in lines if not line.startswith(("= ", "@ "))))
    return Case(name, text, dates[0] if dates else None, marks, claims)


def cases() -> dict[str, Case]:
    """Every case of this folder by "file: name"."""
    found = {}
    for file in sorted(pathlib.Path(__file__).parent.glob("*.txt")):
        for block in re.split(r"(?m)^# ", file.read_text(encoding="utf-8"))[1:]:
            case = case_of(block)
            key = f"{file.stem}: {case.name}"
            if key in found:
                raise ValueError(f"two cases named {key}")
            found[key] = case
    return found
