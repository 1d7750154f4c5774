"""The guard before every page: who may ask, from where, and what a browser may do with the answer."""

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

import msgspec

from sayso.errors import UsageError

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOCAL = ("127.0.0.1", "localhost", "::1")
SHORTEST_TOKEN = 16
WRITTEN = ("/forecasts/", "/review/")
"""Beginnings of the addresses that take forms; each form carries a token of this server besides (`posting`)."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)


class Rules(msgspec.Struct, frozen=True):
    """Host names the server answers to, and the token it asks for, if any."""

    hosts: tuple[str, ...] = LOCAL
    token: str | None = None


class Refusal(msgspec.Struct, frozen=True):
    """A request that is not let in: status and one line."""

    status: int
    why: str


def rules(address: str, token: str | None = None, also: tuple[str, ...] = ()) -> Rules:
    """The rules for a server bound to `address`; `also` are further host names it answers to.

    Raises: UsageError for an address that others can reach without a token of 16 characters or more.
    """
    if token is not None and len(token) < SHORTEST_TOKEN:
        raise UsageError(f"a token of {len(token)} characters is guessed too soon: take {SHORTEST_TOKEN} or more")
    if not is_local(address) and token is None:
        raise UsageError(f"{address} can be reached by others: set SAYSO_TOKEN to a secret, or serve on 127.0.0.1")
    return Rules((*LOCAL, *(name.lower() for name in (address, *also))), token)


def is_local(address: str) -> bool:
    """Whether an address is this machine's own loopback.

    >>> is_local("127.0.0.1"), is_local("0.0.0.0"), is_local("veld.example")
    (True, False, False)
    """
    try:
        return address == "localhost" or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def refusal(known: Rules, method: str, headers: dict[bytes, list[bytes]], path: str = "/") -> Refusal | None:
    """Why a request is refused, or None. A name that isn't ours (421) comes first: it may be another site's, pointed here."""
    hosts = headers.get(b"host", [])
    if len(hosts) != 1 or _name(hosts[0]) not in known.hosts:
        return Refusal(421, "this server does not answer to that name")
    if _foreign(hosts[0], headers):
        return Refusal(403, "another site may not ask in your name")
    if known.token is not None and not _knows(known.token, headers.get(b"authorization", [])):
        return Refusal(401, "this ledger asks for its token, as the password")
    if method not in ("GET", "HEAD") and not (method == "POST" and path.startswith(WRITTEN)):
        return Refusal(405, "nothing can be changed here")
    return None


def _name(host: bytes) -> str | None:
    """The name in a Host header, without port; None where it is malformed."""
    text = host.decode("latin-1")
    if any(c in text for c in "/@?#\\") or not text.isascii():
        return None
    try:
        parts = urlsplit(f"//{text}")
        return parts.hostname if parts.port is None or parts.port > 0 else None
    except ValueError:
        return None


def _foreign(host: bytes, headers: dict[bytes, list[bytes]]) -> bool:
    """Whether a browser says the request was made by another site; following a link from one is let through."""
    ours = host.decode("latin-1").lower()
    for origin in headers.get(b"origin", []):
        if origin.decode("latin-1").lower() not in (f"http://{ours}", f"https://{ours}"):
            return True
    sites = headers.get(b"sec-fetch-site", [])
    if all(site in (b"same-origin", b"none") for site in sites):
        return False
    return headers.get(b"sec-fetch-mode") != [b"navigate"] or headers.get(b"sec-fetch-dest") != [b"document"]


def _knows(token: str, given: list[bytes]) -> bool:
    """Whether the token was given, as a bearer or as the password of HTTP's own dialogue; compared in constant time."""
    scheme, _, value = (given[0] if len(given) == 1 else b"").partition(b" ")
    if scheme.lower() == b"basic":
        try:
            value = base64.b64decode(value, validate=True).partition(b":")[2]
        except binascii.Error:
            return False
    return scheme.lower() in (b"basic", b"bearer") and hmac.compare_digest(value.strip(), token.encode())


class Guard:
    """An application behind the rules: refuses what they refuse and puts the same headers on every answer."""

    def __init__(self, app: App, known: Rules) -> None:
        self.app = app
        self.known = known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is answered."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        if scope["type"] != "http":
            return None  # a socket that is never accepted is closed by the server
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value)
        refused = refusal(self.known, scope["method"], headers, scope["path"])
        if refused:
            return await _refuse(refused, _with_headers(send))
        # A page is made the same way for HEAD; the server leaves its body out.
        method = "POST" if scope["method"] == "POST" else "GET"
        return await self.app({**scope, "method": method}, receive, _with_headers(send))


def _with_headers(send: Send) -> Send:
    """`send` with the guard's headers on every response."""

    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *HEADERS]}
        await send(message)

    return sending


async def _refuse(refused: Refusal, send: Send) -> None:
    """Nothing; the refusal is sent as one plain line."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    if refused.status == 401:
        headers.append((b"www-authenticate", b'Basic realm="sayso", charset="UTF-8"'))
    if refused.status == 405:
        headers.append((b"allow", b"GET, HEAD"))
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{refused.status}: {refused.why}\n".encode()})
