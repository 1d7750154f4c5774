import time

import pytest

from sayso.intake.net.robots import ALL, NONE, fits, read

TEXT = b"""# words
User-agent: other
Disallow: /
User-agent: *
User-agent: third
Disallow: /private/
Allow: /private/open$
Disallow: /*.pdf$
Crawl-delay: 7
Sitemap: https://quay.example/map
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/a", False),
        ("/private/open", True),
        ("/private/open/er", False),
        ("/a/b.pdf", False),
        ("/a/b.pdf?x", True),
    ],
)
def test_the_longest_rule_that_fits_decides(path: str, allowed: bool) -> None:
    assert read(TEXT, "sayso").allow(path) is allowed


def test_own_rules_go_before_those_for_everybody() -> None:
    assert not read(TEXT, "Other").allow("/a")
    assert read(TEXT + b"\nUser-agent: Sayso\nAllow: /\n", "sayso").allow("/private/a")


@pytest.mark.parametrize(("said", "delay"), [(b"7", 7.0), (b"900", 60.0), (b"-1", 0.0), (b"soon", 0.0), (b"nan", 0.0)])
def test_delays_are_taken_up_to_a_minute(said: bytes, delay: float) -> None:
    assert read(b"User-agent: *\nCrawl-delay: " + said, "sayso").delay == delay


def test_nothing_and_rubbish_allow_all() -> None:
    assert read(b"", "sayso") == read(b"\xff\x00<html>", "sayso") == ALL
    assert not NONE.allow("/a")


def test_patterns_of_many_stars_are_no_trap() -> None:
    started = time.monotonic()
    assert not fits("/" + "*a" * 20_000 + "*b$", "/" + "a" * 60_000)
    assert time.monotonic() - started < 5
