"""What was set aside is read again, as it was asked for."""

import json
from pathlib import Path

import pytest

from sayso.intake.net import addresses, polite
from sayso.ledger import View
from tests.cli.calling import Caller
from tests.intake.net.serving import loopback, served

WORDS = "The ferry to Vellin was late. Orla: “It runs when it runs.”"


def asides(ledger: Path) -> list[str]:
    with View(ledger) as view:
        return [problem.why for problem in view.problems()]


def retried(sayso: Caller, ledger: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(sayso("problems", "--ledger", ledger, "--retry", "--workers", 1, "--json").out)
    return found


def test_a_file_that_was_mended_is_read_with_the_options_given_for_it(sayso: Caller, simply: None, tmp_path: Path) -> None:
    ledger, file = tmp_path / "a.sayso", tmp_path / "a.jsonl"
    file.write_text(json.dumps({"story": WORDS}) + "\n{broken\n", encoding="utf-8")
    sayso("add", file, "--ledger", ledger, "--workers", 1, "--map", "text=story", "--published", "2031-04-09", "--outlet", "Quay")
    assert len(asides(ledger)) == 1
    file.write_text(json.dumps({"story": WORDS}) + "\n" + json.dumps({"story": f"Later. {WORDS}"}) + "\n", encoding="utf-8")
    found = retried(sayso, ledger)
    assert (found["inputs"], found["new"], found["known"], asides(ledger)) == (1, 1, 1, [])
    with View(ledger) as view:
        assert {(row.published, row.outlet) for row in view.documents()} == {("2031-04-09", "Quay")}


def test_what_fails_again_stays_with_the_newest_reason_alone(sayso: Caller, simply: None, tmp_path: Path) -> None:
    ledger, file = tmp_path / "a.sayso", tmp_path / "a.json"
    file.write_bytes(b"{")
    sayso("add", file, "--ledger", ledger, "--workers", 1)
    first = asides(ledger)
    assert (retried(sayso, ledger)["new"], asides(ledger)) == (0, first)
    file.unlink()
    retried(sayso, ledger)
    assert asides(ledger) != first
    assert "No such file" in asides(ledger)[0]


@pytest.mark.parametrize(
    ("suffix", "broken", "whole"),
    [(".txt", "FAIL" + WORDS, WORDS), (".jsonl", '{"text": 3}\n', json.dumps({"text": WORDS}) + "\n"), (".json", "[", "[]")],
)
def test_a_part_that_is_gone_or_mended_is_no_problem_any_more(
    sayso: Caller, simply: None, tmp_path: Path, suffix: str, broken: str, whole: str
) -> None:
    ledger, file = tmp_path / "a.sayso", tmp_path / f"a{suffix}"
    file.write_text(broken, encoding="utf-8")
    sayso("add", file, "--ledger", ledger, "--workers", 1)
    assert len(asides(ledger)) == 1
    file.write_text(whole, encoding="utf-8")
    sayso("add", file, "--ledger", ledger, "--workers", 1)
    assert asides(ledger) == []


def test_a_page_is_asked_for_again_and_a_feed_is_left_to_its_watch(
    sayso: Caller, simply: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "is_public", loopback)
    monkeypatch.setattr(polite, "PAUSE", 0.0)
    ledger = tmp_path / "a.sayso"
    with served() as site:
        sayso("fetch", f"{site.home}/gate", "--ledger", ledger, "--workers", 1)
        sayso("watch", f"{site.home}/feed", "--ledger", ledger, "--once")
        assert len(asides(ledger)) == 2
        site.pages["/gate"] = f"<html><title>Gate</title><body><p>{WORDS}</p></body></html>".encode()
        asked = len(site.asked)
        assert retried(sayso, ledger)["new"] == 1
    assert site.paths[asked:] == ["/gate"]
    assert [why.partition("/feed")[2] for why in asides(ledger)] == [": the server answers 404"]


def test_a_page_that_a_feed_led_to_is_asked_for_as_a_guest(
    sayso: Caller, simply: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "is_public", loopback)
    monkeypatch.setattr(polite, "PAUSE", 0.0)
    ledger = tmp_path / "a.sayso"
    with served() as site:
        site.pages["/feed"] = (
            f"<rss><channel><title>Q</title><item><title>A</title><link>{site.home}/a</link></item></channel></rss>".encode()
        )
        sayso("watch", f"{site.home}/feed", "--ledger", ledger, "--once")
        site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /a")
        retried(sayso, ledger)
    assert site.paths.count("/a") == 1
    assert "robots.txt of the site forbids it" in asides(ledger)[0]


def test_nothing_is_made_where_there_is_no_ledger(sayso: Caller, tmp_path: Path) -> None:
    assert sayso("problems", "--ledger", tmp_path / "none.sayso", "--retry").code == 4
    assert list(tmp_path.iterdir()) == []
