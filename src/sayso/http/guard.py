"""The guard before every page: who may ask, from where, and what a browser may do with the answer."""

import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from math import ceil
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from sayso.errors import UsageError
from sayso.http.knowing import ANYBODY, Asker, asker
from sayso.http.limits import FORMS, PAGES, WRONG, Limits
from sayso.http.limits import is_local as from_here
from sayso.ledger.people import Person

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOCAL = ("127.0.0.1", "localhost", "::1")
SHORTEST_TOKEN = 16
ASKER = "sayso.asker"
"""Where the name of who asks stands in a request's scope."""

COOKIE = "sayso-who"
LOGGED = "/log"
"""The beginning of the address of what people have done: for an admin, where a ledger has people."""

OWN = "/searches"
"""The beginning of the addresses whose forms keep what is one's own and decide nothing: whoever may read may send them."""

WRITTEN = ("/forecasts/", "/review/", OWN)
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


def nobody() -> Sequence[Person]:
    """No people: a ledger of one person on one machine."""
    return ()


class Rules(msgspec.Struct, frozen=True):
    """Host names the server answers to, the token it asks for, if any, and the people who may come in with tokens of their own."""

    hosts: tuple[str, ...] = LOCAL
    token: str | None = None
    people: Callable[[], Sequence[Person]] = nobody


class Refusal(msgspec.Struct, frozen=True):
    """A request that is not let in: status and one line."""

    status: int
    why: str
    wait: float = 0.0


def rules(address: str, token: str | None = None, also: tuple[str, ...] = (), *, peopled: bool = False) -> Rules:
    """The rules for a server bound to `address`; `also` are further host names it answers to; `peopled`: the ledger has people.

    Raises: UsageError for an address that others can reach without people or a token of 16 characters or more.
    """
    if token is not None and len(token) < SHORTEST_TOKEN:
        raise UsageError(f"a token of {len(token)} characters is guessed too soon: take {SHORTEST_TOKEN} or more")
    if not is_local(address) and token is None and not peopled:
        raise UsageError(
            f"{address} can be reached by others: let them in by name (sayso people add), set SAYSO_TOKEN to a secret, or serve on 127.0.0.1"
        )
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
    who = asking(known, headers)
    if who is None:
        return Refusal(401, "this ledger asks for a name and its token, as the password")
    if method not in ("GET", "HEAD") and not (method == "POST" and path.startswith(WRITTEN)):
        return Refusal(405, "nothing can be changed here")
    if method == "POST" and who.role == "read" and not path.startswith(OWN):
        return Refusal(403, f"{who.name} may read here and decide nothing; an admin can change that (sayso people add)")
    if path.startswith(LOGGED) and who.role != "admin":
        return Refusal(403, "what people have done is shown to an admin")
    return None


def asking(known: Rules, headers: dict[bytes, list[bytes]]) -> Asker | None:
    """Who asks, None where nobody who is let in does."""
    return asker(known.token, known.people(), headers.get(b"authorization", []))


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


class Guard:
    """An application behind the rules: refuses what they refuse and puts the same headers on every answer."""

    def __init__(self, app: App, known: Rules, limits: Limits | None = None) -> None:
        self.app = app
        self.known = known
        self.limits = limits or Limits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is answered."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        if scope["type"] != "http":
            return None  # a socket that is never accepted is closed by the server
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value)
        address = str((scope.get("client") or ("",))[0])
        refused = self.late(address, scope["method"]) or refusal(self.known, scope["method"], headers, scope["path"])
        if refused:
            if refused.status == 401 and headers.get(b"authorization"):
                self.limits.wait(address, WRONG)
            return await _refuse(refused, _with_headers(send))
        # A page is made the same way for HEAD; the server leaves its body out.
        method = "POST" if scope["method"] == "POST" else "GET"
        who = asking(self.known, headers) or ANYBODY
        return await self.app({**scope, "method": method, ASKER: who.name}, receive, _with_headers(send, who.name))

    def late(self, address: str, method: str) -> Refusal | None:
        """Why a request comes too soon after others from its address, or None."""
        wanting = self.limits.wait(address, WRONG, take=0.0)
        if not wanting and not from_here(address):
            wanting = self.limits.wait(address, FORMS if method == "POST" else PAGES)
        return Refusal(429, f"too many requests; again in {ceil(wanting)} s", wanting) if wanting else None


def _with_headers(send: Send, name: str | None = None) -> Send:
    """`send` with the guard's headers on every response; pages learn from a cookie what the asker is called, and nothing else."""
    told = [(b"set-cookie", f"{COOKIE}={quote(name, safe='')}; Path=/; SameSite=Strict".encode())] if name else []

    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *HEADERS, *told]}
        await send(message)

    return sending


async def _refuse(refused: Refusal, send: Send) -> None:
    """Nothing; the refusal is sent as one plain line."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    if refused.status == 401:
        headers.append((b"www-authenticate", b'Basic realm="sayso", charset="UTF-8"'))
    if refused.status == 405:
        headers.append((b"allow", b"GET, HEAD"))
    if refused.status == 429:
        headers.append((b"retry-after", str(ceil(refused.wait)).encode()))
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{refused.status}: {refused.why}\n".encode()})
