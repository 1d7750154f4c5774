"""Answers printed as the caller wants them."""

import sys
from collections.abc import Iterable
from typing import Any

import msgspec

from sayso.errors import UsageError


def give(answers: Iterable[Any], *, as_json: bool, as_csv: bool, raw: bool = False, none: str = "nothing found") -> None:
    """Nothing; prints a table, JSON lines or CSV. A reader that closes the pipe ends it quietly."""
    if as_json and as_csv:
        raise UsageError("--json and --csv: choose one")
    if raw and not as_csv:
        raise UsageError("--raw goes with --csv")
    if as_json:
        lines(msgspec.json.encode(answer) + b"\n" for answer in answers)
    elif as_csv:
        from sayso.show import csv

        lines(line.encode("utf-8", "replace") for line in csv.lines(answers, raw=raw))
    else:
        tabled(answers, none)


def lines(coded: Iterable[bytes]) -> None:
    """Nothing; writes bytes to stdout as they come."""
    out = sys.stdout.buffer
    for line in coded:
        out.write(line)
    out.flush()


def tabled(answers: Iterable[Any], none: str) -> None:
    """Nothing; prints a table for people, or `none`."""
    from rich.console import Console

    from sayso.show.answers import tables

    console = Console(highlight=False, soft_wrap=False)
    empty = True
    for table in tables(answers):
        console.print(table)
        empty = False
    if empty:
        console.print(none)
