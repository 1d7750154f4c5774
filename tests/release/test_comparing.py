"""The difference of two releases names what changed and why, and nothing else."""

import msgspec
import pytest

from sayso.errors import InputError
from sayso.ledger import Ledger
from sayso.release.comparing import Pair
from sayso.release.limits import Limit
from sayso.release.opened import opened
from tests.ledger.doing import raid
from tests.ledger.made import document, harbour
from tests.release.made import decide, ledger, record, released

DERIVED = ("actors", "sources", "documents", "verdicts")


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


def compared(path, tmp_path, act, **terms):
    released(path, tmp_path / "before")
    act()
    released(path, tmp_path / "after", **terms)
    return list(Pair(opened(tmp_path / "before"), opened(tmp_path / "after")).changes())


def told(changes):
    return {(c.table, c.id, c.what, c.cause) for c in changes if c.table not in DERIVED}


def test_between_a_release_and_itself_there_is_nothing(path, tmp_path):
    assert compared(path, tmp_path, lambda: None) == []


def test_a_rejected_record_is_gone_by_a_verdict_and_what_stood_in_it_altered_by_it(path, tmp_path):
    said, killed = record("s", "said"), record("e", "killed")
    changes = compared(path, tmp_path, lambda: decide(path, "reject", said))
    assert told(changes) == {("statements", said, "removed", "verdict"), ("events", killed, "altered", "neighbour")}
    verdict = next(c for c in changes if c.table == "verdicts")
    assert (verdict.what, verdict.cause) == ("added", "verdict")
    assert all("Ada" in c.why for c in changes if c.table in ("statements", "events"))


def test_an_accepted_record_is_altered_in_its_judgement_alone(path, tmp_path):
    stormed = record("e", "stormed")
    changes = compared(path, tmp_path, lambda: decide(path, "accept", stormed))
    assert [(c.id, c.what, c.fields, c.cause) for c in changes if c.table == "events"] == [
        (stormed, "altered", ("judgement", "judged_by"), "verdict")
    ]
    assert told(changes) == {("events", stormed, "altered", "verdict")}


def test_a_verdict_that_is_changed_names_that_record_and_the_last_decision(path, tmp_path):
    stormed = record("e", "stormed")
    decide(path, "accept", stormed)
    changes = compared(path, tmp_path, lambda: decide(path, "reject", stormed, "Bo"))
    mine = [c for c in changes if c.table == "events"]
    assert [(c.id, c.what, c.cause) for c in mine] == [(stormed, "removed", "verdict")]
    assert "Bo decided" in mine[0].why
    assert told(changes) == {("events", stormed, "removed", "verdict")}


def test_records_of_a_new_document_are_added_by_it(path, tmp_path):
    doc = document()

    def act():
        with Ledger(path) as writer:
            writer.write(doc, harbour(doc))

    changes = compared(path, tmp_path, act)
    assert {(c.doc, c.what, c.cause) for c in changes if c.table not in ("actors", "sources")} == {(doc.id, "added", "document")}
    assert len(told(changes)) == 3


def test_a_newer_reader_is_named_for_what_it_reads_otherwise(path, tmp_path):
    doc, records = raid()
    stormed, shelled = record("e", "stormed"), record("e", "shelled")

    def act():
        anew = [msgspec.structs.replace(r, by="hand/2", score=0.9) if r.id == stormed else r for r in records if r.id != shelled]
        with Ledger(path) as writer:
            writer.write(doc, anew)

    changes = compared(path, tmp_path, act)
    assert told(changes) == {("events", stormed, "altered", "reader"), ("events", shelled, "removed", "reader")}
    assert "hand/1 → hand/2" in next(c.why for c in changes if c.id == stormed)


def test_another_limit_on_words_is_told_as_other_terms(path, tmp_path):
    changes = compared(path, tmp_path, lambda: None, limit=Limit(1))
    assert {c.cause for c in changes} == {"terms"}
    assert {c.what for c in changes} == {"altered"}


def test_a_release_that_somebody_altered_is_not_compared(path, tmp_path):
    released(path, tmp_path / "r")
    file = tmp_path / "r" / "data" / "events.csv"
    file.write_bytes(file.read_bytes().replace(b"ASSAULT", b"PROTEST", 1))
    with pytest.raises(InputError, match="altered since it was made"):
        opened(tmp_path / "r")


def test_ratings_are_told_with_who_and_why_and_alter_only_what_is_rated(path, tmp_path):
    from sayso.ledger.ratings import rate

    said = record("s", "said")

    def act():
        with Ledger(path) as writer:
            rate(writer, "Sill Courier", "B", who="Ada", why="long known")
            rate(writer, said, "5", who="Ada", why="nobody else has it")

    changes = compared(path, tmp_path, act)
    assert {c.cause for c in changes} == {"rating"}
    assert {(c.table, c.fields) for c in changes if c.what == "altered"} == {
        ("sources", ("reliability", "rated_by", "rated_why")),
        ("statements", ("credibility",)),
    }
    assert "nobody else has it" in next(c.why for c in changes if c.id == said)
