import gzip
import shutil
import socket
import ssl
import subprocess
import time
import zlib
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.intake.net import addresses, fetching
from sayso.intake.net.fetching import Fetched, fetch
from tests.intake.net.serving import Answer, Site, loopback, served


def got(url: str) -> Fetched:
    return fetch(url, allows=loopback)


def test_a_page_comes_with_its_address_headers_and_charset(site: Site) -> None:
    site.pages["/a?b=c"] = (200, {"Content-Type": 'text/html; charset="windows-1252"', "ETag": '"x"'}, b"caf\xe9")
    found = got(f"{site.home}/a?b=c#part")
    assert (found.status, found.body, found.kind, found.charset, found.headers["etag"]) == (
        200,
        b"caf\xe9",
        "text/html",
        "windows-1252",
        '"x"',
    )
    assert site.asked[0][1]["user-agent"].startswith("sayso/")


def test_without_permission_this_machine_is_not_asked(site: Site) -> None:
    with pytest.raises(InputError, match="no public address"):
        fetch(f"{site.home}/")
    assert site.asked == []


def test_every_hop_is_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.home.rpartition(":")[2]
    site.pages["/"] = (302, {"Location": f"http://127.0.0.2:{port}/secret"}, b"")
    with pytest.raises(InputError, match=r"127\.0\.0\.2, no public address"):
        fetch(f"{site.home}/", allows=lambda address: str(address) == "127.0.0.1")
    assert site.paths == ["/"]


def test_the_connection_goes_to_the_address_that_was_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/"] = b"words"
    port = int(site.home.rpartition(":")[2])
    asked: list[str] = []

    def rebinding(host: str, *args: object, **options: object) -> list[tuple[object, ...]]:
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "127.0.0.66"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", lambda address, timeout: connection(address))
    assert got(f"http://quay.example:{port}/").body == b"words"
    assert asked == ["quay.example"]
    assert site.asked[0][1]["host"] == f"quay.example:{port}"


def connection(address: tuple[str, int]) -> socket.socket:
    assert address[0] == "127.0.0.1"
    made = socket.socket()
    made.connect(address)
    return made


@pytest.mark.parametrize("to", ["file:///etc/passwd", "gopher://127.0.0.1/", "http://a:b@127.0.0.1/", "http://[::1"])
def test_redirects_out_of_the_web_are_refused(site: Site, to: str) -> None:
    site.pages["/"] = (301, {"Location": to}, b"")
    with pytest.raises(InputError):
        got(f"{site.home}/")


def test_redirects_are_followed_and_counted(site: Site) -> None:
    for n in range(9):
        site.pages[f"/{n}"] = (302, {"Location": f"/{n + 1}"}, b"")
    site.pages["/9"] = b"words"
    assert got(f"{site.home}/5").url == f"{site.home}/9"
    with pytest.raises(InputError, match="more than 5 times"):
        got(f"{site.home}/0")


def test_an_encrypted_page_never_leads_to_an_open_one() -> None:
    with pytest.raises(InputError, match="not encrypted"):
        fetching.onward("https://quay.example/a", "http://quay.example/a")
    assert fetching.onward("http://quay.example/a/b", "../c#d") == "http://quay.example/c"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "identity"])
def test_a_body_is_decoded_once(site: Site, coding: str) -> None:
    inner = gzip.compress(b"words")
    body = {"gzip": gzip.compress(inner), "deflate": zlib.compress(inner), "identity": inner}[coding]
    site.pages["/"] = (200, {"Content-Encoding": coding}, body)
    assert got(f"{site.home}/").body == inner


def test_deflate_without_its_head_is_read() -> None:
    engine = zlib.compressobj(wbits=-15)
    assert fetching.decoded(engine.compress(b"words" * 99) + engine.flush(), "deflate", "a") == b"words" * 99


@pytest.mark.parametrize(
    ("headers", "body", "why"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(b"0" * 9000), "more than 1000 bytes"),
        ({"Content-Encoding": "deflate"}, zlib.compress(b"0" * 9000), "more than 1000 bytes"),
        ({}, b"0" * 9000, "more than 1000 bytes"),
        ({"Content-Encoding": "gzip, gzip"}, b"", "was not asked for"),
        ({"Content-Encoding": "br"}, b"", "was not asked for"),
        ({"Content-Encoding": "gzip"}, b"no gzip", "damaged body"),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"words")[:-9], "damaged body: cut short"),
        ({"Content-Length": "500"}, b"words", "cut short"),
        ({"Content-Length": "3"}, b"words", None),
        ({"X": "y" * 70_000}, b"", "LineTooLong"),
        ({f"X{n}": "y" for n in range(200)}, b"", "HTTPException"),
    ],
)
def test_bodies_that_lie_or_swell_are_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str], body: bytes, why: str | None
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    monkeypatch.setattr(fetching, "SILENCE", 0.5)
    site.pages["/"] = (200, headers, body)
    if why is None:
        assert got(f"{site.home}/").body == b"wor"
    else:
        with pytest.raises(InputError, match=why):
            got(f"{site.home}/")


def test_a_server_that_drips_is_left_at_the_end_of_the_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)

    def slowly(_: dict[str, str]) -> Answer:
        time.sleep(1.5)
        return (200, {}, b"late")

    site.pages["/"] = slowly
    started = time.monotonic()
    with pytest.raises(InputError):
        got(f"{site.home}/")
    assert time.monotonic() - started < 1.4


def test_nobody_there_is_an_input_error() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(InputError, match="can't be reached"):
        got(f"http://127.0.0.1:{port}/")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes the certificate")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    made = (
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        tmp_path / "k.pem",
        "-out",
        tmp_path / "c.pem",
        "-subj",
        "/CN=quay.example",
    )
    subprocess.run(("openssl", *made, "-addext", "subjectAltName=IP:127.0.0.1"), check=True, capture_output=True)

    def wrap(server: ThreadingHTTPServer) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "c.pem", tmp_path / "k.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)

    with served(wrap, "https") as site:
        with pytest.raises(InputError, match="certificate can't be trusted: self-signed certificate"):
            got(f"{site.home}/")
        assert site.asked == []
