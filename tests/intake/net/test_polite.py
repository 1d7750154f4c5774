from collections.abc import Mapping

import pytest

from sayso.errors import InputError
from sayso.intake.net.fetching import Fetched
from sayso.intake.net.polite import KEPT, PAUSE, Guest


class Time:
    """A clock that goes on when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = 1000.0, []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Sites:
    """Answers by address; others are 404."""

    def __init__(self, **robots: bytes) -> None:
        self.answers: dict[str, Fetched] = {}
        self.asked: list[str] = []

    def give(self, url: str, status: int, body: bytes = b"") -> None:
        self.answers[url] = Fetched(url=url, status=status, body=body)

    def __call__(self, url: str, headers: Mapping[str, str]) -> Fetched:
        self.asked.append(url)
        return self.answers.get(url, Fetched(url=url, status=404))


def guest(sites: Sites, time: Time) -> Guest:
    return Guest(sites, clock=lambda: time.now, sleep=time.sleep)


def test_what_robots_forbid_is_not_asked_for() -> None:
    sites = Sites()
    sites.give("https://quay.example/robots.txt", 200, b"User-agent: *\nDisallow: /in")
    visitor = guest(sites, Time())
    with pytest.raises(InputError, match=r"robots\.txt of the site forbids"):
        visitor.get("https://quay.example/in/side")
    assert visitor.get("https://quay.example/out?a").status == 404
    assert sites.asked == ["https://quay.example/robots.txt", "https://quay.example/out?a"]


def test_a_host_has_its_pause_and_another_host_does_not_wait() -> None:
    sites, time = Sites(), Time()
    sites.give("https://quay.example/robots.txt", 200, b"User-agent: *\nCrawl-delay: 9")
    visitor = guest(sites, time)
    for url in ("https://quay.example/1", "https://quay.example/2", "https://ice.example/1"):
        visitor.get(url)
    assert time.slept == [PAUSE, 9.0, PAUSE]


def test_robots_are_asked_for_once_a_day() -> None:
    sites, time = Sites(), Time()
    visitor = guest(sites, time)
    visitor.get("https://quay.example/1")
    visitor.get("https://quay.example/2")
    time.now += KEPT
    visitor.get("https://quay.example/3")
    assert sites.asked.count("https://quay.example/robots.txt") == 2


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_whose_robots_fail_is_left_alone_and_asked_again(status: int) -> None:
    sites = Sites()
    sites.give("https://quay.example/robots.txt", status)
    visitor = guest(sites, Time())
    with pytest.raises(InputError, match=f"robots.txt gives {status}"):
        visitor.get("https://quay.example/1")
    sites.give("https://quay.example/robots.txt", 404)
    assert visitor.get("https://quay.example/1").status == 404
