from pathlib import Path

import pytest

from sayso.show.page import self_contained
from tests.browser import articles
from tests.show import made

UNDER = """() => {
  const under = {};
  for (const mark of document.querySelectorAll("#text [data-r]:not([data-role=count], [data-role=differs])")) {
    const key = `${mark.dataset.r} ${mark.dataset.role} ${mark.dataset.p}`;
    under[key] = (under[key] ?? "") + mark.textContent;
  }
  return under;
}"""
TEXT = '() => [...document.querySelectorAll("#text [data-start]")].map((block) => block.textContent).join("")'
PLACES = """() => [...document.querySelectorAll("#text [data-role=content]")].map((mark) => {
  const range = document.createRange();
  range.selectNodeContents(mark);
  return [sayso.offsetOf(range.startContainer, range.startOffset), mark.textContent];
})"""
BY_HAND = list(articles.by_hand())


@pytest.mark.parametrize("n", range(len(BY_HAND)))
def test_under_every_mark_stands_its_records_quotation(desk, n: int) -> None:  # type: ignore[no-untyped-def]
    doc, records = BY_HAND[n]
    page = desk.page(f"/d/{doc.id}")
    assert page.evaluate(TEXT) == doc.text.replace("\0", "\ufffd")
    assert page.evaluate(UNDER) == articles.expected(doc, records)


@pytest.mark.parametrize("name", articles.ODD)
def test_the_browser_counts_code_points_as_the_records_do(desk, name: str) -> None:  # type: ignore[no-untyped-def]
    doc, _ = articles.odd(name)
    seen = doc.text.replace("\0", "\ufffd")
    page = desk.page(f"/d/{doc.id}")
    for start, words in page.evaluate(PLACES):
        assert seen[start : start + len(words)] == words
    back = "(n) => [...Array(n).keys()].map((at) => sayso.offsetOf(...sayso.placeOf(at)))"
    assert page.evaluate(back, len(seen) + 1) == list(range(len(seen) + 1))


@pytest.mark.parametrize("name", articles.ODD)
def test_words_picked_by_hand_are_linked_by_their_code_points(desk, name: str) -> None:  # type: ignore[no-untyped-def]
    doc, _ = articles.odd(name)
    start, end = made.span(doc.text, "Ilse Bramm")
    page = desk.page(f"/d/{doc.id}")
    page.evaluate("""() => getSelection().selectAllChildren(document.querySelector("#text .source"))""")
    page.get_by_text("Link to these words").click()
    assert page.url.endswith(f"?span={start}-{end}")
    assert page.locator("mark.hit").all_text_contents() == ["Ilse Bramm"]


def test_in_the_sample_articles_every_mark_is_exact_too(desk, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    page = None
    for doc, records in articles.samples():
        file = tmp_path / f"{doc.id}.html"
        file.write_text(self_contained(doc, records), encoding="utf-8", newline="")
        page = page or desk.page(file.as_uri())
        page.goto(file.as_uri())
        assert page.evaluate(TEXT) == doc.text
        under = articles.expected(doc, records)
        assert page.evaluate(UNDER) == under
        assert len(under) > 40
    assert page


def test_one_file_shows_the_same_marks(desk, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    page = None
    for n, (doc, records) in enumerate(BY_HAND):
        file = tmp_path / f"{n}.html"
        file.write_text(self_contained(doc, records), encoding="utf-8", newline="")
        page = page or desk.page(file.as_uri())
        page.goto(file.as_uri())
        assert page.evaluate(UNDER) == articles.expected(doc, records)
        page.keyboard.press("j")
        assert page.locator("details[open]").count() == 1
        assert page.evaluate("refused") == []


def test_one_file_selects_the_span_its_address_asks_for(desk, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    doc, records = articles.odd("emoji")
    file = tmp_path / "page.html"
    file.write_text(self_contained(doc, records), encoding="utf-8", newline="")
    start, end = made.span(doc.text, "Ilse Bramm")
    page = desk.page(f"{file.as_uri()}?span={start}-{end}")
    assert page.evaluate("getSelection().toString()") == "Ilse Bramm"
