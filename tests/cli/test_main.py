"""The command finds its verbs by their place, ends with documented codes, and starts quickly."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sayso import __version__, errors
from sayso.cli import main

DOCS = Path(__file__).parents[2] / "docs" / "exit-codes.md"


def test_each_module_with_a_command_is_a_verb():
    modules = {file.stem for file in Path(main.__file__).parent.glob("*.py") if not file.stem.startswith("_")} - {"main"}
    assert set(main.verbs()) == modules
    assert {"add", "ask", "backup", "check", "forget", "problems"} <= modules


def test_help_lists_every_verb_with_its_first_line(sayso):
    called = sayso("--help")
    assert called.code == 0
    assert all(re.search(rf"^  {verb} +\w", called.out, re.M) for verb in main.verbs())
    assert sayso("--version").out == f"sayso {__version__}\n"


def test_help_needs_no_engine_no_database_and_no_server():
    heavy = "apsw|spacy|numpy|rich|fastapi|uvicorn|jinja2|trafilatura"
    code = (
        "import re, sys; sys.argv = ['sayso', '--help']\nfrom sayso.cli import main\ntry: main.main()\n"
        f"except SystemExit: print(sorted(name for name in sys.modules if re.fullmatch('{heavy}', name)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_error_has_a_code_and_every_code_its_line_in_the_docs():
    shared = (errors.SaysoError, errors.NotThere)  # what is not there ends as any fault of the ledger
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind not in shared]
    codes = {main.code(kind("x")) for kind in kinds}
    assert len(codes) == len(kinds)
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", DOCS.read_text(), re.M)}
    assert codes | {0, 1, 8, 130} == documented


@pytest.mark.parametrize("arguments", [("nonsense",), ("ask", "nonsense"), ("add",)])
def test_a_wrong_call_is_code_2(sayso, arguments):
    assert sayso(*arguments).code == 2


def test_what_is_wrong_is_told_without_control_characters(sayso, tmp_path):
    called = sayso("check", "--ledger", f"{tmp_path}/\x1b[31mx\n")
    assert called.code == 4
    assert "\x1b" not in called.err
    assert called.err.count("\n") == 1
