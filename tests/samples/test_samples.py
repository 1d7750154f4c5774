"""The sample articles."""

import json
import re

import pytest

from sayso import samples


def article(name: str) -> dict[str, str]:
    rows = (samples.path() / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1
    return dict(json.loads(rows[0]))


def words(name: str) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", article(name)["text"].lower())
    return {tuple(found[i : i + 4]) for i in range(len(found) - 3)}


def shared_share(a: str, b: str) -> float:
    return len(words(a) & words(b)) / len(words(b))


@pytest.mark.parametrize("name", samples.names())
def test_an_article_has_outlet_date_and_an_address_that_leads_nowhere(name: str) -> None:
    row = article(name)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"])
    assert re.match(r"https://[a-z]+\.example/", row["url"])
    assert row["outlet"]
    assert 250 <= len(row["text"].split()) <= 600


def test_the_copies_are_copies_under_other_headlines() -> None:
    assert len({article(name)["title"] for name in ("wire", "wire_copy", "wire_cut")}) == 3
    assert shared_share("wire", "wire_copy") == 1
    assert 0.8 < shared_share("wire", "wire_cut") < 1
    assert shared_share("wire", "threat") < 0.05


def test_two_articles_give_the_same_words_to_different_people() -> None:
    words = "We will not hand the keys of the river to men who come for them at night"
    assert f"“{words},” Prime Minister Ilka Dormande told" in article("wire")["text"]
    assert f"“{words},” said Tomas Arlebeck" in article("other_speaker")["text"]


def test_the_interview_has_its_headline_and_its_furniture_in_the_text() -> None:
    row = article("interview")
    assert "title" not in row
    lines = [line for line in row["text"].splitlines() if line]
    assert (lines[0], lines[2], lines[-1]) == ("Region", row["outlet"], "Join the conversation")
