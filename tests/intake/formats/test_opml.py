import pytest

from sayso.errors import InputError
from sayso.intake.formats import opml
from tests.intake.opened import problem

LIST = """<opml version="2.0"><body><outline text="Harbour"><outline type="rss" xmlUrl="https://quay.example/rss"/><outline type="rss" xmlUrl=" https://ice.example/atom "/>
</outline><outline type="rss" xmlUrl="https://quay.example/rss"/><outline text="empty" xmlUrl=""/></body></opml>"""


def test_feeds_come_in_order_each_once() -> None:
    assert opml.feeds(LIST.encode(), "a.opml") == ("https://quay.example/rss", "https://ice.example/atom")


def test_a_list_of_feeds_holds_no_article_and_says_what_reads_it() -> None:
    found = problem(LIST, "a.opml")
    assert "a list of 2 feeds" in found.why
    assert "sayso watch" in found.next


def test_what_is_no_list_is_refused() -> None:
    with pytest.raises(InputError, match="rss, no list of feeds"):
        opml.feeds(b"<rss/>", "a.opml")
