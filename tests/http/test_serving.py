import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.http import serving


def test_the_command_prints_an_address_that_answers_and_ends_when_told(ledger: Path) -> None:
    command = [sys.executable, "-m", "sayso.cli.main", "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stderr
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        assert address
        with urllib.request.urlopen(address[0], timeout=10) as page:
            assert b"<h1>Documents</h1>" in page.read()
            assert "server" not in page.headers
        server.terminate()
        server.wait(10)
        assert server.stderr.read() == ""


def test_a_port_that_is_taken_is_told_in_a_line(ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="another program may hold the port"):
        serving.serve(ledger, port=taken.getsockname()[1])


def test_other_addresses_and_other_files_are_refused_at_once(ledger: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="SAYSO_TOKEN"):
        serving.serve(ledger, host="0.0.0.0")
    with pytest.raises(LedgerError):
        serving.serve(tmp_path / "absent.sayso")


def test_a_browser_is_opened_on_a_terminal_alone_and_not_against_the_users_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_BROWSER", raising=False)
    assert not serving.may_open_browser()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert serving.may_open_browser()
    monkeypatch.setenv("NO_BROWSER", "1")
    assert not serving.may_open_browser()
