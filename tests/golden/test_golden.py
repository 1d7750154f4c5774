"""The sample articles are read as they were when somebody last looked."""

import difflib
import json

import pytest

from sayso import samples
from tests import golden


@pytest.mark.parametrize("name", samples.names())
def test_an_article_is_read_as_kept(name: str) -> None:
    kept = golden.golden(name).read_bytes().decode("utf-8").splitlines()
    now = golden.readings()[name]
    changes = [row[:300] for row in difflib.unified_diff(kept, now, "kept", "now", lineterm="", n=0)]
    assert changes == [], "if this is wanted: make golden, and review the diff"


def test_reading_again_in_one_batch_gives_the_same_bytes() -> None:
    articles = [golden.document(name) for name in samples.names()]
    again = [tuple(golden.lines(*read)) for read in zip(articles, golden.reader().read_many(articles), strict=True)]
    assert again == list(golden.readings().values())


@pytest.mark.parametrize("name", samples.names())
def test_the_words_kept_stand_in_the_text(name: str) -> None:
    text = golden.document(name).text
    for row in map(json.loads, golden.golden(name).read_text(encoding="utf-8").splitlines()):
        assert row["words"] == golden.words(text, {field: value for field, value in row.items() if field != "words"})
