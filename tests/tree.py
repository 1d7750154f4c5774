"""The project's own files, for tests that look at all of them."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
NOT_OURS = {".git", ".venv", ".test", ".demo", "out", "dist", "build", "runs", "__pycache__", "node_modules", "vendor"}
BINARY = {".onnx", ".png", ".jpg", ".gz", ".woff2", ".ico", ".sayso", ".npz", ".pyc", ".whl"}


def files() -> Iterator[Path]:
    """Every text file of the project, environments, caches and vendored parts left out."""
    for folder, inner, names in os.walk(PROJECT):
        inner[:] = sorted(name for name in inner if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info")))
        inner[:] = [name for name in inner if not name.startswith(".") or name == ".ci"]
        yield from (Path(folder) / name for name in sorted(names) if Path(name).suffix not in BINARY)


def texts() -> Iterator[tuple[str, str]]:
    """(path within the project, text) of every text file."""
    for file in files():
        yield file.relative_to(PROJECT).as_posix(), file.read_text(encoding="utf-8", errors="replace")


def modules(*folders: str) -> Iterator[tuple[str, str, ast.Module]]:
    """(path, source, syntax tree) of every Python module below `folders`."""
    for name, source in texts():
        if name.endswith(".py") and name.startswith(tuple(f"{folder}/" for folder in folders)):
            yield name, source, ast.parse(source)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
