import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from markdown_it import MarkdownIt

from sayso.export import report
from sayso.export.gathering import Wanted
from tests.export.made import articles, traps

TEXTS = {article.document.id: article.document.text for article in articles()}
WANTED = Wanted(by="Ada", since="2031")


class Quotations(HTMLParser):
    """The words of each q element with where they stand, and every tag that was opened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[dict[str, str | None], str]] = []
        self.tags: list[str] = []
        self.hrefs: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.hrefs += [str(value) for name, value in attrs if name in ("href", "src")]
        if tag == "q":
            self.found.append((dict(attrs), ""))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "q"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)


def parsed(*those) -> Quotations:  # type: ignore[no-untyped-def]
    quotations = Quotations()
    quotations.feed(report.html(those, WANTED))
    return quotations


def test_every_quotation_of_the_html_is_what_the_text_has_there() -> None:
    found = parsed(*articles()).found
    assert len(found) >= 15
    for where, words in found:
        text = TEXTS[str(where["data-doc"])]
        assert words == text[int(str(where["data-start"])) : int(str(where["data-end"]))].replace("\0", "\ufffd")


def test_the_html_needs_nothing_else_and_runs_nothing() -> None:
    quotations = parsed(*articles())
    assert "script" not in quotations.tags
    assert "img" not in quotations.tags
    assert all(href.startswith(("http://127.0.0.1:8765/d/", "https://quay.example/", "data:,")) for href in quotations.hrefs)
    assert "by: Ada; since: 2031" in report.html([], WANTED)


def blocks(markdown: str) -> list[tuple[str, list[str]]]:
    """Words and links of each block quotation, as a reader of Markdown sees them."""
    out: list[tuple[str, list[str]]] = []
    inside = False
    for token in MarkdownIt().parse(markdown):
        inside = token.type == "blockquote_open" or (inside and token.type != "blockquote_close")
        if token.type == "blockquote_open":
            out.append(("", []))
        if inside and token.type == "inline":
            for child in token.children or ():
                words, links = out[-1]
                link = [str(child.attrs["href"])] if child.type == "link_open" else []
                out[-1] = (words + (child.content if child.type != "hardbreak" else " "), links + link)
    return out


@pytest.mark.parametrize("article", articles(), ids=["raid", "early", "traps"])
def test_every_quotation_of_the_markdown_links_to_its_characters(article) -> None:  # type: ignore[no-untyped-def]
    found = blocks(b"".join(report.markdown([article], WANTED)).decode())
    pieces = [piece for section in report.sections([article]) for item in section.found for piece in item.pieces]
    links = [link for _, many in found for link in many]
    assert len(links) == len(pieces)
    for link in links:
        start, end = map(int, parse_qs(urlsplit(link).query)["span"][0].split("-"))
        words = " ".join(article.document.text[start:end].replace("\0", "\ufffd").split())
        assert any(words in " ".join(shown.split()) for shown, _ in found)


def test_markup_in_a_text_stays_words() -> None:
    markdown = b"".join(report.markdown([traps()], WANTED)).decode()
    html = MarkdownIt("commonmark", {"html": True}).render(markdown)
    assert "<b>@SUM" not in html
    assert "&lt;b&gt;@SUM&lt;/b&gt;" in html


def test_a_report_of_nothing_says_so() -> None:
    assert "Nothing is like that." in report.html([], WANTED)
    assert b"".join(report.markdown([], Wanted())).decode().strip().endswith("everything in the ledger")
    assert re.fullmatch(r"[\w%.:/#~=&?-]+", report.there("https://quay.example/a", "“Über (so) -x”, <b>"))
