"""What the checkout promises: pinned requirements, a CI script, the papers of a product."""

import re
import tomllib

import pytest

import sayso
from tests import tree


def requirements(name: str) -> dict[str, str]:
    blocks = re.split(r"\n(?=\S)", (tree.PROJECT / "requirements" / f"{name}.txt").read_text(encoding="utf-8"))
    return {block.split("==")[0].lower().replace("_", "-"): block.strip() for block in blocks if block.strip()}


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    blocks = requirements(name)
    assert len(blocks) > 40
    assert [block for block in blocks.values() if "==" not in block or "--hash=sha256:" not in block] == []


def test_every_dependency_is_among_the_requirements() -> None:
    project = tomllib.loads((tree.PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=\[;! ]", wanted)[0].lower().replace("_", "-") for wanted in project["dependencies"]]
    assert [name for name in names if name not in requirements("runtime")] == []


def test_development_adds_to_the_runtime_and_changes_nothing() -> None:
    runtime, dev = requirements("runtime"), requirements("dev")
    assert {name: block for name, block in runtime.items() if dev.get(name) != block} == {}


def test_ci_runs_the_tests_and_nothing_else() -> None:
    script = tree.PROJECT / ".ci" / "run"
    commands = [line for line in script.read_text().splitlines() if line and not line.startswith("#")]
    assert commands == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]
    assert script.stat().st_mode & 0o111


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CITATION.cff", "SECURITY.md", "LICENSE"])
def test_the_papers_are_here(name: str) -> None:
    assert len((tree.PROJECT / name).read_text(encoding="utf-8").split()) > 40


def test_the_changelog_and_the_citation_know_this_version() -> None:
    assert f"## {sayso.__version__}" in (tree.PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {sayso.__version__}" in (tree.PROJECT / "CITATION.cff").read_text(encoding="utf-8")
