"""The data package: `datapackage.json` as Frictionless has it, with what sayso says of itself under `sayso`."""

from pathlib import Path
from typing import Any

import msgspec

from sayso.release import codebook
from sayso.release.files import sha256
from sayso.release.made import Made
from sayso.release.tables import TABLES, Table, empty_allowed, kind

PROFILE = "tabular-data-package"


def package(folder: Path, made: Made) -> dict[str, Any]:
    """What datapackage.json says: each table with its schema, size and hash; query, counts and versions."""
    return {
        "name": made.name, "id": made.id, "title": made.terms.title, "version": made.date, "created": f"{made.date}T00:00:00Z",
        "description": "Who said what, who did what to whom and what was foretold, in news articles, each with the place that supports it.",
        "resources": [resource(folder, table, made) for table in TABLES],
        "sayso": {
            "query": asked(made), "limit": msgspec.to_builtins(made.terms.limit), "counts": made.counts,
            "lists": msgspec.to_builtins(made.lists), "versions": msgspec.to_builtins(made.versions), "accuracy": msgspec.to_builtins(made.accuracy),
        },
    }  # fmt: skip


def asked(made: Made) -> dict[str, str]:
    """The query that chose the documents and statements, only what was said; empty where all of the ledger was taken."""
    return {
        name.rstrip("_"): value for name, value in msgspec.structs.asdict(made.terms.wanted).items() if isinstance(value, str)
    }


def resource(folder: Path, table: Table, made: Made) -> dict[str, Any]:
    """A table as a resource."""
    file = folder / "data" / f"{table.name}.csv"
    return {
        "name": table.name, "type": "table", "path": f"data/{table.name}.csv", "profile": "tabular-data-resource", "scheme": "file",
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": file.stat().st_size, "hash": f"sha256:{sha256(file)}",
        "description": codebook.says(table.name, ""), "schema": schema(table, made),
    }  # fmt: skip


def schema(table: Table, made: Made) -> dict[str, Any]:
    """The schema of a table. Where statements were chosen, what they stand in may be left out: then tables point to documents only."""
    points = {name: to for name, to in table.points.items() if to == "documents" or not made.terms.wanted.choosing}
    return {
        "fields": [
            {"name": name, "type": kind(hint), "description": codebook.says(table.name, name), **demanded(table, name, hint)}
            for name, hint in table.columns.items()
        ],
        "primaryKey": [table.key],
        "missingValues": [""],
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": "" if to == table.name else to, "fields": ["id"]}}
            for name, to in points.items()
        ],
    }  # fmt: skip


def demanded(table: Table, name: str, hint: Any) -> dict[str, Any]:
    """What a cell must be."""
    if name == table.key:
        return {"constraints": {"required": True, "unique": True}}
    return {} if empty_allowed(hint) else {"constraints": {"required": True}}
