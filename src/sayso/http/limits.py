"""How often one address may ask: buckets that fill again with time. This machine's own address may ask as often as it likes."""

import ipaddress
from collections.abc import Callable
from time import monotonic

import msgspec


class Rate(msgspec.Struct, frozen=True):
    """So many at once, and so many a second after that."""

    burst: float
    second: float


PAGES = Rate(200, 20)
FORMS = Rate(30, 1)
WRONG = Rate(10, 0.1)
"""Wrong tokens: after ten, one every ten seconds, also from this machine."""

MOST = 10_000
"""Addresses remembered; the one that has been quiet longest is forgotten first."""


class Limits:
    """The buckets of a server. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.clock = clock
        self.buckets: dict[tuple[str, Rate], tuple[float, float]] = {}

    def wait(self, address: str, rate: Rate, *, take: float = 1.0) -> float:
        """Seconds until an address may ask again, 0 where it may now, which is counted; `take` 0 only looks."""
        key = (network(address), rate)
        now = self.clock()
        left, then = self.buckets.pop(key, (rate.burst, now))
        left = min(rate.burst, left + (now - then) * rate.second)
        wanting = max(0.0, 1.0 - left) / rate.second
        self.buckets[key] = (left if wanting else left - take, now)
        if len(self.buckets) > MOST:
            del self.buckets[next(iter(self.buckets))]
        return wanting


def network(address: str) -> str:
    """What counts as one asker: an IPv4 address, or the 64-bit network of an IPv6 one.

    >>> network("192.0.2.7"), network("2001:db8::1:2"), network("socket")
    ('192.0.2.7', '2001:db8::/64', 'socket')
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return address if found.version == 4 else str(ipaddress.ip_network((int(found), 64), strict=False))


def is_local(address: str) -> bool:
    """Whether a request comes from this machine: from its own address, or through no network at all.

    >>> is_local("127.0.0.1"), is_local("192.0.2.7"), is_local("")
    (True, False, True)
    """
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return True
