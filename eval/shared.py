"""The folder of development data beside the project, and its scorers. SAYSO_SHARED names another place."""

import functools
import hashlib
import importlib.util
import os
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]


def folder() -> Path | None:
    """The shared folder, or None where there is none: tests that need it are skipped then."""
    found = Path(os.environ.get("SAYSO_SHARED", PROJECT.parent / "shared"))
    return found if (found / "score").is_dir() else None


def data(name: str) -> Path:
    """A file or folder of the shared data, `data/…` or absolute. Raises: FileNotFoundError where it is missing."""
    found = (folder() or PROJECT / "shared") / name
    if not found.exists():
        raise FileNotFoundError(f"{name}: not in {found.parent} (set SAYSO_SHARED)")
    return found


def scorer(name: str) -> ModuleType:
    """The module `score/NAME.py` of the shared folder."""
    file = data(f"score/{name}.py")
    spec = importlib.util.spec_from_file_location(f"shared_{name}", file)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{file}: not a module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated(note: Mapping[str, Any]) -> Any:
    """What annotator G made of a text as `score/whole.py` lays it out; of a text that somebody else annotated, theirs."""
    return note["G"] if "G" in note else next(made for who, made in note.items() if who != "text")


@functools.cache
def sha256(path: Path) -> str:
    """Hex digest of a file, or of the names and digests of a folder's files in order."""
    if path.is_dir():
        inner = ((file.relative_to(path).as_posix(), sha256(file)) for file in sorted(path.rglob("*")) if file.is_file())
        return hashlib.sha256(repr(list(inner)).encode()).hexdigest()
    return hashlib.sha256(path.read_bytes()).hexdigest()
