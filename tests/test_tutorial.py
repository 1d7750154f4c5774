"""The tutorial's commands run, in its order, and show what it says they show."""

import contextlib
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso import samples
from sayso.cli.main import app
from tests import tree

COMMANDS = re.findall(r"^    \$ sayso (.+)$", (tree.PROJECT / "docs" / "tutorial.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(samples.path(), folder / "articles")
    with contextlib.chdir(folder):
        return {line: ran(line) for line in COMMANDS if not line.startswith("serve")}


def ran(line: str) -> str:
    words, _, target = line.partition(" > ")
    done = CliRunner(env={"COLUMNS": "160"}).invoke(app, shlex.split(words), catch_exceptions=False)
    assert done.exit_code == 0, f"{line}: {done.output[-500:]}"
    if target:
        Path(target).write_text(done.stdout, encoding="utf-8")
    return done.stdout


def test_every_command_runs(printed: dict[str, str]) -> None:
    assert len(printed) >= 10


def test_the_second_addition_adds_nothing(printed: dict[str, str]) -> None:
    (added,) = (text for line, text in printed.items() if line.startswith("add"))
    assert "12 known" in added


def test_the_chain_and_the_other_speakers_are_shown(printed: dict[str, str]) -> None:
    (said,) = (text for line, text in printed.items() if "surveyors" in line)
    assert "Tideway News ← Quayside Press" in said
    assert [outlet for outlet in ("The Ossaly Courier", "Quayside Press") if f"{outlet} ←" not in said] == []


def test_the_first_command_copies_the_samples(tmp_path: Path) -> None:
    page = (tree.PROJECT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    (code,) = re.findall(r'^    \$ python3 -c "(.+)"$', page, re.MULTILINE)
    with contextlib.chdir(tmp_path):
        exec(code, {})
    assert len(list((tmp_path / "articles").iterdir())) == len(samples.names())
