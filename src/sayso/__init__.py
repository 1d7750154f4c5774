"""sayso reads news and keeps the account: who says what, on whose word.

In a notebook: `sayso.read(text)` reads a text, `sayso.open("news.sayso").said(by="Majidi").to_pandas()` asks a ledger.
"""

import importlib
import pathlib
import typing

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(ledger: "str | pathlib.Path") -> typing.Any:
    """A ledger (`sayso.notebook.Asked`) to be asked: `said`, `did`, `actors`, `foretold`, `documents`, `find`; `with` closes it.

    Raises: LedgerError for a file that is missing or no ledger.
    """
    return importlib.import_module("sayso.notebook").Asked(pathlib.Path(ledger))


def __getattr__(name: str) -> typing.Any:
    """The room `read`, which can be called, once somebody asks for it: importing it takes time that `sayso --help` has not."""
    if name == "read":
        return importlib.import_module("sayso.read")
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
