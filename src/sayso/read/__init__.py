"""Parse -> records, one module a reader. The folder is the registry: see `sayso.run.readers`.

The room itself can be called: `sayso.read(text)` is what a notebook says, and the name is taken by this folder.
"""

import importlib
import sys
from types import ModuleType
from typing import Any


class Room(ModuleType):
    """This folder as a function."""

    def __call__(self, text: str, **given: Any) -> Any:
        """What was read in a text (`sayso.notebook.read`)."""
        return importlib.import_module("sayso.notebook").read(text, **given)


sys.modules[__name__].__class__ = Room
