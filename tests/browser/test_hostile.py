"""Nothing in a hostile document runs, asks for anything, or passes for something it is not. The desk collects what the browser reports."""

from pathlib import Path

import pytest

from sayso.intake import Given, open_path
from sayso.ledger import Ledger
from sayso.model import Document
from sayso.show.escape import doubt
from tests.browser import articles
from tests.browser.conftest import Desk, serving
from tests.browser.hostile import HOSTILE, hostile

LISTS = (
    "/", "/said", "/find?q=alert", "/find?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/events", "/actors", "/forecasts", "/network?top=100",
    "/map", "/map?view=world", "/timeline", "/review", "/searches?path=/said&by=%22%3E%3Csvg%20onload=alert(1)%3E",
    "/said?by=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/sql?q=SELECT+title,+outlet+FROM+facts", "/conflicts", "/versions",
)  # fmt: skip
MADE_OF_TEXT = "main :is(img, script, iframe, style, base, meta, link, object, embed, math, foreignObject, animate)"
BAD_LINKS = (
    "a:is([href^='javascript' i], [href^='data' i], [href^='//'], [formaction]), [onload], [onerror], [onfocus], [onbegin]"
)


@pytest.mark.parametrize("path", LISTS)
def test_nothing_runs_in_lists_and_pictures(desk: Desk, path: str) -> None:
    page = desk.page(path)
    page.wait_for_timeout(100)
    assert page.locator(MADE_OF_TEXT).count() == 0
    assert page.locator(BAD_LINKS).count() == 0


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_runs_in_a_document_and_its_words_stand_as_they_are(desk: Desk, name: str) -> None:
    words = HOSTILE[name]
    doc, records = hostile(words)
    page = desk.page(f"/d/{doc.id}")
    page.keyboard.press("j")
    assert page.locator(MADE_OF_TEXT).count() == 0
    assert page.locator(BAD_LINKS).count() == 0
    assert page.title() == " ".join(words.replace("\0", "\ufffd").split()) + " · sayso"
    shown = page.evaluate(
        """() => [...document.querySelectorAll("#text [data-start]")].map((block) => block.textContent).join("")"""
    )
    assert shown == doc.text.replace("\0", "\ufffd")
    assert records


@pytest.mark.parametrize("name", ["turned", "lookalike", "greek lookalike", "invisible", "right to left"])
def test_a_doubtful_name_is_set_apart_and_flagged_where_it_stands(desk: Desk, name: str) -> None:
    why = doubt(HOSTILE[name])
    doc = hostile(HOSTILE[name])[0].id
    for path in (f"/d/{doc}", f"/said?in={doc}", f"/actors?in={doc}", f"/events?in={doc}", f"/network?in={doc}"):
        page = desk.page(path)
        held = page.locator("bdi").filter(has_text=HOSTILE[name].split()[0]).first
        assert held.count() == 1, path
        assert (page.locator(f"abbr.doubt[title='{why}']").count() > 0) == (why is not None), path


def test_what_an_address_answers_has_no_more_lines_in_its_head_than_we_put_there(desk: Desk) -> None:
    doc, _ = hostile(HOSTILE["lines"])
    page = desk.page("/")
    for path in (f"/d/{doc.id}.json", f"/d/{doc.id}.csv", "/said.csv", "/events.csv", "/forecasts.ics", "/forecasts.atom"):
        answer = page.request.get(desk.served + path)
        assert answer.ok
        assert {one["value"] for one in answer.headers_array if one["name"] == "set-cookie"} == set()


def test_a_page_of_twenty_thousand_nested_tags_is_read_and_shown(chromium, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    deep = (
        "<div onclick=alert(1)>" * 20_000
        + "<p>“The locks stay shut,” said Ilse Bramm in Vellin on Friday.</p>"
        + "</div>" * 20_000
    )
    file = tmp_path / "deep.html"
    file.write_text(f"<html><head><title><b onload=alert(2)>Locks</title></head><body>{deep}</body></html>", encoding="utf-8")
    with Ledger(tmp_path / "deep.sayso") as ledger:
        for document in open_path(file, Given()):
            if isinstance(document, Document):
                ledger.write(document, ())
    with serving(tmp_path / "deep.sayso") as address:
        desk = Desk(chromium, address)
        page = desk.page("/")
        links = [link.get_attribute("href") for link in page.locator("main a[href^='/d/']").all()]
        for href in links or ["/problems"]:
            page = desk.page(href)
            assert page.locator("[onclick], [onload]").count() == 0
        for context in desk.contexts:
            context.close()
    assert desk.complaints == []


def test_there_are_more_than_25_of_them() -> None:
    assert len({doc.id for doc, _ in articles.by_hand()} & {hostile(words)[0].id for words in HOSTILE.values()}) > 25
