import json

import pytest

from sayso.errors import InputError
from sayso.export import webannotation
from sayso.export.rows import found
from sayso.model import Statement
from tests.export.made import articles, traps


def page(*those):  # type: ignore[no-untyped-def]
    return b"".join(webannotation.page(those))


@pytest.mark.parametrize("article", articles(), ids=["raid", "early", "traps"])
def test_every_target_comes_back_with_its_words(article) -> None:  # type: ignore[no-untyped-def]
    text = article.document.text
    back = list(webannotation.read(page(article), text))
    wanted = [
        (f"urn:sayso:{record.id}", role, span)
        for record in found(article)
        for role, spans in webannotation.roles(record)
        for span in spans
    ]
    assert [(one.id, one.role, one.span) for one in back] == wanted
    assert all(text[one.span[0] : one.span[1]] == one.exact for one in back)


def test_the_body_holds_the_record_itself() -> None:
    (first, *_) = json.loads(page(articles()[0]))["items"]
    (body,) = [body["value"] for body in first["body"] if body["purpose"] == "describing"]
    record = json.loads(body)
    assert record["id"] == first["id"].removeprefix("urn:sayso:")


def test_the_page_is_what_the_model_asks_for() -> None:
    whole = json.loads(page(*articles()))
    assert whole["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert whole["type"] == "AnnotationPage"
    for one in whole["items"]:
        assert {"id", "type", "motivation", "body", "target"} <= set(one)
        assert one["target"]
        for target in one["target"]:
            assert [selector["type"] for selector in target["selector"]] == ["TextPositionSelector", "TextQuoteSelector"]
    assert json.loads(page())["items"] == []


def test_moved_words_are_found_by_their_surroundings() -> None:
    article = traps()
    text = "New first line.\n" + article.document.text
    back = [one for one in webannotation.read(page(article), text) if one.role == "content"]
    assert [text[one.span[0] : one.span[1]] for one in back] == [
        article.document.text[start:end]
        for record in article.records
        if isinstance(record, Statement)
        for start, end in record.content
    ]


@pytest.mark.parametrize("data", [b"", b"[1]", b"{}", b'{"items": [{"id": "x"}]}', b'[{"target": {"selector": {"type": "x"}}}]'])
def test_what_is_no_annotation_is_told(data: bytes) -> None:
    with pytest.raises(InputError):
        list(webannotation.read(data, "text"))


def test_words_that_are_gone_are_told() -> None:
    with pytest.raises(InputError, match="not in the text"):
        list(webannotation.read(page(traps()), "Another text altogether."))
