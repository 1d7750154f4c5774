"""One page from the network: every hop checked, the connection made to the address that was checked, the body decoded once."""

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from functools import cache
from urllib.parse import urljoin

import msgspec

from sayso import __version__
from sayso.errors import InputError
from sayso.intake.net import addresses
from sayso.intake.net.addresses import Allows, Place, place

LARGEST = 32 << 20  # bytes of a body, before and after decoding
HOPS = 5
SECONDS = 60.0  # for a whole hop
TRIED = 4  # addresses of a host
SILENCE = 20.0  # seconds without a byte
NAME = "sayso"
AGENT = f"{NAME}/{__version__} (reads news; +robots.txt honoured)"
MOVED = (301, 302, 303, 307, 308)
CODINGS = {"": None, "identity": None, "gzip": 31, "x-gzip": 31, "deflate": 47}
LATER = "try again later"
NEXT = "save the page and read the file"


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What a server sent: status, headers by lower-case name, the body decoded, and the address it came from at last."""

    url: str
    status: int
    headers: dict[str, str] = {}
    body: bytes = b""
    for_ever: bool = False  # whether every hop on the way said that it had moved for good

    @property
    def kind(self) -> str:
        """The content type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the content type names."""
        found = self.headers.get("content-type", "").lower().partition("charset=")[2].strip("\"' ")
        return found.partition(";")[0].strip("\"' ") or None


def fetch(url: str, headers: Mapping[str, str] = {}, *, allows: Allows | None = None) -> Fetched:
    """What a URL gives after at most five redirects. `allows` says which addresses may be asked: public ones if not given.

    Raises: InputError where the address must not be asked, the server can't be reached or trusted, or sends too much or rubbish.
    """
    here, for_ever = url, True
    for _ in range(HOPS + 1):
        there = place(here, allows or addresses.is_public)
        status, found, body = hop(there, headers, here)
        to = found.get("location")
        if status not in MOVED or not to:
            return Fetched(url=here, status=status, headers=found, body=body, for_ever=for_ever and here != url)
        for_ever = for_ever and status in (301, 308)
        here = onward(here, to)
    raise InputError(f"{url}: redirects more than {HOPS} times", NEXT)


def onward(here: str, to: str) -> str:
    """Where a redirect leads. Raises InputError where it leaves the web, or an encrypted page for an open one."""
    try:
        there = urljoin(here, to).partition("#")[0]
    except ValueError as error:
        raise InputError(f"{here}: redirects to no address: {to[:200]}", NEXT) from error
    if here.startswith("https:") and not there.startswith("https:"):
        raise InputError(f"{here}: redirects to {there[:200]}, which is not encrypted", NEXT)
    return there


def hop(there: Place, headers: Mapping[str, str], url: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one request."""
    connection = connected(there, url)
    # A server that sends a byte now and then must not hold us: at the end of the time the socket is shut from outside.
    timer = threading.Timer(SECONDS, shut, (connection.sock,))
    timer.daemon = True
    timer.start()
    try:
        connection.request("GET", there.path, headers={**STANDARD, "Host": there.named, **headers})
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        raw = b"" if answer.status in MOVED else answer.read(LARGEST + 1)
        if answer.status not in MOVED and answer.length and len(raw) <= LARGEST:
            raise InputError(f"{url}: the body was cut short", LATER)
        return answer.status, found, decoded(raw, found.get("content-encoding", ""), url)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise InputError(f"{url}: {type(error).__name__}: {error}"[:400], LATER) from error
    finally:
        timer.cancel()
        connection.close()


STANDARD = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


def connected(there: Place, url: str) -> http.client.HTTPConnection:
    """A connection to one of the checked addresses; the certificate is checked against the host's name. Raises InputError."""
    why: OSError | None = None
    for address in there.addresses[:TRIED]:
        try:
            sock = socket.create_connection(address, SILENCE)
            if there.scheme == "https":
                sock = trusting().wrap_socket(sock, server_hostname=there.host)
        except ssl.SSLCertVerificationError as error:
            raise InputError(f"{url}: its certificate can't be trusted: {error.verify_message}", NEXT) from error
        except OSError as error:
            why = error
            continue
        connection = http.client.HTTPConnection(there.host, there.port, timeout=SILENCE)
        connection.sock = sock
        return connection
    raise InputError(f"{url}: can't be reached: {why}", LATER)


@cache
def trusting() -> ssl.SSLContext:
    """TLS with the system's authorities; what they don't vouch for is never read."""
    return ssl.create_default_context()


def shut(sock: socket.socket) -> None:
    """Nothing; whoever waits for this socket wakes up with an error."""
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it was closed in this very moment


def decoded(raw: bytes, coding: str, url: str) -> bytes:
    """A body with its one coding undone. Raises InputError where it is too large, damaged or coded otherwise."""
    name = coding.strip().lower()
    if name not in CODINGS:
        raise InputError(f"{url}: coded as {name[:40]}, which was not asked for", NEXT)
    try:
        bits = CODINGS[name]
        out = raw if bits is None else unpacked(raw, bits)
    except zlib.error as error:
        raise InputError(f"{url}: a damaged body: {error}", LATER) from error
    if max(len(out), len(raw)) > LARGEST:
        raise InputError(f"{url}: more than {LARGEST} bytes", NEXT)
    return out


def unpacked(raw: bytes, bits: int) -> bytes:
    """What zlib gives, up to a byte beyond the cap. Raises zlib.error for damage and for a cut."""
    if bits == 47 and raw[:1] and (raw[0] & 15 != 8 or int.from_bytes(raw[:2], "big") % 31):
        bits = -15  # deflate without its head, as some servers send it
    engine = zlib.decompressobj(bits)
    out = engine.decompress(raw, LARGEST + 1)
    if len(out) <= LARGEST and not engine.eof and raw:
        raise zlib.error("cut short")
    return out
