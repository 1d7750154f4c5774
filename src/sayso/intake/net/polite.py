"""Asking many pages as a guest does: robots.txt first, one request at a time for a host, a pause between two."""

import time
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from sayso.errors import InputError
from sayso.intake.net import robots
from sayso.intake.net.fetching import NAME, Fetched, fetch
from sayso.intake.net.robots import Robots

PAUSE = 2.0  # seconds between two requests to a host
KEPT = 24 * 3600.0  # seconds for which a robots.txt holds
FORBIDDEN = "open it in a browser, save the page and read the file"


class Guest:
    """Fetches pages politely; `clock` and `sleep` are those of the system if not given."""

    def __init__(
        self,
        fetcher: Callable[[str, Mapping[str, str]], Fetched] = fetch,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.fetcher = fetcher
        self.clock = clock
        self.sleep = sleep
        self.free: dict[str, float] = {}
        self.known: dict[str, tuple[float, Robots]] = {}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """What a URL gives. Raises InputError where robots.txt forbids it, and as `fetch` does."""
        parts = urlsplit(url)
        home = f"{parts.scheme}://{parts.netloc}"
        rules = self.rules(home)
        if not rules.allow((parts.path or "/") + (f"?{parts.query}" if parts.query else "")):
            raise InputError(f"{url}: robots.txt of the site forbids it", FORBIDDEN)
        return self.asked(home, url, headers or {}, max(PAUSE, rules.delay))

    def rules(self, home: str) -> Robots:
        """The rules of a site, asked for once a day; one that fails is left alone, one that has none allows all (RFC 9309)."""
        until, rules = self.known.get(home, (0.0, robots.ALL))
        if home not in self.known or self.clock() >= until:
            rules = self.asked_for(home)
            self.known[home] = (self.clock() + KEPT, rules)
        return rules

    def asked_for(self, home: str) -> Robots:
        """The rules as the site gives them now. Raises InputError where it can't be reached, so that it is asked again."""
        found = self.asked(home, f"{home}/robots.txt", {}, PAUSE)
        if found.status == 200:
            return robots.read(found.body, NAME)
        if found.status >= 500 or found.status == 429:
            raise InputError(f"{home}: its robots.txt gives {found.status}, so nothing is asked of it", "try again later")
        return robots.ALL

    def asked(self, home: str, url: str, headers: Mapping[str, str], pause: float) -> Fetched:
        """What a URL gives, after the host's pause."""
        wait = self.free.get(home, 0.0) - self.clock()
        if home in self.free and wait > 0:
            self.sleep(wait)
        try:
            return self.fetcher(url, headers)
        finally:
            self.free[home] = self.clock() + pause
