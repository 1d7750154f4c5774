"""The measurable part of the house style."""

import ast
import re
import statistics

import pytest

from tests import tree

OURS = ("src", "eval", "bench", "train", "packages")
VAGUE = re.compile(r"(Manager|Handler|Processor|Helper|Util)s?$")


def functions_of(*folders: str) -> list[int]:
    return sorted(tree.lines_of(node) for _, _, parsed in tree.modules(*folders) for node in tree.functions(parsed))


def test_no_module_is_longer_than_250_lines() -> None:
    long = {name: source.count("\n") for name, source, _ in tree.modules(*OURS, "tests") if source.count("\n") > 250}
    assert long == {}


def test_functions_are_short() -> None:
    lengths = functions_of("src")
    assert statistics.median(lengths) <= 9
    assert lengths[int(0.95 * len(lengths))] <= 45


def test_no_module_is_a_drawer() -> None:
    drawers = [name for name, _, _ in tree.modules(*OURS) if re.search(r"/(utils?|helpers?|common|misc)\.py$", name)]
    assert drawers == []


def test_no_class_has_a_vague_name() -> None:
    names = [n.name for _, _, parsed in tree.modules(*OURS) for n in ast.walk(parsed) if isinstance(n, ast.ClassDef)]
    assert [name for name in names if VAGUE.search(name)] == []


def test_nothing_is_left_to_do() -> None:
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX|Not" + r"ImplementedError)\b")
    assert [name for name, source, _ in tree.modules(*OURS, "tests") if marks.search(source)] == []


def test_every_public_function_says_what_comes_back() -> None:
    bare = [
        f"{name}:{node.lineno}"
        for name, _, parsed in tree.modules("src")
        for node in tree.functions(parsed)
        if not node.name.startswith("_") and not ast.get_docstring(node) and node in parsed.body
    ]
    assert bare == []


def readers() -> list[tuple[str, ast.Module]]:
    return [(name, parsed) for name, _, parsed in tree.modules("src/sayso/read") if not name.endswith("__init__.py")]


@pytest.mark.parametrize(("name", "parsed"), readers(), ids=[name for name, _ in readers()])
def test_a_reader_says_what_it_finds_and_misses(name: str, parsed: ast.Module) -> None:
    head = ast.get_docstring(parsed) or ""
    assert all(word in head for word in ("What it finds", "What it misses", "Source")), name
    assigned = [
        target.id
        for node in parsed.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert "VERSION" in assigned, name
