"""A server on this machine that says what a test wants, and the permission to ask it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sayso.intake.net.addresses import Address

Answer = tuple[int, dict[str, str], bytes]


def loopback(address: Address) -> bool:
    """Whether an address is this machine's."""
    return address.is_loopback


class Site:
    """Pages by path, as bytes or whole answers or functions of the request's headers; `asked` is what was asked for."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.pages: dict[str, bytes | Answer | Callable[[dict[str, str]], Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def answer(self, path: str, headers: dict[str, str]) -> Answer:
        self.asked.append((path, headers))
        page = self.pages.get(path, (404, {}, b""))
        if callable(page):
            page = page(headers)
        return (200, {"Content-Type": "text/html"}, page) if isinstance(page, bytes) else page

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def served(wrap: Callable[[ThreadingHTTPServer], None] | None = None, scheme: str = "http") -> Iterator[Site]:
    """A site while the block runs."""

    class Requests(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = site.answer(self.path, {name.lower(): value for name, value in self.headers.items()})
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            return  # a client that hangs up is what some tests are about

    server = Quiet(("127.0.0.1", 0), Requests)
    if wrap:
        wrap(server)
    site = Site(f"{scheme}://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
