"""The crew keeps the order and its time, and outlives its processes."""

import pytest

from sayso.crew import Crew
from sayso.errors import ModelError
from sayso.model import Document, Problem
from tests.crew import fakes
from tests.ledger.made import document


def texts(*words: str) -> list[Document]:
    return [document(f"Orla: “{word} {n}” ", origin=f"{n}.txt") for n, word in enumerate(words)]


def test_results_come_in_the_order_given_with_what_one_process_would_find():
    documents = texts(*(["SLOW", "quick", "quick"] * 20))
    with Crew(fakes.load, workers=2) as crew:
        found = list(crew.read(iter(documents)))
    assert [document for document, _ in found] == documents
    assert [records for _, records in found] == list(fakes.Fake().read_many(documents))


def test_what_hangs_dies_or_fails_is_a_problem_and_its_neighbours_are_read():
    documents = texts("a", "HANG", "b", "DIE", "c", "FAIL", "d")
    with Crew(fakes.load, workers=2, seconds=1.5) as crew:
        found = [records for _, records in crew.read(documents)]
    problems = [result.why for result in found if isinstance(result, Problem)]
    assert problems == ["took longer than 1.5 s", "the reading process died (exit code 9)", "ValueError: no head for this"]
    assert [len(records) for records in found if not isinstance(records, Problem)] == [1, 1, 1, 1]


def test_a_crew_can_be_asked_again_and_nothing_gives_nothing():
    with Crew(fakes.load, workers=1) as crew:
        assert list(crew.read([])) == []
        assert len(list(crew.read(texts("a")))) == len(list(crew.read(texts("b")))) == 1


def test_documents_are_taken_a_bounded_number_ahead():
    taken = []

    def endless():
        for n in range(10_000):
            taken.append(n)
            yield document(f"Day {n}. Orla: “so it goes” ", origin=str(n))

    with Crew(fakes.load, workers=1) as crew:
        next(crew.read(endless()))
    assert len(taken) < 100


def test_without_a_reader_the_crew_says_why():
    with Crew(fakes.absent, workers=1) as crew, pytest.raises(ModelError, match="weights are missing"):
        list(crew.read(texts("a")))
