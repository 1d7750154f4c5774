from pathlib import Path

import apsw
import pytest

from sayso.errors import LedgerError, UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.questions import open_question, questions, remind, reminder, resolutions, resolve
from sayso.model.questions import Evidence
from tests.ledger.foretelling import claim, early, filled, late
from tests.ledger.made import span

ROAD = claim("The Quarry road")
OPENED = Evidence(doc=late()[0].id, spans=(span(late()[0], "The Quarry road opened on April 29"),))
ASKED = {"text": "Is it open?", "criteria": "A car drove on it.", "due": "2031-04-30", "who": "Ada"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "sill.sayso")


def test_a_question_is_kept_as_it_was_opened(path: Path) -> None:
    with Ledger(path) as ledger:
        first = open_question(ledger, ROAD, **ASKED)
        second = open_question(ledger, ROAD, **(ASKED | {"text": "Is it open to carts?"}))
    with View(path) as view:
        assert questions(view, ROAD) == [first, second]
        assert questions(view, id=second.id) == [second]


def test_a_question_about_nothing_is_refused(path: Path) -> None:
    with Ledger(path) as ledger, pytest.raises(LedgerError, match="no claim"):
        open_question(ledger, late()[0].id + ".f1-2", **ASKED)


def test_a_reversal_stands_and_what_it_reverses_stays(path: Path) -> None:
    with Ledger(path, now=iter(f"2031-05-0{n}T00:00:00Z" for n in range(1, 9)).__next__) as ledger:
        asked = open_question(ledger, ROAD, **ASKED)
        resolve(ledger, asked.id, given="no", who="Ben", note="nobody has seen a car")
        resolve(ledger, asked.id, given="yes", who="Ada", evidence=[OPENED])
    with View(path) as view:
        first, second = resolutions(view, asked.id)
    assert (first.answer, first.reversed) == ("no", second.when)
    assert (second.answer, second.reversed, second.evidence) == ("yes", None, (OPENED,))


def test_a_resolution_rests_on_words_that_are_there(path: Path) -> None:
    with Ledger(path) as ledger:
        asked = open_question(ledger, ROAD, **ASKED)
        for wrong in (Evidence(doc=OPENED.doc, spans=((0, 99999),)), Evidence(doc="0" * 16, spans=((0, 1),))):
            with pytest.raises(UsageError, match="evidence"):
                resolve(ledger, asked.id, given="yes", who="Ada", evidence=[wrong])
        with pytest.raises(UsageError, match="rests on"):
            resolve(ledger, asked.id, given="yes", who="Ada")
        with pytest.raises(LedgerError, match="no question"):
            resolve(ledger, "f" * 12, given="yes", who="Ada", note="seen")


def test_the_last_reminder_stands(path: Path) -> None:
    with Ledger(path) as ledger:
        remind(ledger, ROAD, due="2031-06-01", who="Ada")
        remind(ledger, ROAD, due="2031-07-01", who="Ben", why="roads take time")
    with View(path) as view:
        kept = reminder(view, ROAD)
    assert kept is not None
    assert (kept.due, kept.who, kept.why) == ("2031-07-01", "Ben", "roads take time")


def test_forgetting_the_claims_article_forgets_what_was_asked_of_it(path: Path) -> None:
    with Ledger(path) as ledger:
        asked = open_question(ledger, ROAD, **(ASKED | {"text": "Quillwort?"}))
        resolve(ledger, asked.id, given="yes", who="Ada", evidence=[OPENED])
        remind(ledger, ROAD, due="2031-07-01", who="Ben")
        ledger.forget(early()[0].id)
        assert ledger.check() == ()
    assert b"Quillwort" not in path.read_bytes()
    with View(path) as view:
        assert questions(view) == [] == resolutions(view, asked.id)


def test_forgetting_the_evidences_article_leaves_the_decision(path: Path) -> None:
    with Ledger(path) as ledger:
        asked = open_question(ledger, ROAD, **ASKED)
        resolve(ledger, asked.id, given="yes", who="Ada", evidence=[OPENED])
        ledger.forget(OPENED.doc)
        assert ledger.check() == ()
    with View(path) as view:
        assert [(one.answer, one.evidence) for one in resolutions(view, asked.id)] == [("yes", ())]


def test_the_check_finds_a_question_that_was_altered(path: Path) -> None:
    with Ledger(path) as ledger:
        open_question(ledger, ROAD, **ASKED)
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE question SET criteria = 'anything'")
    connection.close()
    with Ledger(path) as ledger:
        assert [flaw.kind for flaw in ledger.check()] == ["hash"]
