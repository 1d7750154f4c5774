"""Which addresses of the network may be asked: public ones, known before a connection is made, and the connection goes there."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

import msgspec

from sayso.errors import InputError

PORTS = {"http": 80, "https": 443}
CARRIERS = tuple(
    map(ip_network, ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2002::/16", "fec0::/10"))
)
"""IPv6 that carries an IPv4 address inside (compatible, mapped, NAT64, Teredo, 6to4), or is of a site."""

NEXT = "give the address of a public page, or save it and read the file"
Address = IPv4Address | IPv6Address
Allows = Callable[[Address], bool]


class Place(msgspec.Struct, frozen=True):
    """Where a URL leads: scheme, host as named, path with its query, and the addresses that were checked, with their ports."""

    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[tuple[str, int], ...]

    @property
    def named(self) -> str:
        """The host as a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def is_public(address: Address) -> bool:
    """Whether anybody on the network may be at this address, and nobody's own machine or network is.

    >>> [is_public(ip_address(words)) for words in ("9.9.9.9", "10.0.0.1", "127.0.0.1", "::ffff:9.9.9.9")]
    [True, False, False, False]
    """
    if isinstance(address, IPv6Address) and any(address in carrier for carrier in CARRIERS):
        return False
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified or address.is_loopback
    )


def place(url: str, allows: Allows = is_public) -> Place:
    """Where a URL leads. Raises InputError where it is no address of a page, or leads where it must not."""
    parts = split(url)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    found = resolved(host, port, url)
    for address, _ in found:
        if not allows(ip_address(address)):
            raise InputError(f"{url}: leads to {address}, no public address", NEXT)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Place(parts.scheme, host, port, quoted(path), tuple(found))


def split(url: str) -> SplitResult:
    """The parts of a web address. Raises InputError where it is none."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises where it is none
    except ValueError as error:
        raise InputError(f"{url}: no web address: {error}", NEXT) from error
    if parts.scheme not in PORTS:
        raise InputError(f"{url}: only http and https are fetched", NEXT)
    if not parts.hostname or "@" in parts.netloc or parts.port == 0:
        raise InputError(f"{url}: an address needs a host, and no name or password before it", NEXT)
    return parts


def resolved(host: str, port: int, url: str) -> Sequence[tuple[str, int]]:
    """The addresses of a host, each once. Raises InputError where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{url}: no such host: {error}", "check the address and the connection") from error
    return list(dict.fromkeys((str(each[4][0]).partition("%")[0], port) for each in found))


def quoted(path: str) -> str:
    """A path as a request line takes it: what is no visible ASCII is escaped, so that no line can be broken.

    >>> quoted("/a b\\r\\nX: y/é")
    '/a%20b%0D%0AX:%20y/%C3%A9'
    """
    return "".join(
        each if "!" <= each <= "~" else "".join(f"%{byte:02X}" for byte in each.encode("utf-8", "replace")) for each in path
    )
