"""A run brought into a ledger is what adding the same inputs would have made."""

import importlib.util

import pytest

from sayso.adding import Adding, Input, digest, marked
from sayso.crew import Crew
from sayso.errors import LedgerError
from sayso.intake import Given, open_path
from sayso.ledger import Ledger
from sayso.model import Document
from sayso.scale.engines.here import Here
from sayso.scale.into import into
from tests.crew import fakes
from tests.ledger.content import content
from tests.ledger.made import document
from tests.scale import made

pytestmark = pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="needs sayso[parquet]")


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("into")
    source = made.collection(folder)
    made.run(folder / "run", source, Here(fakes.load))
    return folder / "run", source


def nothing_is_read():
    raise AssertionError("a reader was loaded")


def brought(run, ledger, tell=lambda _: None, reader=nothing_is_read):
    with Ledger(ledger) as opened:
        return into(run, opened, reader, tell)


def test_the_ledger_is_that_of_adding_and_nothing_is_read(run, tmp_path):
    folder, source = run
    given = Input(str(source), lambda: open_path(source, Given()), digest(source), marked([None, None, {}]))
    with Ledger(tmp_path / "added.sayso") as ledger, Crew(fakes.load) as crew:
        Adding(ledger, crew, lambda _: None).run([given])
    assert brought(folder, tmp_path / "into.sayso") == "fake/1"
    assert content(tmp_path / "into.sayso") == content(tmp_path / "added.sayso")


def test_bringing_it_again_adds_nothing(run, tmp_path):
    brought(run[0], tmp_path / "a.sayso")
    before, steps = content(tmp_path / "a.sayso"), []
    brought(run[0], tmp_path / "a.sayso", steps.append)
    assert content(tmp_path / "a.sayso") == before
    assert {step.what for step in steps} == {"known", "aside"}


def test_a_document_of_which_the_ledger_knows_more_is_read_again(run, tmp_path):
    known = next(found for found in open_path(run[1], Given()) if isinstance(found, Document))
    with Ledger(tmp_path / "a.sayso") as ledger:
        ledger.write(document(known.text, known.outlet, section="Harbours"), ())
    steps = []
    brought(run[0], tmp_path / "a.sayso", steps.append, fakes.load)
    first = next(step for step in steps if step.document and step.document.id == known.id)
    assert (first.what, first.document.section, len(first.records)) == ("read", "Harbours", 2)


def test_a_run_with_a_shard_missing_is_refused(run, tmp_path):
    hidden = run[0] / "records" / "000000-000002"
    hidden.rename(tmp_path / "hidden")
    with pytest.raises(LedgerError, match="000000-000002: not there, or damaged"):
        brought(run[0], tmp_path / "a.sayso")
    (tmp_path / "hidden").rename(hidden)
