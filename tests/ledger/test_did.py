from pathlib import Path

import apsw
import pytest

from sayso.ledger import Ledger, View, schema
from sayso.ledger.actors import actors_of
from sayso.ledger.did import Sought, counted, deeds_of
from sayso.model import Event
from tests.ledger.doing import filled, raid


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return filled(tmp_path / "a.sayso")


def words(path: Path, **asked: object) -> list[str]:
    with View(path) as view:
        return [deed.words for deed in deeds_of(view, Sought(in_="Sill Courier", **asked))]  # type: ignore[arg-type]


def test_events_stand_in_the_order_of_the_text_under_their_voice(path: Path) -> None:
    with View(path) as view:
        rows = list(deeds_of(view, Sought(in_="Sill Courier")))
    assert [(row.words, row.speaker, row.own) for row in rows] == [
        ("stormed", "Sill Courier", True),
        ("killed", "Tova Lindqvar", False),
        ("shelled", "Orrin", False),
        ("close", "Sill Courier", True),
    ]
    assert rows[0].day == "2031-04-07"
    assert rows[0].place == "Vellin"


def test_sides_go_by_the_fullest_name_with_country_and_sector(path: Path) -> None:
    with View(path) as view:
        shelled = next(row for row in deeds_of(view) if row.words == "shelled")
    (side,) = shelled.actors
    assert (side.name, side.country, side.sector) == ("Soldiers of Orrin", "ORR", "MIL")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"who": "orrin"}, ["stormed", "shelled"]),
        ({"who": "ORR MIL"}, ["stormed", "shelled"]),
        ({"to": "customs"}, ["stormed"]),
        ({"type": "COERCE"}, ["close"]),
        ({"status": "CT-"}, ["shelled"]),
        ({"status": "claimed"}, ["killed"]),
        ({"voice": "tova"}, ["killed"]),
        ({"own": True}, ["stormed", "close"]),
        ({"where": "vellin"}, ["stormed"]),
        ({"deadly": True}, ["killed"]),
        ({"since": "2031-05"}, []),
        ({"until": "2031-04"}, ["stormed", "killed", "shelled", "close"]),
        ({"who": "nobody at all"}, []),
    ],
)  # fmt: skip
def test_events_are_asked_for_by(path: Path, asked: dict[str, object], found: list[str]) -> None:
    assert words(path, **asked) == found


def test_a_page_of_events_is_cut_from_the_whole(path: Path) -> None:
    with View(path) as view:
        whole = [deed.id for deed in deeds_of(view)]
        assert len(whole) == 8
        assert [deed.id for deed in deeds_of(view, limit=3, offset=2)] == whole[2:5]
        assert sum(row[-1] for row in counted(view, Sought(type="ASSAULT"))) == 6


def test_actors_are_counted_as_speakers_actors_and_recipients(path: Path) -> None:
    with View(path) as view:
        rows = {row.name: row for row in actors_of(view)}
    soldiers = rows["Soldiers of Orrin"]
    assert (soldiers.documents, soldiers.speaks, soldiers.acts, soldiers.undergoes) == (2, 0, 4, 0)
    assert (soldiers.countries, soldiers.sectors, soldiers.kinds) == (("ORR",), ("MIL",), ("group",))
    assert rows["Tova Lindqvar"].speaks == 2
    assert "Vellin" not in rows


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"named_as": "orrin"}, ["Soldiers of Orrin", "Orrin"]),
        ({"country": "ORR", "sector": "MIL"}, ["Soldiers of Orrin"]),
        ({"part": "undergoes"}, ["Eleven clerks", "the customs house"]),
        ({"part": "speaks", "in_": "Upper"}, ["Orrin", "Tova Lindqvar"]),
        ({"kind": "state", "limit": 1, "offset": 1}, ["The Sill Republic"]),
    ],
)  # fmt: skip
def test_actors_are_asked_for_by(path: Path, asked: dict[str, str], found: list[str]) -> None:
    with View(path) as view:
        assert [row.name for row in actors_of(view, **asked)] == found  # type: ignore[arg-type]


def test_a_reading_without_events_takes_them_away(path: Path) -> None:
    doc, records = raid()
    with Ledger(path) as ledger:
        ledger.write(doc, [record for record in records if not isinstance(record, Event)])
        assert ledger.check() == ()
    assert words(path) == []


def test_a_ledger_of_an_earlier_format_gets_its_events_and_actors(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.sayso"
    connection = apsw.Connection(str(old))
    schema.migrate(connection, schema.migrations()[:5])
    connection.execute("ATTACH ? AS new", (str(path),))
    for table in ("document", "facts", "reading", "record", "statement", "claim", "doubt", "input"):
        connection.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    for index in ("words", "said"):
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    connection.close()
    with Ledger(old) as ledger:
        assert ledger.check() == ()
    with View(old) as a, View(path) as b:
        assert list(deeds_of(a)) == list(deeds_of(b)) != []
        assert list(actors_of(a)) == list(actors_of(b)) != []


@pytest.mark.parametrize(
    "altered", ["UPDATE deed SET words = 'peace' WHERE own", "UPDATE actor SET acts = 9", "DELETE FROM actor"]
)
def test_the_check_finds_rows_that_were_altered(path: Path, altered: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(altered)
    connection.close()
    with Ledger(path) as ledger:
        assert {flaw.kind for flaw in ledger.check()} == {"offset"}


def test_forgetting_an_article_forgets_its_events(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.forget(raid()[0].id, why="asked")
    assert words(path) == []
    with View(path) as view:
        assert {row.documents for row in actors_of(view)} == {1}


def test_events_are_found_by_the_country_of_their_place(tmp_path: Path) -> None:
    with View(filled(tmp_path / "a.sayso")) as view:
        assert (
            [deed.words for deed in deeds_of(view, Sought(where="SIL"))]
            == [deed.words for deed in deeds_of(view, Sought(where="vellin"))]
            != []
        )
        assert list(deeds_of(view, Sought(where="ORR"))) == []
