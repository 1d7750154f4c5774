import pytest

from sayso.intake import Given
from sayso.intake.net import addresses
from sayso.intake.net.fetching import Fetched
from sayso.intake.net.page import articles, open_url
from sayso.model import Document, Problem
from tests.intake.net.serving import Site, loopback
from tests.intake.printed import pdf

PAGE = b"""<html lang="en"><head><title>Gate shut</title><meta property="og:site_name" content="Quay Post"></head><body><article><h1>Gate shut</h1>
<p>The harbour master said on Friday that the barges would pass the gate again in the spring of next year.</p></article></body></html>"""


def fetched(kind: str, body: bytes, status: int = 200) -> Fetched:
    return Fetched(url="https://quay.example/2031/04/09/gate", status=status, headers={"content-type": kind}, body=body)


def article(found: Fetched) -> Document:
    (one,) = articles(found, "https://quay.example/g", Given())
    assert isinstance(one, Document), one
    return one


def test_a_page_has_the_address_it_came_from() -> None:
    doc = article(fetched("text/html; charset=utf-8", PAGE))
    assert (doc.url, doc.origin, doc.outlet, doc.published) == (
        "https://quay.example/2031/04/09/gate",
        "https://quay.example/g",
        "Quay Post",
        "2031-04-09",
    )


def test_other_kinds_are_read_as_files_of_their_kind() -> None:
    assert article(fetched("text/plain", b"<p>Words.")).text == "<p>Words."
    assert article(fetched("application/json", b'{"text": "Words."}')).text == "Words."
    assert "Words." in article(fetched("application/pdf", pdf(("Words.",)))).text


@pytest.mark.parametrize(("status", "then"), [(403, "save the page"), (404, "check the address"), (503, "try again later")])
def test_an_answer_that_is_none_is_a_problem(status: int, then: str) -> None:
    (found,) = articles(fetched("text/html", PAGE, status), "https://quay.example/g", Given())
    assert isinstance(found, Problem)
    assert str(status) in found.why
    assert then in found.next


def test_an_address_of_ones_own_is_a_problem(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/"] = PAGE
    (found,) = open_url(f"{site.home}/")
    assert isinstance(found, Problem)
    monkeypatch.setattr(addresses, "is_public", loopback)
    (read,) = open_url(f"{site.home}/")
    assert isinstance(read, Document)
