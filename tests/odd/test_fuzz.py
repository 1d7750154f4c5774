"""The fuzzing itself works, and a little of it runs each time."""

import random
import signal
from collections.abc import Iterator

import pytest

from tests.odd import fuzz


@pytest.fixture
def hurried() -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, fuzz.hang)
    yield
    signal.signal(signal.SIGALRM, before)


def test_a_few_bent_inputs_of_every_format_hold(hurried: None) -> None:
    chance = random.Random(9)
    documents = sum(fuzz.tried(name, fuzz.bent(data, chance)) for name, data in fuzz.WHOLE[-18:])
    assert documents > 5


def test_bending_is_the_same_for_the_same_seed_and_changes_something() -> None:
    once, twice = ([fuzz.bent(data, chance) for _, data in fuzz.WHOLE] for chance in (random.Random(3), random.Random(3)))
    assert once == twice
    assert sum(a != data for a, (_, data) in zip(once, fuzz.WHOLE, strict=True)) > 0.8 * len(once)
