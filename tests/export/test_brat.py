import pytest

from sayso.errors import InputError
from sayso.export import brat
from sayso.export.article import Article
from sayso.model import Statement
from tests.export.made import articles, traps
from tests.ledger.doing import raid


@pytest.mark.parametrize("article", articles(), ids=["raid", "early", "traps"])
def test_every_annotation_comes_back_with_its_words(article: Article) -> None:
    files = dict(brat.files([article]))
    text = files[f"{article.document.id}.txt"].decode()
    assert text == article.document.text
    bound = list(brat.read(files[f"{article.document.id}.ann"].decode(), text))
    contents = [one for one in bound if one.type == "Content"]
    assert len(contents) == sum(isinstance(record, Statement) for record in article.records)
    assert all(not one.words.startswith(" ") and "\n" not in one.words for one in bound)


def test_a_quotation_over_two_lines_becomes_two_pieces() -> None:
    article = traps()
    (first, *_) = [one for one in brat.read(brat.standoff(article), article.document.text) if one.type == "Content"]
    assert [article.document.text[start:end] for start, end in first.spans] == ["“+1,", "then <b>@SUM</b> & -2”"]


def test_status_sides_and_nesting_are_told() -> None:
    lines = brat.standoff(Article(*raid()))
    values = set(brat.attributes(lines).values())
    assert {"CT-", "PS+", "denied", "foretold", "deny"} <= values
    names = {line.split("\t")[1].split(" ")[0] for line in lines.splitlines() if line.startswith("R")}
    assert names == {"says", "cues", "within", "actor", "recipient"}


def test_the_configuration_names_every_type_that_is_used() -> None:
    used = {one.type for article in articles() for one in brat.read(brat.standoff(article), article.document.text)}
    assert used <= set(brat.TYPES)
    assert all(f"\n{name}\n" in brat.CONFIGURATION for name in used)


@pytest.mark.parametrize("line", ["T1\tContent 0 x\tword", "T1\tContent 0 4", "T1\tContent 0 4\tother"])
def test_a_line_that_does_not_hold_is_told(line: str) -> None:
    with pytest.raises(InputError):
        list(brat.read(line, "word"))
