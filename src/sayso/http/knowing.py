"""Who asks: the server's own token, or a person of the ledger by name and token; and what each may do."""

import base64
import binascii
import hmac
from collections.abc import Callable, Sequence
from time import monotonic

import msgspec

from sayso.errors import SaysoError
from sayso.http.views import Views
from sayso.ledger.people import Person, holder, people

FRESH_FOR = 1.0
"""Seconds for which the people of a ledger are remembered: who is shut out is out after that."""


class Asker(msgspec.Struct, frozen=True):
    """Somebody who is let in: without a name where the ledger has no people and the server needs none."""

    name: str | None
    role: str


ANYBODY = Asker(None, "admin")


class Register:
    """The people of a ledger, read anew every second."""

    def __init__(self, views: Views, clock: Callable[[], float] = monotonic) -> None:
        self.views = views
        self.clock = clock
        self.read = self.clock()
        with views.one() as view:
            self.known: tuple[Person, ...] = people(view)

    def __call__(self) -> Sequence[Person]:
        """Those who are let in now; those of a moment ago where the ledger can't be read just now."""
        if self.clock() - self.read < FRESH_FOR:
            return self.known
        try:
            with self.views.one() as view:
                self.known = people(view)
        except SaysoError:
            return self.known
        self.read = self.clock()
        return self.known


def asker(token: str | None, among: Sequence[Person], given: list[bytes]) -> Asker | None:
    """Who asks with these Authorization headers, None where they must not be let in."""
    if token is None and not among:
        return ANYBODY
    name, secret = credentials(given)
    if not secret:
        return None
    if token is not None and hmac.compare_digest(secret.encode("utf-8", "replace"), token.encode()):
        return Asker(None, "admin")
    found = holder(among, name, secret)
    return Asker(found.name, found.role) if found else None


def credentials(given: list[bytes]) -> tuple[str | None, str]:
    """The name (None for a bearer) and the secret of HTTP's own dialogue or of a bearer token; an empty secret where there is none.

    >>> credentials([b"Bearer abc"]), credentials([b"Basic QWRhOmFiYw=="]), credentials([])
    ((None, 'abc'), ('Ada', 'abc'), (None, ''))
    """
    scheme, _, value = (given[0] if len(given) == 1 else b"").partition(b" ")
    if scheme.lower() == b"bearer":
        return None, value.strip().decode("utf-8", "replace")
    if scheme.lower() != b"basic":
        return None, ""
    try:
        name, _, secret = base64.b64decode(value, validate=True).partition(b":")
    except binascii.Error:
        return None, ""
    return name.decode("utf-8", "replace"), secret.strip().decode("utf-8", "replace")
