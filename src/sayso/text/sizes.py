"""Sizes of the weights: packages of their own, of which one is used."""

import importlib.util
import os
from pathlib import Path

from sayso.errors import UsageError

SIZES = {"base": "sayso_weights_en", "small": "sayso_weights_en_small"}
"""The packages of weights by size, in the order in which they are looked for."""

CHOICE = "SAYSO_SIZE"
"""The environment variable that chooses among them; workers have it from the process that starts them."""


def installed() -> Path | None:
    """The folder of the installed weights, of the size that SAYSO_SIZE names or else the largest; None where there are none.

    Raises: UsageError where SAYSO_SIZE names no size, or one that is not installed.
    """
    wanted = os.environ.get(CHOICE)
    if wanted and wanted not in SIZES:
        raise UsageError(f"{CHOICE}={wanted}: no such size; there are {' and '.join(SIZES)}")
    found = [folder for size, name in SIZES.items() if wanted in (None, "", size) and (folder := _folder(name)) is not None]
    if wanted and not found:
        raise UsageError(f"{CHOICE}={wanted}: {SIZES[wanted].replace('_', '-')} is not installed; install it, or unset {CHOICE}")
    return found[0] if found else None


def _folder(package: str) -> Path | None:
    """Where a package lies, None where it is not installed."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None
