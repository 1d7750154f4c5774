"""News agencies: whose name in a credit line says where a text comes from."""

from collections.abc import Mapping

from sayso.lexicon import tables


def load() -> Mapping[str, str]:
    """The agencies' names by every name they go by, as written.

    >>> load()["AP"], load()["The Associated Press"]
    ('Associated Press', 'Associated Press')
    """
    return {alias: row["name"] for row in tables.rows("outlets.tsv") if row["form"] == "agency" for alias in tables.aliases(row)}
