"""robots.txt (RFC 9309): what a site asks of those who come by themselves."""

from collections.abc import Iterable

import msgspec

LARGEST = 512_000  # bytes that are read of it
MOST = 60.0  # seconds a site may ask us to wait between two requests


class Robots(msgspec.Struct, frozen=True):
    """The rules that hold for us: (allowed, pattern), and the seconds to wait between requests where the site asks for that."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether a path may be asked for: the longest pattern that fits decides, and of two as long the one that allows."""
        fitting = [(len(pattern), allowed) for allowed, pattern in self.rules if fits(pattern, path)]
        return max(fitting)[1] if fitting else True


ALL, NONE = Robots(), Robots(((False, "/"),))


def read(data: bytes, name: str) -> Robots:
    """What a robots.txt asks of the agent called `name`: its own groups, else those for everybody.

    >>> read(b"User-agent: *\\nDisallow: /a\\nAllow: /a/b", "sayso").allow("/a/b/c")
    True
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    ruled = False
    for field, value in fields(data[:LARGEST].decode("utf-8", "replace").splitlines()):
        if field == "user-agent":
            agents = [value.lower()] if ruled else [*agents, value.lower()]
            groups.setdefault(value.lower(), [])
            ruled = False
        else:
            ruled = True
            for agent in agents:
                groups[agent].append((field, value))
    return made(groups.get(name.lower(), groups.get("*", [])))


def fields(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The lines that say something, as lower-case field and value."""
    for line in lines:
        field, sign, value = line.partition("#")[0].partition(":")
        if sign and field.strip().lower() in ("user-agent", "allow", "disallow", "crawl-delay"):
            yield field.strip().lower(), value.strip()


def made(said: list[tuple[str, str]]) -> Robots:
    """The rules of a group."""
    rules = tuple((field == "allow", value) for field, value in said if field in ("allow", "disallow") and value)
    delays = [seconds(value) for field, value in said if field == "crawl-delay"]
    return Robots(rules, max(delays, default=0.0))


def seconds(value: str) -> float:
    """A delay, up to the most that is waited; what is none is 0."""
    whole = value.partition(".")[0]
    return min(float(whole), MOST) if whole.isdecimal() and len(whole) < 9 else 0.0


def fits(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern with `*` and `$` says; in time that grows with the lengths alone.

    >>> fits("/a*c$", "/abc"), fits("/a*c$", "/abcd"), fits("/a", "/ab")
    (True, False, True)
    """
    ends = pattern.endswith("$")
    head, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(head):
        return False
    at = len(head)
    for piece in pieces[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if not pieces:
        return not ends or at == len(path)
    return path.endswith(pieces[-1]) and len(path) - len(pieces[-1]) >= at if ends else path.find(pieces[-1], at) >= 0
