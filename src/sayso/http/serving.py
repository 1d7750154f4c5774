"""Serving: a ledger's pages on an address of this machine until they are no longer wanted."""

import os
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from socket import AI_PASSIVE, SOCK_STREAM, create_server, getaddrinfo, socket

import uvicorn

from sayso.errors import UsageError
from sayso.http.app import application
from sayso.http.guard import Rules, rules

BACKLOG = 128


class Server(uvicorn.Server):
    """A uvicorn server that tells when it answers."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.ready = ready

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Nothing; the server answers, and `ready` has been told."""
        await super().startup(sockets)
        if self.started:
            self.ready()


def url(host: str, port: int) -> str:
    """The address to type.

    >>> url("127.0.0.1", 8765), url("::1", 80)
    ('http://127.0.0.1:8765/', 'http://[::1]:80/')
    """
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def serve(
    ledger: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8765,
    known: Rules | None = None,
    ready: Callable[[str], None] = print,
) -> None:
    """Nothing, once the server has been stopped; `ready` is given the address when pages are answered.

    Raises: LedgerError for a file that is no ledger; UsageError for an address that needs a token or a port that is taken.
    """
    app = application(ledger, known or rules(host))
    config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, date_header=False, lifespan="on")
    with listening(host, port) as bound:
        Server(config, lambda: ready(url(host, bound.getsockname()[1]))).run([bound])


def listening(host: str, port: int) -> socket:
    """A socket that listens on an address. Raises: UsageError where that can't be had."""
    try:
        family = getaddrinfo(host, port, type=SOCK_STREAM, flags=AI_PASSIVE)[0][0]
        return create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise UsageError(f"{host}:{port}: {why}; another program may hold the port: try --port 0") from fault


def may_open_browser() -> bool:
    """Whether a browser may be opened: on a terminal, and not where NO_BROWSER is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_BROWSER")


def open_browser(address: str) -> None:
    """Nothing; the address is opened in the user's browser, if there is one."""
    webbrowser.open(address)
