"""`sayso demo`: from file to ledger without a terminal, a browser or a network."""

import socket
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso import samples
from sayso.cli.main import app
from sayso.ledger import View


def no_connection(*_: Any) -> None:
    raise AssertionError("the demo opened a connection")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    ledger = tmp_path_factory.mktemp("demo") / "demo.sayso"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", no_connection)
        patch.setenv("NO_BROWSER", "1")
        done = CliRunner().invoke(app, ["demo", "--ledger", str(ledger)], catch_exceptions=False)
    assert done.exit_code == 0
    return ledger, done.stdout


def test_it_writes_every_sample_into_the_ledger(shown: tuple[Path, str]) -> None:
    with View(shown[0]) as view:
        counts = view.counts()
    assert counts["documents"] == len(samples.names())
    assert counts["statements"] > 100
    assert counts["problems"] == 0


def test_it_shows_a_reading_and_tells_what_was_counted(shown: tuple[Path, str]) -> None:
    with View(shown[0]) as view:
        counts = view.counts()
    assert "Kastelane" in shown[1]
    assert f"{counts['documents']} articles" in shown[1]
    assert f"{counts['statements']} statements" in shown[1]


def test_it_names_the_next_command_and_the_page(shown: tuple[Path, str]) -> None:
    assert f"--ledger {shown[0]}" in shown[1]
    assert "http://127.0.0.1:8765/" in shown[1]


def test_it_opens_no_browser_without_a_terminal(shown: tuple[Path, str]) -> None:
    assert "would be served" in shown[1]
    assert "is served at" not in shown[1]


def test_again_adds_nothing(shown: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_BROWSER", "1")
    with View(shown[0]) as view:
        before = view.counts()
    assert CliRunner().invoke(app, ["demo", "--ledger", str(shown[0])], catch_exceptions=False).exit_code == 0
    with View(shown[0]) as view:
        assert view.counts() == before
