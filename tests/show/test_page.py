import base64
import hashlib
import re

import msgspec
import pytest

from sayso.model import Document, Leftover, Mention, Record, Statement
from sayso.show.page import document_page, self_contained
from tests.show import made, woven

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def article(html: str) -> woven.Reader:
    """The words of the article, without what the page says beside them."""
    blocks = re.findall(r'<(?:p|h1) class="b[^>]*>(.*?)</(?:p|h1)>\n', html, flags=re.S)
    return woven.read("".join(blocks))


def test_the_article_is_the_text_character_for_character() -> None:
    doc, records = made.sample()
    assert article(document_page(doc, records)).text == doc.text


def test_under_every_mark_stand_the_words_of_its_record() -> None:
    doc, records = made.sample()
    under = article(document_page(doc, records)).under
    contents = {
        (r.id, "content", i): doc.text[s:e] for r in records if isinstance(r, Statement) for i, (s, e) in enumerate(r.content)
    }
    assert contents.items() <= under.items()
    assert len(contents) == 6


def test_the_outlets_own_voice_comes_first_and_shares_add_up() -> None:
    html = document_page(*made.sample())
    legend = re.findall(r"<bdi>([^<]+)</bdi></a> <b>(\d+) %", html)
    assert legend[0][0] == "Lantern Post"
    assert abs(sum(int(share) for _, share in legend) - 100) <= len(legend) // 2


def test_a_speaker_is_called_by_the_fullest_name_in_text_margin_and_panel() -> None:
    html = document_page(*made.sample())
    assert '<span class="v1"><bdi>Ilse Bramm</bdi></span>' in html
    assert "<bdi>Bramm</bdi>" not in html.split('role="tablist"')[1].split('data-kind="actor"')[0]


def test_a_chain_runs_from_the_outlet_to_the_innermost_speaker() -> None:
    html = document_page(*made.sample())
    chains = [re.findall(r"<bdi>([^<]+)", part) for part in html.split('<span class="chain">')[1:]]
    assert any(chain[:4] == ["Lantern Post", "Kestrel News", "The canal authority", "the minister"] for chain in chains)


def test_a_nested_statement_lies_inside_and_has_the_higher_line() -> None:
    html = document_page(*made.sample())
    outer, inner = html.index("content indirect v2 h2"), html.index("content mixed v3 h1")
    assert outer < inner < html.index("Kestrel News</span>")


def test_times_show_their_value_and_a_forecast_its_condition() -> None:
    html = document_page(*made.sample())
    assert 'data-value="date 2031-05-02"' in html
    assert "<dt>condition from</dt><dd><bdi>quotation</bdi>" in html


def test_a_citation_has_words_speaker_and_offsets() -> None:
    doc, records = made.sample()
    html = document_page(doc, records)
    start, end = made.span(doc.text, "“the locks stay shut”")
    assert f"“the locks stay shut”, the minister, Lantern Post, 2031-05-02. Document {doc.id}, characters {start}–{end}" in html


def test_a_span_that_was_asked_for_is_marked() -> None:
    doc, records = made.sample()
    start, end = made.span(doc.text, "asked the boatmen,” said")
    marked = re.findall(r'<mark class="hit"[^>]*>(.*?)</mark>', document_page(doc, records, span=(start, end)), flags=re.S)
    assert "".join(woven.read(part).text for part in marked) == "asked the boatmen,” said"


def hostile() -> tuple[Document, tuple[Record, ...]]:
    doc = made.document(f"{HOSTILE}\n\nHe said {HOSTILE}.", title=HOSTILE, outlet=HOSTILE, byline=(HOSTILE,), url="javascript:alert(3)",
                        published=HOSTILE, published_from=HOSTILE, section=HOSTILE, language=HOSTILE)  # fmt: skip
    t = doc.text
    told = made.statement(doc, [made.span(t, "He")], [made.span(t, "said")], [made.span(t, HOSTILE, 1)], by=HOSTILE, act=HOSTILE)
    return doc, (told, Leftover(doc=doc.id, span=(0, 8), why=HOSTILE))


@pytest.mark.parametrize("page", [document_page, self_contained])
def test_nothing_that_came_in_is_markup(page) -> None:  # type: ignore[no-untyped-def]
    html = page(*hostile())
    assert html.count("<script") == html.count("</script>") <= 2
    assert "<img" not in html
    assert "javascript:" not in html


def test_turned_and_mixed_names_are_set_apart_and_flagged() -> None:
    doc, records = made.sample()
    html = document_page(msgspec.structs.replace(doc, outlet="Lantern\u202etsoP"), records)
    assert "⚠ outlet: characters that turn the direction of text" in html
    assert "<bdi>Lantern\u202etsoP</bdi>" in html


def test_one_file_allows_its_own_script_and_style_and_nothing_else() -> None:
    html = self_contained(*made.sample())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    for kind, body in re.findall(r"<(script|style)[^>]*>(.*?)</\1>", html, flags=re.S):
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{kind}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert not re.search(r'(?:src|href)="(?:/|https?:)', html)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "🛶", "e\u0301", "\ud7ff", "\r\n\r\n", "“", "a" * 5000])
def test_odd_texts_make_a_page(text: str) -> None:
    doc = made.document(text)
    assert article(document_page(doc, ())).text == text.replace("\0", "\ufffd")


def test_the_same_records_make_the_same_bytes() -> None:
    assert document_page(*made.sample()) == document_page(*made.sample())


def test_words_of_nobody_named_have_the_look_kept_for_them() -> None:
    doc = made.document("It was asserted the bridge would hold. “It will not,” said Ilse Bramm.")
    t = doc.text
    asserted = made.statement(
        doc, [], [made.span(t, "was asserted")], [made.span(t, "the bridge would hold")], source_kind="unstated"
    )
    bramm = made.statement(doc, [made.span(t, "Ilse Bramm")], [made.span(t, "said")], [made.span(t, "“It will not,”")])
    html = document_page(doc, (asserted, bramm))
    assert '<span class="v9"><bdi>nobody named</bdi></span><span class="v1"><bdi>Ilse Bramm</bdi></span>' in html


def test_a_country_that_is_the_articles_is_told_as_such() -> None:
    doc, records = made.sample()
    actor = next(r for r in records if isinstance(r, Mention) and r.refers_to is None and r.kind != "pronoun")
    lent = [msgspec.structs.replace(r, country="NOR", by="mentions/1+home/1") if r is actor else r for r in records]
    assert "coded, by the article’s country" in document_page(doc, lent)
    assert "coded, by the article’s country" not in document_page(doc, records)
