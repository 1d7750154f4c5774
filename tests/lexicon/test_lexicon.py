from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.lexicon import Lexicon
from sayso.lexicon.entries import Entry, at, holds, sector_at
from sayso.lexicon.tables import rows


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def test_capitals_tell_a_state_from_a_pronoun(lexicon: Lexicon) -> None:
    assert lexicon.lookup("US")[0].country == "USA"
    assert lexicon.lookup("us") == ()


def test_a_force_named_after_a_city_is_no_city(lexicon: Lexicon) -> None:
    entry = lexicon.lookup("Quds Force")[0]
    assert (entry.kind, entry.country, entry.sector) == ("organization", "IRN", "MIL")
    assert all(other.kind != "place" for other in lexicon.lookup("Quds"))


def test_spellings_of_one_group_share_an_entry(lexicon: Lexicon) -> None:
    names = {lexicon.lookup(name)[0].name for name in ("Daesh", "ISIS", "Islamic State", "Da'esh")}
    assert names == {"Islamic State"}


def test_accents_and_apostrophes_do_not_matter(lexicon: Lexicon) -> None:
    assert lexicon.lookup("Recep Tayyip Erdoğan")[0].name == lexicon.lookup("Recep Tayyip Erdogan")[0].name
    assert lexicon.lookup("Kata’ib Hezbollah") == lexicon.lookup("Kata'ib Hezbollah")


def test_an_outlet_says_who_controls_it(lexicon: Lexicon) -> None:
    assert lexicon.lookup("Xinhua")[0].control == "SC"
    assert lexicon.lookup("Reuters")[0].control is None


def test_dated_entries_beyond_countries_and_cities_are_many() -> None:
    dated = [row for name in ("actors.tsv", "officials.tsv", "leaders.tsv") for row in rows(name) if row["from"]]
    assert len(dated) >= 1500


@pytest.mark.parametrize("name", ["actors", "officials", "leaders", "outlets", "states", "places", "sites", "roles", "terms"])
def test_every_entry_names_its_source(name: str) -> None:
    assert all(row["source"] for row in rows(f"{name}.tsv"))


def test_an_office_holds_between_its_dates() -> None:
    entry = Entry(name="Ada Venn", kind="person", source="t", sector="GOV", start="2018-04-26", end="2021-01")
    assert [holds(entry, day) for day in ("2018-04-25", "2018-04-26", "2021-01-20", "2021-02-01")] == [False, True, True, False]


def test_a_person_is_no_official_before_and_a_former_one_after() -> None:
    entry = Entry(name="Ada Venn", kind="person", source="t", sector="GOV", start="2018", end="2020")
    assert [sector_at(entry, day) for day in ("2016-01-01", "2019-05-05", "2021-01-01", None)] == [None, "GOV", "ELI", "GOV"]


def test_the_office_of_the_day_is_taken() -> None:
    first = Entry(name="Ada Venn", kind="person", source="t", office="minister", start="2012", end="2015")
    second = Entry(name="Ada Venn", kind="person", source="t", office="president", start="2016")
    assert at([first, second], "2013-03-03") is first
    assert at([first, second], None) is second


def test_an_analysts_list_wins(lexicon: Lexicon, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "name,aliases,kind,country,sector,from,to\nHarbour Watch,Reuters|HW,organization,USA,NGO,2019,\n", encoding="utf-8"
    )
    own = lexicon.with_actors(path)
    assert own.lookup("Reuters")[0].sector == "NGO"
    assert own.lookup("HW")[0].name == "Harbour Watch"
    assert lexicon.lookup("Reuters")[0].sector == "JRN"


@pytest.mark.parametrize("text", ["title,kind\nA,person\n", "name,kind\nA,robot\n", ""])
def test_a_list_that_cannot_be_read_says_why(lexicon: Lexicon, tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"own\.csv"):
        lexicon.with_actors(path)
