"""Adding goes on where it stopped, and ends with the same ledger however often it was killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.adding import Adding, Input
from sayso.crew import Crew
from sayso.errors import InputError
from sayso.ledger import Ledger, View
from sayso.model import Document
from tests import adding_run
from tests.crew import fakes
from tests.ledger.content import content, tables
from tests.ledger.made import document


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    path = tmp_path_factory.mktemp("once") / "once.sayso"
    return path, adding_run.add(path)


def test_every_article_is_read_or_set_aside_with_its_reason(undisturbed):
    path, steps = undisturbed
    with View(path) as view:
        reasons = Counter(problem.why.split(":")[0] for problem in view.problems())
        counts = view.counts()
    read = set(range(36)) - {7, 1, 19, 11, 29}
    assert counts["documents"] == len(read)
    assert counts["statements"] == 2 * len(read)
    assert reasons["took longer than 1 s"] == 1
    assert reasons["ValueError"] == 2
    assert reasons["no JSON"] == 1
    assert sum(reasons.values()) == 6
    assert steps.count("read") == len(read) + 2  # two were read again for a date that their copies brought


def test_adding_again_adds_nothing(undisturbed, tmp_path):
    path, _ = undisturbed
    before = content(path)
    steps = adding_run.add(path)
    assert content(path) == before
    assert "read" not in steps
    assert {"known", "file"} <= set(steps)


def test_killed_at_any_moment_and_run_again_the_ledger_is_that_of_an_undisturbed_run(undisturbed, tmp_path):
    path = tmp_path / "killed.sayso"
    chance = random.Random(20)
    command = [sys.executable, "-m", "tests.adding_run", str(path)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    killed = 0
    for after in (0, 1, 3, 7, 4, 12):
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
            for _ in range(after):
                process.stdout.readline()
            time.sleep(chance.uniform(0, 0.03 if after else 0.6))
            process.kill()
        killed += process.returncode == -signal.SIGKILL
    adding_run.add(path)
    assert killed == 6
    assert content(path) == content(undisturbed[0])


def test_the_comparison_forgets_no_table(undisturbed):
    from tests.ledger.content import QUERIES

    named = " ".join(QUERIES)
    assert all(f"FROM {name}" in named for name in tables(undisturbed[0]))


def test_a_forgotten_document_is_refused_and_told_of(undisturbed, tmp_path):
    path = tmp_path / "copy.sayso"
    path.write_bytes(undisturbed[0].read_bytes())
    with Ledger(path) as ledger:
        ledger.forget(adding_run.article(20).id, "asked for")
    assert adding_run.add(path).count("forgotten") == 1
    with View(path) as view:
        assert view.document(adding_run.article(20).id) is None


def test_a_text_longer_than_any_article_is_set_aside_unread(tmp_path, monkeypatch):
    monkeypatch.setattr("sayso.adding.CHARS", 10)
    with Ledger(tmp_path / "long.sayso") as ledger, Crew(fakes.load) as crew:
        steps = []
        Adding(ledger, crew, steps.append).run([Input("long.txt", lambda: iter([document("Eleven chars", origin="long.txt")]))])
    assert [step.problem.why for step in steps] == ["12 characters, more than 10"]


def test_an_input_that_cannot_be_opened_is_a_problem_and_the_next_is_read(tmp_path):
    def missing() -> Iterator[Document]:
        raise InputError("gone.txt: no such file", "check the name")
        yield

    with Ledger(tmp_path / "some.sayso") as ledger, Crew(fakes.load) as crew:
        steps = []
        Adding(ledger, crew, steps.append).run([Input("gone.txt", missing), Input("in", lambda: iter([document()]))])
    assert [step.what for step in steps] == ["aside", "read"]
    assert steps[0].problem.next == "check the name"
