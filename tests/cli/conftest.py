"""The command, with a reader that needs no engine."""

from pathlib import Path

import pytest

from sayso.crew import loading
from tests.cli.calling import Caller
from tests.crew import fakes


@pytest.fixture
def sayso(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Caller:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    return Caller(monkeypatch, capsys)


@pytest.fixture
def simply(monkeypatch: pytest.MonkeyPatch) -> None:
    """`add` reads with the one rule of tests.crew.fakes."""
    monkeypatch.setattr(loading, "loader", lambda actors: fakes.load)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(3):
        words = f"The ferry to Vellin was late again on day {n}. Orla: “It runs when it runs.” Then Pim: “It doesn’t 😀.”\n"
        (folder / f"{n}.txt").write_text(words, encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7 \x00\x01\x02")
    return folder
