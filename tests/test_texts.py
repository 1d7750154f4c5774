"""What must not stand in the project: other people's texts, addresses of registries, paths of somebody's machine."""

import json
import re
from collections.abc import Iterator

import pytest

from eval import shared
from tests import tree

WORD = re.compile(r"\w+")
SHINGLE = 8
LABELS = "eval/gold/annotations/"  # names of actors there may be descriptions ("the leaders of A and B")
LONGEST_NAME = 16
HOSTS = re.compile(
    "|".join(
        [
            "py" + r"pi\.org",
            "python" + r"hosted\.org",
            "hugging" + r"face\.co",
            "registry" + r"\.npmjs",
            r"--(extra-)?index-" + "url=",
        ]
    )
)
PATHS = re.compile(r"(?<![\w.])/(work|root|home/\w+|Users/\w+)/")


def shingles(text: str) -> Iterator[int]:
    words = [word.lower() for word in WORD.findall(text)]
    return (hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1))


def shared_texts() -> Iterator[str]:
    for file in [shared.data("data/seed/article.txt"), *sorted(shared.data("data/gold").glob("*.txt"))]:
        yield file.read_text(encoding="utf-8")
    for name in ("crossdoc/iran2020", "polnear/train", "polnear/dev", "timex/timebank"):
        with shared.data(f"data/{name}.jsonl").open(encoding="utf-8") as rows:
            yield from (json.loads(row)["text"] for row in rows)


@pytest.mark.skipif(shared.folder() is None, reason="no shared data beside the project")
def test_no_eight_words_of_the_shared_texts_stand_here() -> None:
    theirs = {shingle for text in shared_texts() for shingle in shingles(text)}
    assert len(theirs) > 100_000
    ours = {name for name, text in tree.texts() if not theirs.isdisjoint(shingles(text))}
    assert {name for name in ours if not name.startswith(LABELS)} == set()


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


def test_the_gold_keeps_offsets_and_names_never_sentences() -> None:
    kept = [file for file in tree.files() if file.relative_to(tree.PROJECT).as_posix().startswith(LABELS)]
    assert kept
    longest = max((text for file in kept for text in strings(json.loads(file.read_text(encoding="utf-8")))), key=len)
    assert len(longest.split()) <= LONGEST_NAME, longest


def test_no_registry_is_named() -> None:
    assert [name for name, text in tree.texts() if HOSTS.search(text)] == []


def test_no_path_of_a_machine_is_named() -> None:
    assert [name for name, text in tree.texts() if PATHS.search(text)] == []
