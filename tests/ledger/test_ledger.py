"""The writer: once is enough, newer retires older, forgetting leaves nothing."""

import itertools
from pathlib import Path

import msgspec
import pytest

from sayso.errors import BrokenRecord, LedgerBusy, LedgerError
from sayso.ledger import Ledger, View
from sayso.model import Leftover, Problem
from tests.ledger.content import content
from tests.ledger.made import HARBOUR, document, harbour, span, statement


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "harbour.sayso"


def test_writing_the_same_again_adds_nothing(path):
    doc = document()
    with Ledger(path) as ledger:
        first = ledger.write(doc, harbour(doc), reader="hand/1")
        before = content(path)
        again = ledger.write(doc, harbour(doc), reader="hand/1")
    assert (first.new, first.added, first.retired) == (True, 6, 0)
    assert (again.new, again.added, again.retired) == (False, 0, 0)
    assert content(path) == before


def test_text_and_records_come_back_as_they_went_in(path):
    doc = document(
        published="2031-04-09", published_from="given", byline=("Ada Quill",), parts={"title": (0, 12)}, furniture=((0, 4),)
    )
    left = Leftover(doc=doc.id, span=span(doc, "dredging"), why="nobody says it")
    with Ledger(path) as ledger:
        ledger.write(doc, (*harbour(doc), left))
    with View(path) as view:
        assert view.document(doc.id) == doc
        assert set(view.records(doc.id)) == {*harbour(doc), left}
        starts = [record.span if isinstance(record, Leftover) else record.kernel for record in view.records(doc.id[:8])]
    assert starts == sorted(starts)


def test_a_newer_reading_retires_what_it_does_not_find_and_keeps_the_rest(path):
    doc = document()
    newer = (*harbour(doc)[:-1], statement(doc, "The ministry", "denied", "it", by="hand/2", act="deny"))
    with Ledger(path) as ledger:
        ledger.write(doc, harbour(doc))
        written = ledger.write(doc, newer)
        retired = ledger.connection.execute("SELECT id FROM record WHERE retired IS NOT NULL").get
    assert (written.added, written.retired) == (1, 1)
    assert retired == harbour(doc)[-1].id
    with View(path) as view:
        assert [said.content for said in view.statements(containing="cranes")] == ["that the ministry had “promised cranes”"]
        assert [said.statement.act for said in view.statements(containing="it")] == ["deny"]


def test_a_name_that_changes_renames_the_statements_that_rest_on_it(path):
    doc = document()
    marrow, *rest = harbour(doc)
    with Ledger(path) as ledger:
        ledger.write(doc, harbour(doc))
        ledger.write(doc, (msgspec.structs.replace(marrow, name="Ilse Marrow-Teel"), *rest))
    with View(path) as view:
        assert {said.speaker for said in view.statements(by="Teel")} == {"Ilse Marrow-Teel"}


def test_a_date_given_later_is_wanted_once_and_leaves_the_older_facts_retired(path):
    doc = document()
    dated = document(published="2031-04-09", published_from="given", origin="again.txt")
    with Ledger(path) as ledger:
        ledger.write(doc, ())
        wanted = ledger.wanted(dated)
        ledger.write(wanted, ())
        assert (wanted.published, wanted.origin) == ("2031-04-09", "harbour.txt")
        assert ledger.wanted(dated) is None is ledger.wanted(doc)
        assert ledger.connection.execute("SELECT count(*) FROM facts WHERE retired IS NOT NULL").get == 1


def test_the_same_address_with_other_words_is_a_new_version(path):
    first = document("The bridge is open.", url="https://courier.example/bridge")
    second = document("The bridge is closed.", url="https://courier.example/bridge")
    with Ledger(path) as ledger:
        ledger.write(first, ())
        ledger.write(second, ())
    with View(path) as view:
        assert view.document(second.id).version_of == first.id
        assert view.document(first.id).version_of is None


@pytest.mark.parametrize("wrong", ["other document", "outside", "twice"])
def test_records_that_do_not_hold_are_refused_and_nothing_of_them_is_kept(path, wrong):
    doc = document()
    lost = harbour(doc)[3]
    broken = {
        "other document": (msgspec.structs.replace(lost, doc="0" * 16),),
        "outside": (msgspec.structs.replace(lost, anchor=((0, len(HARBOUR) + 1),)),),
        "twice": (lost, lost),
    }
    with Ledger(path) as ledger:
        with pytest.raises(BrokenRecord, match=r"harbour\.txt"):
            ledger.write(doc, broken[wrong])
        assert content(path)[0] == []


def test_a_second_writer_is_told_to_wait_and_may_write_afterwards(path):
    with Ledger(path), pytest.raises(LedgerBusy, match="wait until it has finished"):
        Ledger(path)
    with Ledger(path) as ledger:
        assert ledger.write(document(), ()).new
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_problem_is_kept_once_and_retired_when_its_input_is_read(path):
    aside = Problem(origin="harbour.txt", why="took longer than 60 s", next="split it")
    with Ledger(path) as ledger:
        assert [ledger.problem(aside), ledger.problem(aside)] == [True, False]
        with View(path) as view:
            assert view.problems() == [aside]
        ledger.write(document(), ())
    with View(path) as view:
        assert view.problems() == []


RARE = "Quillwort"
TRACES = [RARE.lower(), RARE, "Vantongeren", "secret-folder"]


def forgetful(path: Path) -> str:
    """Two hundred documents, one of which is then forgotten; its id."""
    secret = document(
        f"{RARE} said the lock would hold. Nele Vantongeren denied it.", origin="secret-folder/a.txt", title=f"{RARE}!"
    )
    others = [document(f"{HARBOUR} {n} {' '.join(map(str, range(n)))}", origin=f"{n}.txt") for n in range(200)]
    with Ledger(path) as ledger:
        for doc in [*others[:90], secret, *others[90:]]:
            records = harbour(doc) if doc is not secret else (statement(doc, RARE, "said", "the lock would hold"),)
            ledger.write(doc, records)
        ledger.write(secret, (statement(secret, "Nele Vantongeren", "denied", "it"),))
        ledger.problem(Problem(origin="secret-folder/a.txt", why=f"{RARE} is odd", next=""))
        assert any(trace.encode() in traces(path) for trace in TRACES)
        ledger.forget(secret.id, "the source asked")
        assert not any(trace.encode() in traces(path) for trace in TRACES)
    return secret.id


def traces(path: Path) -> bytes:
    """All bytes of all files of the ledger."""
    return b"\n".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


def test_of_a_forgotten_document_no_byte_is_left_in_any_file_of_the_ledger(path):
    id = forgetful(path)
    assert not any(trace.encode() in traces(path) for trace in TRACES)
    with View(path) as view:
        assert view.counts()["forgotten"] == 1
        assert list(view.find("quillwort")) == []
        assert len(list(view.find("dredging"))) == 200
        words = view.connection.execute("SELECT count(*) FROM words_docsize").get
    assert words == 200
    with Ledger(path) as ledger:
        assert ledger.check() == ()
        assert ledger.forgotten(id).why == "the source asked"


def test_no_part_of_a_forgotten_word_is_left_in_the_index(path):
    forgetful(path)
    data = traces(path).lower()
    assert not any(RARE.lower()[start : start + 6].encode() in data for start in range(len(RARE) - 5))


def test_a_forgotten_document_is_refused_when_it_returns(path):
    doc = document()
    with Ledger(path) as ledger:
        ledger.write(doc, ())
        ledger.forget(doc.id[:7], "an error")
        with pytest.raises(LedgerError, match=r"was forgotten on .*: an error"):
            ledger.write(doc, ())
        assert ledger.forget(doc.id) == ()


def test_forgetting_names_the_documents_with_the_same_words_and_keeps_them(path):
    mine, theirs = document(), document(outlet="Inland Post")
    with Ledger(path) as ledger:
        ledger.write(mine, harbour(mine))
        ledger.write(theirs, harbour(theirs))
        assert ledger.forget(mine.id) == (theirs.id,)
    with View(path) as view:
        assert view.document(theirs.id).text == HARBOUR


def test_forgetting_what_is_not_there_is_an_error(path):
    with Ledger(path) as ledger, pytest.raises(LedgerError, match="no document abcdef"):
        ledger.forget("abcdef")


def test_a_reader_in_the_middle_of_a_question_makes_forgetting_busy_and_a_second_try_finishes_it(path):
    doc = document()
    with Ledger(path) as ledger:
        for n in range(50):
            other = document(f"{HARBOUR} {n}", origin=f"{n}.txt")
            ledger.write(other, harbour(other))
        ledger.write(doc, harbour(doc))
        with View(path) as view:
            asking = view.find("dredging")
            next(asking)
            ledger.connection.set_busy_timeout(50)
            with pytest.raises(LedgerBusy):
                ledger.forget(doc.id)
            assert len(list(asking)) == 50
        ledger.forget(doc.id)
        assert Path(f"{path}-wal").stat().st_size == 0


def test_times_come_from_the_clock_that_is_given(path):
    ticks = itertools.count(1)
    with Ledger(path, now=lambda: f"2031-01-0{next(ticks)}T00:00:00Z") as ledger:
        ledger.write(document(), ())
        assert ledger.connection.execute("SELECT added FROM document").get == "2031-01-01T00:00:00Z"


def test_records_that_are_altered_make_a_reading_of_their_own(tmp_path):
    path = tmp_path / "harbour.sayso"
    doc = document()
    records = harbour(doc)
    readings = []
    with Ledger(path) as ledger:
        for found in (records, records, [*records[:-1], msgspec.structs.replace(records[-1], act="claim")]):
            ledger.write(doc, found, reader="hand/1")
            readings.append(ledger.connection.execute("SELECT key FROM reading WHERE retired IS NULL").get)
    assert readings[0] == readings[1] != readings[2]
