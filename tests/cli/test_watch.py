import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.cli.watch import rest
from sayso.intake.net import addresses, polite
from tests.cli.calling import Caller
from tests.intake.net.serving import Site, loopback, served

ARTICLE = "<html><head><title>Gate shut</title></head><body><article><p>{0}Orla: “It runs when it runs, whatever the ice on the harbour does.”</p></article></body></html>"
FEED = "<rss><channel><title>Quay Post</title>{0}</channel></rss>"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(addresses, "is_public", loopback)
    monkeypatch.setattr(polite, "PAUSE", 0.0)
    with served() as site:
        site.pages["/gate"] = ARTICLE.format("").encode()
        site.pages["/feed"] = FEED.format(f"<item><title>Gate</title><link>{site.home}/gate</link></item>").encode()
        yield site


def test_a_page_is_fetched_into_a_ledger_once(sayso: Caller, simply: None, site: Site, tmp_path: Path) -> None:
    ledger = tmp_path / "a.sayso"
    first = json.loads(sayso("fetch", f"{site.home}/gate", "--ledger", ledger, "--workers", 1, "--json").out)
    again = json.loads(sayso("fetch", f"{site.home}/gate", "--ledger", ledger, "--workers", 1, "--json").out)
    assert (first["new"], first["found"]["statement"], again["new"], again["known"]) == (1, 1, 0, 1)


def test_what_is_fetched_is_linked_with_what_is_there_unless_told_not_to(
    sayso: Caller, simply: None, site: Site, tmp_path: Path
) -> None:
    site.pages["/again"] = ARTICLE.format(
        "<p>The gate at the quay is shut for the winter, the Quay Post has learnt.</p>"
    ).encode()
    for name, options, links in (("a", (), {"quote": 1}), ("b", ("--no-link",), {})):
        ledger = tmp_path / f"{name}.sayso"
        sayso("fetch", f"{site.home}/gate", "--ledger", ledger, "--workers", 1, *options)
        told = json.loads(sayso("fetch", f"{site.home}/again", "--ledger", ledger, "--workers", 1, "--json", *options).out)
        assert {kind: many for kind, many in told["links"].items() if kind == "quote"} == links


def test_what_a_feed_brings_is_linked(sayso: Caller, simply: None, site: Site, tmp_path: Path) -> None:
    ledger = tmp_path / "a.sayso"
    site.pages["/again"] = ARTICLE.format(
        "<p>The gate at the quay is shut for the winter, the Quay Post has learnt.</p>"
    ).encode()
    sayso("fetch", f"{site.home}/again", "--ledger", ledger, "--workers", 1)
    sayso("watch", f"{site.home}/feed", "--ledger", ledger, "--once")
    assert "It runs when it runs" in sayso("ask", "quotes", "--ledger", ledger, "--json").out


def test_an_own_address_is_set_aside(sayso: Caller, simply: None, tmp_path: Path) -> None:
    called = sayso("fetch", "http://127.0.0.1:9/x", "--ledger", tmp_path / "a.sayso", "--workers", 1)
    assert called.code == 0
    assert "no public address" in sayso("problems", "--ledger", tmp_path / "a.sayso", "--json").out


def test_a_list_of_feeds_is_watched_and_a_feed_of_what_is_new_is_written(
    sayso: Caller, simply: None, site: Site, tmp_path: Path
) -> None:
    ledger, feeds, news = tmp_path / "a.sayso", tmp_path / "feeds.opml", tmp_path / "news.atom"
    feeds.write_text(
        f'<opml><body><outline xmlUrl="{site.home}/feed"/><outline xmlUrl="{site.home}/none"/></body></opml>', encoding="utf-8"
    )
    called = sayso("watch", feeds, "--ledger", ledger, "--once", "--atom", news)
    assert f"{site.home}/feed: 1 new" in called.err
    assert f"{site.home}/none: the server answers 404" in called.err
    assert f'<link href="{site.home}/gate"/>' in news.read_text(encoding="utf-8")
    asked = len(site.asked)
    assert sayso("watch", feeds, "--ledger", ledger, "--once").code == 0
    assert len(site.asked) == asked  # neither feed is due yet


def test_a_forgotten_document_leaves_the_feed_of_what_is_new(sayso: Caller, simply: None, site: Site, tmp_path: Path) -> None:
    ledger, news = tmp_path / "a.sayso", tmp_path / "news.atom"
    sayso("watch", f"{site.home}/feed", "--ledger", ledger, "--once")
    id = json.loads(sayso("ask", "documents", "--ledger", ledger, "--json").out)["doc"]
    sayso("forget", id, "--ledger", ledger)
    sayso("watch", f"{site.home}/feed", "--ledger", ledger, "--once", "--atom", news)
    assert "<entry>" not in news.read_text(encoding="utf-8")


def test_what_is_no_list_of_feeds_is_a_usage_error(sayso: Caller, tmp_path: Path) -> None:
    assert sayso("watch", tmp_path / "none.opml", "--ledger", tmp_path / "a.sayso").code == 2


def test_the_rest_between_two_looks_is_neither_none_nor_long() -> None:
    assert [rest([due], 100.0) for due in (0.0, 130.0, 9999.0)] == [1.0, 30.0, 300.0]
    assert rest([], 100.0) == 300.0
