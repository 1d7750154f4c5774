"""The codebook as a page: every table and field of a release, every field of a record, every code, the rules, all from code and lexicon."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import msgspec

from sayso.ask.drafting import ACTS, FORMS, KINDS, STATUS
from sayso.lexicon import plover
from sayso.model import Document, Echo, Event, Forecast, Leftover, Mention, Problem, Statement, Time
from sayso.model.links import KINDS as LINKS
from sayso.model.ratings import SCALES
from sayso.model.records import Count, Likelihood, Plover
from sayso.model.verdicts import SAYS
from sayso.release import codebook
from sayso.release.tables import TABLES, kind

RECORDS: tuple[type[msgspec.Struct], ...] = (
    Document, Mention, Time, Statement, Event, Plover, Count, Forecast, Likelihood, Echo, Leftover, Problem,
)  # fmt: skip
"""The shapes whose every field has an entry."""
HEAD = """# Codebook

Made by sayso from its code and its lexicon (`python -m docs.codebook`); every release has it as `CODEBOOK.md`. Lists are JSON in the CSV
files. An empty cell means: not stated, not known, or cut by the limit on words.
"""


def page() -> str:
    """The codebook in Markdown."""
    rules = files("sayso.release").joinpath("rules.md").read_text(encoding="utf-8")
    return "\n".join([HEAD, rules, "## Codes\n", *codes(), "## Tables\n", *tables(), "## Records\n", RECORDS_SAY, *records()])


RECORDS_SAY = "What readers find, as `sayso read --json` prints it; the tables are made of these.\n"


def tables() -> Iterator[str]:
    """A section for each table."""
    for table in TABLES:
        rows = [(name, kind(hint), table.name) for name, hint in table.columns.items()]
        yield section(f"### {table.name}", codebook.says(table.name, ""), rows)


def records() -> Iterator[str]:
    """A section for each shape of a record."""
    for shape in RECORDS:
        name = named(shape)
        rows = [(field, shown(hint), name) for field, hint in hints(shape)]
        yield section(f"### {name}", codebook.says(name, ""), rows)


def named(shape: type[msgspec.Struct]) -> str:
    """What a shape is called in the codebook."""
    return shape.__name__.lower()


def hints(shape: type[msgspec.Struct]) -> list[tuple[str, Any]]:
    """The fields of a shape as they are encoded, with their types."""
    return [(field.encode_name, field.type) for field in msgspec.structs.fields(shape)]


def shown(hint: Any) -> str:
    """A type in words that a reader of JSON knows.

    >>> shown(str | None), shown(tuple[str, ...])
    ('str or none', 'list of str')
    """
    told = re.sub(
        r"\b\w+\.(?=\w)", "", getattr(hint, "__name__", "") if isinstance(hint, type) and "[" not in str(hint) else str(hint)
    )
    told = re.sub(r"tuple\[tuple\[int, int\], \.\.\.\]", "spans", told).replace("tuple[int, int]", "span")
    told = re.sub(r"tuple\[(\w+), \.\.\.\]", r"list of \1", told)
    return told.replace(" | None", " or none")


def section(head: str, says: str, rows: list[tuple[str, str, str]]) -> str:
    """A table of fields under a heading."""
    lines = [f"| `{name}` | {type} | {told(table, name)} |" for name, type, table in rows]
    return "\n".join([f"{head}\n\n{says}\n", "| field | type | meaning |", "|---|---|---|", *lines, ""])


def told(table: str, field: str) -> str:
    """What a field says, with its example."""
    says, example = codebook.entry(table, field)
    return f"{says} *Example*: `{example}`".replace("|", "\\|") if example else says.replace("|", "\\|")


def codes() -> Iterator[str]:
    """Every code there is, as code and lexicon have it."""
    known = plover.load()
    rows = [
        f"| {type} | {plover.QUADS[quad].lower()} | {', '.join(modes(known, type)) or '–'} |"
        for type, quad in known.quads.items()
    ]
    yield "\n".join(
        ["PLOVER 0.8, types with quad class and modes:\n", "| type | quad class | modes |", "|---|---|---|", *rows, ""]
    )
    lists = {
        "form": FORMS, "act": ACTS, "forecast kind": KINDS, "status": STATUS, "link kind": LINKS, "verdict": SAYS,
        **{scale: tuple(f"{code} {says}" for code, says in says.items()) for scale, says in SCALES.items()},
    }  # fmt: skip
    yield "\n".join([*(f"- **{name}**: {', '.join(values)}" for name, values in lists.items()), ""])


def modes(known: plover.Plover, type: str) -> list[str]:
    """The modes of a type."""
    return [mode for of, mode in known.scores if of == type and mode]
