"""The codebook: what every table, field and code means, from `codebook.tsv`, the records' own shapes and the lexicon."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sayso.errors import ModelError

HEAD = ["table", "field", "says", "example"]
ANY = "*"


@cache
def entries() -> Mapping[tuple[str, str], tuple[str, str]]:
    """What each field says and an example, by table and field; field "" is the table itself, table "*" every table that has the field."""
    lines = files("sayso.release").joinpath("codebook.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    if rows[0] != HEAD or any(len(row) != len(HEAD) for row in rows):
        raise ModelError("release/codebook.tsv: a row has not four cells; install sayso again")
    return {(table, field): (says, example) for table, field, says, example in rows[1:]}


def entry(table: str, field: str) -> tuple[str, str]:
    """What a field says and an example. Raises: KeyError where it has no entry."""
    found = entries()
    return found[table, field] if (table, field) in found else found[ANY, field]


def says(table: str, field: str) -> str:
    """What a field says, what a table is where `field` is ""."""
    return entry(table, field)[0]
