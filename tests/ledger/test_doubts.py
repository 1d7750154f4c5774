import apsw
import msgspec

from sayso.ledger import Ledger
from sayso.ledger.doubts import doubts, hangs
from sayso.model import Forecast
from tests.ledger.foretelling import early
from tests.ledger.made import document, harbour

DOC = document()
RECORDS = harbour(DOC)


def test_what_stands_within_a_statement_hangs_on_it():
    _, _, _, lost, added, promised = RECORDS
    assert hangs(RECORDS) == {added.id: 1}
    assert {row.id: row.weight for row in doubts(RECORDS)} == {lost.id: 0.2, added.id: 0.4, promised.id: 0.2}


def test_a_ring_of_statements_is_gone_round_once():
    added, promised = RECORDS[4:]
    ring = [msgspec.structs.replace(added, within=promised.id), promised]
    assert hangs(ring) == {added.id: 2, promised.id: 2}


def test_forecasts_hang_on_the_statement_they_stand_in():
    _, records = early()
    forecasts = [record for record in records if isinstance(record, Forecast)]
    found = hangs(forecasts)
    assert found == dict.fromkeys((id for one in forecasts for id in (one.within, one.event) if id), 1)
    assert len(found) >= 3


def test_an_older_ledger_gets_its_doubts_when_it_is_next_written_to(tmp_path):
    path = tmp_path / "harbour.sayso"
    with Ledger(path) as ledger:
        ledger.write(DOC, RECORDS)
    connection = apsw.Connection(str(path))
    connection.execute("DELETE FROM doubt")
    connection.close()
    with Ledger(path) as ledger:
        assert ledger.check() == ()
