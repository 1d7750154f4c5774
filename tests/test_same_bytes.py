"""The records of a document depend on nothing but it: not on what is read with it, nor on threads, nor on processes."""

import os
import subprocess
import sys

import msgspec
import pytest

from sayso import samples
from sayso.crew import Crew
from sayso.crew.loading import load
from sayso.intake import open_path
from sayso.model import Document

CALL = "import sys; from tests import test_same_bytes as t; sys.stdout.buffer.write(t.coded(t.load().read_many(t.articles())))"


def articles() -> list[Document]:
    files = sorted(samples.path().glob("*.jsonl"))
    found = [one for file in files for one in open_path(file) if isinstance(one, Document)]
    return sorted(found, key=lambda one: (len(one.text), one.id))[:6]


def coded(read) -> bytes:
    return msgspec.json.encode(list(read))


@pytest.fixture(scope="module")
def alone() -> bytes:
    """Each article read by itself."""
    reader = load()
    return coded(reader.read(article) for article in articles())


@pytest.mark.parametrize("size", [2, 6])
def test_batches_change_nothing(alone, size):
    reader, every = load(), articles()
    batches = [every[first : first + size] for first in range(0, len(every), size)]
    assert coded(records for batch in batches for records in reader.read_many(batch)) == alone


def test_the_order_of_articles_changes_nothing(alone):
    assert coded(list(load().read_many(articles()[::-1]))[::-1]) == alone


@pytest.mark.parametrize("threads", ["1", "2"])
def test_threads_change_nothing(alone, threads):
    wanted = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), threads)
    environment = os.environ | wanted | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": threads}
    assert subprocess.run([sys.executable, "-c", CALL], env=environment, capture_output=True, check=True).stdout == alone


def test_processes_change_nothing(alone):
    with Crew(load, workers=2, seconds=600) as crew:
        assert coded(records for _, records in crew.read(articles())) == alone
