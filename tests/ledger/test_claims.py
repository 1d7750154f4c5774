from pathlib import Path

import apsw

from sayso.ledger import Ledger, View, schema
from sayso.ledger.claims import worded_claims
from sayso.ledger.foretold import claims_of
from sayso.model import Forecast
from tests.ledger.foretelling import early, filled

TODAY = "2031-04-10"


def words(path: Path) -> list[tuple[str, str]]:
    with View(path) as view:
        return [(claim.speaker, claim.proposition) for claim in claims_of(view, TODAY, order="date")]


def test_each_forecast_stands_under_its_speaker_and_the_outlets_own_under_the_outlet() -> None:
    rows = {row.speaker: row for row in worded_claims(*early())}
    assert list(rows) == ["Tova Lindqvar", "Anton Brisk", "Orla Venn", "Sill Courier"]
    assert [row.own for row in rows.values()] == [False, False, False, True]
    assert rows["Orla Venn"].condition == "If the bridge falls"
    assert rows["Tova Lindqvar"].chain == ("Sill Courier", "Tova Lindqvar")


def test_a_reading_without_a_forecast_takes_its_claim_away(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.sayso")
    doc, records = early()
    with Ledger(path) as ledger:
        ledger.write(doc, [record for record in records if not isinstance(record, Forecast)])
        assert ledger.check() == ()
    assert words(path) == []


def test_a_ledger_of_an_earlier_format_gets_its_claims(tmp_path: Path) -> None:
    new, old = filled(tmp_path / "new.sayso"), tmp_path / "old.sayso"
    connection = apsw.Connection(str(old))
    schema.migrate(connection, schema.migrations()[:2])
    connection.execute("ATTACH ? AS new", (str(new),))
    for table in ("document", "facts", "reading", "record", "statement", "input"):
        connection.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    for index in ("words", "said"):
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    connection.close()
    with Ledger(old) as ledger:
        assert ledger.check() == ()
    assert words(old) == words(new) != []


def test_the_check_finds_a_claim_whose_words_were_altered(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.sayso")
    connection = apsw.Connection(str(path))
    connection.execute("UPDATE claim SET proposition = 'It will rain' WHERE own")
    connection.close()
    with Ledger(path) as ledger:
        assert [flaw.kind for flaw in ledger.check()] == ["offset"]


def test_forgetting_an_article_forgets_its_claims(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.sayso")
    with Ledger(path) as ledger:
        ledger.forget(early()[0].id)
        assert ledger.check() == ()
    assert words(path) == []
