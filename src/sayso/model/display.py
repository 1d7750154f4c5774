"""Display: a record or an answer as the small table that a notebook shows of it."""

import html
from typing import Any

import msgspec

LONG = 400


class Shown(msgspec.Struct, frozen=True):
    """What a notebook can show by itself."""

    def _repr_html_(self) -> str:
        """A table of the fields that have a value, as notebooks ask for it."""
        return table(self)


def table(one: msgspec.Struct) -> str:
    """The fields of a record that have a value as an HTML table, every character of them text.

    >>> class Rain(msgspec.Struct):
    ...     words: str
    ...     who: str | None = None
    >>> table(Rain("<b>"))
    '<table><tr><th>words</th><td><bdi>&lt;b&gt;</bdi></td></tr></table>'
    """
    values = ((name, getattr(one, name)) for name in one.__struct_fields__)
    rows = (
        f"<tr><th>{html.escape(name)}</th><td>{cell(value)}</td></tr>" for name, value in values if value not in (None, (), "")
    )
    return f"<table>{''.join(rows)}</table>"


def cell(value: Any) -> str:
    """A value as HTML, long ones cut."""
    words = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"<bdi>{html.escape(words if len(words) <= LONG else words[:LONG] + ' …')}</bdi>"
