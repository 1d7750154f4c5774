"""A user's own lists name what is released and are kept with it."""

import csv
import hashlib
import json

import pytest

from sayso.errors import UsageError
from sayso.ledger import Ledger, View
from sayso.lexicon.own import own
from sayso.release.comparing import Pair
from sayso.release.made import Terms
from sayso.release.making import release
from sayso.release.opened import opened
from tests.ledger.doing import raid
from tests.release.made import files, ledger

TYPES = "type,mode,code,label\nASSAULT,,V1,violence\nASSAULT,firearms,V2,shots\n"
OUTLETS = "outlet,group,ownership,note\nSill Courier,local press,family,\n"


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


@pytest.fixture
def given(tmp_path):
    for name, text in (("types.csv", TYPES), ("mine.csv", OUTLETS), ("actors.csv", "name,kind\nTelde Pact,group\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return own(types=tmp_path / "types.csv", outlets=tmp_path / "mine.csv")


def made(path, out, lists, **terms):
    with View(path) as view:
        return release(view, out, Terms(date="2031-05-01", parquet=False, **terms), lists)


def table(folder, name):
    with (folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_events_have_the_makers_codes_and_documents_their_groups(path, given, tmp_path):
    made(path, tmp_path / "r", given)
    rows = table(tmp_path / "r", "events")
    codes = {(row["plover"], row["code"], row["code_label"]) for row in rows if row["plover"] == "ASSAULT"}
    assert codes <= {("ASSAULT", "V1", "violence"), ("ASSAULT", "V2", "shots")}
    assert codes
    assert {row["code"] for row in rows if row["plover"] != "ASSAULT"} == {""}
    documents = table(tmp_path / "r", "documents")
    assert {row["outlet_group"] for row in documents if row["outlet"] == "Sill Courier"} == {"local press"}
    assert {row["group_ownership"] for row in table(tmp_path / "r", "sources") if row["name"] == "Sill Courier"} == {"family"}


def test_lists_are_kept_as_they_came_with_their_hashes(path, given, tmp_path):
    made(path, tmp_path / "r", given)
    package = json.loads((tmp_path / "r" / "datapackage.json").read_bytes())["sayso"]["lists"]
    assert {name: kept["called"] for name, kept in package.items()} == {"types": "types.csv", "outlets": "mine.csv"}
    assert files(tmp_path / "r")["lists/types.csv"] == TYPES.encode()
    assert package["types"]["sha256"] == hashlib.sha256(TYPES.encode()).hexdigest()
    page = (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
    assert "(lists/outlets.csv)" in page
    assert package["outlets"]["sha256"] in page


def test_a_list_of_actors_that_nothing_was_read_with_is_refused(path, tmp_path, given):
    with pytest.raises(UsageError, match="reread --actors"):
        made(path, tmp_path / "r", own(actors=tmp_path / "actors.csv"))
    assert not (tmp_path / "r").exists()


def test_the_list_of_actors_that_documents_were_read_with_is_kept_or_told_to_be_missing(path, tmp_path, given):
    mine = own(actors=tmp_path / "actors.csv")
    doc, records = raid()
    with Ledger(path) as writer:
        writer.write(doc, records, reader=f"engine/1 actors/{mine.actors.sha256[:12]}")
    made(path, tmp_path / "with", mine)
    made(path, tmp_path / "without", given)
    pages = [(tmp_path / name / "README.md").read_text(encoding="utf-8") for name in ("with", "without")]
    assert "lists/actors.csv" in pages[0]
    assert "is not kept here" not in pages[0]
    assert f"is not kept here: its sha256 begins with {mine.actors.sha256[:12]}" in pages[1]


def test_other_lists_are_the_cause_of_what_they_alter(path, given, tmp_path):
    made(path, tmp_path / "a", None)
    made(path, tmp_path / "b", given)
    changes = list(Pair(opened(tmp_path / "a"), opened(tmp_path / "b")).changes())
    assert {change.cause for change in changes} == {"terms"}
    assert {change.table for change in changes} == {"documents", "events", "sources"}
    assert all(change.why.startswith("another lists") for change in changes)
