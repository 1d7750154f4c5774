"""A release is whole, the same every time, valid by others' rules, and gives away no more text than it may."""

import csv
import hashlib
import json

import pytest

from sayso.errors import UsageError
from sayso.ledger import View
from sayso.release.limits import Limit
from tests.release.made import decide, files, ledger, record, released


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


def table(folder, name):
    with (folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_made_twice_it_is_the_same_to_the_byte(path, tmp_path):
    decide(path, "accept", record("e", "stormed"))
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        released(path, tmp_path / name / "data", parquet=None, date=None)
    one, two = (files(tmp_path / name) for name in ("one", "two"))
    assert one == two
    assert len(one) >= 12


@pytest.mark.filterwarnings("ignore")  # frictionless warns of its own ways
def test_the_package_is_valid_by_the_rules_of_frictionless(path, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    decide(path, "reject", record("s", "said"))
    released(path, tmp_path / "r")
    package = frictionless.Package(str(tmp_path / "r" / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "fieldName", "note"])
    assert {resource.name for resource in package.resources} >= {
        "statements",
        "events",
        "forecasts",
        "actors",
        "sources",
        "links",
    }


def test_every_row_points_at_words_of_its_text(path, tmp_path):
    released(path, tmp_path / "r", limit=Limit(None))
    with View(path) as view:
        texts = {row.id: view.document(row.id).text for row in view.documents(limit=None)}
    rows = [row for name in ("statements", "events", "forecasts") for row in table(tmp_path / "r", name)]
    assert len(rows) > 10
    for row in rows:
        words = " … ".join(texts[row["doc"]][start:end] for start, end in json.loads(row["spans"]))
        assert row["quote"].removeprefix("'").split() == words.replace("\0", "\ufffd").split()


def test_no_quotation_is_longer_than_the_limit_and_none_is_there_at_nought(path, tmp_path):
    released(path, tmp_path / "three", limit=Limit(3))
    released(path, tmp_path / "none", limit=Limit(0))
    three = [row for row in table(tmp_path / "three", "statements") if row["quote"]]
    assert max(len(row["quote"].split()) for row in three) == 3
    assert any(row["quote"].endswith("…") and row["whole"] == "False" for row in three)
    told = [row[name] for row in table(tmp_path / "none", "events") for name in ("quote", "trigger", "condition")]
    assert set(told) == {""}
    assert table(tmp_path / "none", "events")[0]["spans"] == table(tmp_path / "three", "events")[0]["spans"]


def test_a_document_gives_no_more_words_than_it_may_in_all(path, tmp_path):
    released(path, tmp_path / "r", limit=Limit(None, 5))
    given = {}
    for name, columns in (("statements", ("quote", "source", "cue")), ("events", ("quote", "trigger", "condition"))):
        for row in table(tmp_path / "r", name):
            given[row["doc"]] = given.get(row["doc"], 0) + sum(len(row[column].split()) for column in columns)
    assert max(given.values()) == 5


def test_what_was_rejected_is_left_out_and_what_stood_in_it_stands_outside(path, tmp_path):
    said = record("s", "said")
    verdict = decide(path, "reject", said)
    released(path, tmp_path / "r")
    assert said not in {row["id"] for row in table(tmp_path / "r", "statements")}
    killed = next(row for row in table(tmp_path / "r", "events") if row["id"] == record("e", "killed"))
    assert (killed["within"], killed["own"]) == ("", "True")
    assert [(row["id"], row["about"], row["who"]) for row in table(tmp_path / "r", "verdicts")] == [(verdict, said, "Ada")]


def test_hashes_and_counts_are_those_of_the_files(path, tmp_path):
    made = released(path, tmp_path / "r")
    listed = dict(reversed(line.split("  ")) for line in (tmp_path / "r" / "SHA256SUMS").read_text().splitlines())
    found = {name: hashlib.sha256(data).hexdigest() for name, data in files(tmp_path / "r").items() if name != "SHA256SUMS"}
    assert listed == found
    assert made.counts == {name: len(table(tmp_path / "r", name)) for name in made.counts}


def test_parquet_holds_what_the_csv_holds(path, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    released(path, tmp_path / "r", parquet=True)
    for name in ("statements", "events", "links", "verdicts"):
        rows = parquet.read_table(tmp_path / "r" / "data" / f"{name}.parquet").to_pylist()
        assert [row["id"] for row in rows] == [row["id"] for row in table(tmp_path / "r", name)]


def test_nothing_is_written_over_and_a_wrong_date_leaves_nothing(path, tmp_path):
    (tmp_path / "mine").mkdir()
    for out, date in ((tmp_path / "mine", None), (tmp_path / "new", "May"), (tmp_path / "no" / "folder", None)):
        with pytest.raises(UsageError):
            released(path, out, date=date)
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_dir()) == ["mine"]


def test_the_first_page_says_that_nobody_measured(path, tmp_path):
    made = released(path, tmp_path / "r")
    page = (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
    assert "has not been measured" in page
    assert made.id in page
    assert "2031-05-01" in page


def test_texts_leave_only_when_asked_for(path, tmp_path):
    released(path, tmp_path / "without")
    released(path, tmp_path / "with", texts=True)
    assert not (tmp_path / "without" / "texts").exists()
    assert len(list((tmp_path / "with" / "texts").iterdir())) == 3


def test_the_first_page_tells_what_people_found_in_a_sample(path, tmp_path):
    from sayso.ask.sampling import draw
    from sayso.ledger import Ledger

    with View(path) as view, Ledger(path) as writer:
        drawn = draw(view, writer, size=100, seed=1)
    events = [one.id for one in drawn if one.kind == "event"]
    decide(path, "reject", events[0])
    for id in events[1:]:
        decide(path, "accept", id, "<b>Bo")
    released(path, tmp_path / "r")
    page = (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
    right = len(events) - 1
    assert f"| events | {len(events)} | {100 * right / len(events):.1f} % |" in page
    assert "has not been measured" not in page
    rates = (tmp_path / "r" / "accuracy.csv").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("kind,event,") and f",{len(events)},{right},0,1," in line for line in rates)
