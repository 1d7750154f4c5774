from html import escape

import pytest

from tests.intake.opened import document, opened, problem

PARAGRAPH = "<p>“We have asked <i>twice</i>,” said <a href='/x'>Ilse Bramm</a>, who leads the boatmen of the upper canal &amp; its locks.</p>"
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Gate to stay shut | Quay Post</title>
<meta property="og:title" content="Gate to stay shut until spring | Quay Post"><meta property="og:site_name" content="Quay Post">
<link rel="canonical" href="https://quay.example/canals/gate">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": ["NewsArticle"], "headline": "Gate to stay shut until spring",
"author": [{{"@type": "Person", "name": "Ana Mirel"}}, {{"name": "Jost Harde"}}], "datePublished": "2031-04-09T07:05:00Z", "articleSection": "Canals"}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Gate to stay shut until spring</h1>
<figure><img src="x.jpg"><figcaption>The gate in January. Photo: Ana Mirel</figcaption></figure>
{PARAGRAPH}<p>The lower gate has been shut since the ice came, and forty barges wait above it, the harbour master told this newspaper on Friday.</p>
<div class="newsletter">Sign up for our newsletter</div><p>Advertisement</p>
<p>Nobody from the ministry could be reached for comment on Friday evening, although its spokesman had promised to call back.</p></article>
<aside class="related"><h3>Related stories</h3><a href="/1">Ice on the canal</a></aside><div id="cookie">We use cookies. Accept all</div></body></html>"""


def test_title_body_and_metadata_come_apart() -> None:
    doc = document(PAGE, "gate.html")
    assert doc.text.startswith(
        "Gate to stay shut until spring\n\n“We have asked twice,” said Ilse Bramm, who leads the boatmen of the upper canal & its locks.\n\nThe lower"
    )
    assert (doc.title, doc.outlet, doc.byline) == ("Gate to stay shut until spring", "Quay Post", ("Ana Mirel", "Jost Harde"))
    assert (doc.published, doc.published_from, doc.section, doc.language) == ("2031-04-09T07:05:00Z", "metadata", "Canals", "en")
    assert doc.url == "https://quay.example/canals/gate"


@pytest.mark.parametrize("words", ["newsletter", "Advertisement", "Related", "cookies", "Photo:", "Home"])
def test_captions_boxes_and_links_are_kept_out(words: str) -> None:
    assert words not in document(PAGE, "gate.html").text


def test_parts_are_where_they_say() -> None:
    doc = document(PAGE, "gate.html")
    assert doc.text[slice(*doc.parts["title"])] == doc.title
    assert doc.text[slice(*doc.parts["body"])].startswith("“We have")


def test_a_few_words_are_a_text_too() -> None:
    assert document("<html><body><p>He left.</p></body></html>", "a.html").text == "He left."


def test_declared_charsets_are_followed() -> None:
    page = f"<html><head><meta charset=windows-1251></head><body><p>{'Шлюз закрыт, сказал министр в пятницу. ' * 4}</p></body></html>"
    doc = document(page.encode("cp1251"), "a.html")
    assert (doc.charset, doc.language) == ("cp1251", "ru")
    assert doc.text.startswith("Шлюз закрыт, сказал")


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x()</script></body>"])
def test_a_page_without_words_is_a_problem(page: str) -> None:
    assert "no text" in problem(page, "a.html").why


def test_markup_in_metadata_is_words_only() -> None:
    page = PAGE.replace('content="Quay Post"', 'content="&lt;script&gt;alert(1)&lt;/script&gt;\x1b]0;x\x07"')
    (doc,) = opened(page, "a.html")
    assert "<script>alert(1)</script>" in getattr(doc, "outlet", "")


@pytest.mark.parametrize("piece", ["<", "(", "<!--"])
@pytest.mark.parametrize("name", ["og:title", "og:site_name", "article:published_time"])
def test_a_meta_tag_made_to_be_slow_does_not_cost_the_article(name: str, piece: str) -> None:
    tag = f'<meta property="{name}" content="{escape(piece * 60_000, quote=True)}">'
    doc = document(f"<html><head>{tag}</head><body><article>{PARAGRAPH * 3}</article></body></html>", "a.html")
    assert "who leads the boatmen" in doc.text
