"""Texts in which nothing political happens: sport, weather, recipes, markets, nature, arts, in words that elsewhere name acts."""

import re
from pathlib import Path

import pytest

from sayso.run import Reader
from tests.reading import document, engine, lexicon

HEADED = re.compile(r"^# (.+)\n", re.MULTILINE)


def texts(file: str) -> dict[str, str]:
    parts = HEADED.split(Path(__file__).with_name(file).read_text(encoding="utf-8"))[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def read(file: str) -> tuple[int, list[str]]:
    """Sentences and events of all texts of a file."""
    found = [sentences_and_events(text) for text in texts(file).values()]
    return sum(sentences for sentences, _ in found), [event for _, events in found for event in events]


def sentences_and_events(text: str) -> tuple[int, list[str]]:
    made = document(text)
    (analysis,) = engine().analyse([made])
    found = [r for r in Reader(engine(), lexicon()).records(made, analysis) if type(r).__name__ == "Event"]
    return len(analysis.sentences), [f"{r.plover.type} {text[r.trigger[0] : r.trigger[1]]}" for r in found]


def test_at_most_one_event_in_ten_quiet_sentences() -> None:
    sentences, events = read("quiet.txt")
    assert sentences >= 80
    assert 10 * len(events) <= sentences, events


def test_words_of_war_used_of_games_and_kitchens_mislead_less_than_three_times_in_ten_sentences() -> None:
    sentences, events = read("tricky.txt")
    assert sentences >= 60
    assert 10 * len(events) <= 3 * sentences, events


@pytest.mark.parametrize(
    "text", ["Halden's troops attacked a border post of Orrin.", "Police arrested nine protesters in Brack."]
)
def test_the_same_words_elsewhere_are_events(text: str) -> None:
    assert sentences_and_events(text)[1]


def test_at_most_one_event_in_ten_quiet_sentences_by_themselves() -> None:
    sentences, found = 0, list[str]()
    for text in texts("quiet.txt").values():
        (analysis,) = engine().analyse([document(text)])
        for first, last in analysis.sentences:
            sentences += 1
            found += sentences_and_events(text[analysis.tokens[first].start : analysis.tokens[last - 1].end])[1]
    assert 10 * len(found) <= sentences, found
