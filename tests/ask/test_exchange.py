import csv
import io
from pathlib import Path

import msgspec
import pytest

from sayso.ask import exchange
from sayso.errors import InputError
from sayso.ledger import Ledger, View
from sayso.ledger.questions import open_question, questions, resolutions, resolve, take_in
from sayso.model.questions import Evidence
from sayso.show import csv as shown
from tests.ledger.foretelling import claim, filled, late
from tests.ledger.made import span

ROAD = claim("The Quarry road")
OPENED = Evidence(doc=late()[0].id, spans=(span(late()[0], "opened on April 29"), span(late()[0], "a day before")))
TIMES = [f"2031-05-0{n}T00:00:00Z" for n in range(1, 9)]


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A ledger with two questions, one of them resolved and reversed, with cells that a spreadsheet would run."""
    path = filled(tmp_path / "sill.sayso")
    with Ledger(path, now=iter(TIMES).__next__) as ledger:
        first = open_question(
            ledger, ROAD, text="=1+1, is it “open”?\nReally?", criteria="@car", due="2031-04-30", who="Ada", since="2031-04-01",
            until="2031-04-30", sources="-the Courier",
        )  # fmt: skip
        open_question(ledger, claim("Bread will"), text="Twice as much?", criteria="a loaf", due="2031-06-01", who="Ben")
        resolve(ledger, first.id, given="no", who="Ben", note="+nobody saw it")
        resolve(ledger, first.id, given="yes", who="Ada", evidence=[OPENED])
    return path


def exported(path: Path, form: str) -> bytes:
    with View(path) as view:
        rows = list(exchange.ask(view))
    if form == "csv":
        return "".join(shown.lines(rows)).encode()
    return msgspec.json.encode(rows) if form == "json" else b"\n".join(msgspec.json.encode(row) for row in rows)


def taken(path: Path, data: bytes, name: str = "questions.csv") -> int:
    with Ledger(path) as ledger:
        found = exchange.incoming(data, name, who="Cleo", now="2031-07-01T00:00:00Z")
        return take_in(ledger, [(one.question, one.resolutions) for one in found])


def kept(path: Path) -> list[object]:
    with View(path) as view:
        return [(one, resolutions(view, one.id)) for one in questions(view)]


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_what_goes_out_comes_in_the_same(asked: Path, tmp_path: Path, form: str) -> None:
    other = filled(tmp_path / "other.sayso")
    assert taken(other, exported(asked, form)) == 2
    assert kept(other) == kept(asked)
    assert exported(other, form) == exported(asked, form)


def test_the_same_again_adds_nothing(asked: Path) -> None:
    before = kept(asked)
    assert taken(asked, exported(asked, "csv")) == 0
    assert kept(asked) == before


def test_field_names_are_those_of_metaculus(asked: Path) -> None:
    row = next(csv.DictReader(io.StringIO(exported(asked, "csv").decode(), newline="")))
    assert {"title", "resolution_criteria", "fine_print", "open_time", "scheduled_close_time", "scheduled_resolve_time"} <= set(
        row
    )
    assert (row["type"], row["resolution"], row["scheduled_resolve_time"]) == ("binary", "yes", "2031-04-30")


def test_rows_of_fatebook_are_understood(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.sayso")
    data = (
        "title,resolveBy,createdAt,resolution,resolvedAt,notes,claim,resolution_criteria\n"
        f"Open?,2031-04-30T00:00:00.000Z,2031-04-08T09:00:00Z,YES,2031-04-29T12:00:00Z,drove there,{ROAD},a car\n"
    )
    assert taken(path, data.encode()) == 1
    ((question, (made,)),) = kept(path)  # type: ignore[misc]
    assert (question.text, question.due, question.opened, question.who) == ("Open?", "2031-04-30", "2031-04-08T09:00:00Z", "Cleo")
    assert (made.answer, made.when, made.note) == ("yes", "2031-04-29T12:00:00Z", "drove there")


def test_an_altered_question_is_refused_and_nothing_is_taken_in(asked: Path, tmp_path: Path) -> None:
    other = filled(tmp_path / "other.sayso")
    with pytest.raises(InputError, match=r"row 2: question .* altered"):
        taken(other, exported(asked, "csv").replace(b"a loaf", b"a crumb"))
    assert kept(other) == []


@pytest.mark.parametrize("data", [b"\xff\xfe", b"[1]", b"{", b"title\nOpen?\n", b"claim,title,due\nx,Open?,soon\n"])
def test_what_is_no_question_is_told_with_its_place(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError, match=r"questions\.csv"):
        taken(filled(tmp_path / "a.sayso"), data)


def test_an_earlier_resolution_from_elsewhere_does_not_overrule_a_later_one(asked: Path, tmp_path: Path) -> None:
    other = filled(tmp_path / "other.sayso")
    rows = msgspec.json.decode(exported(asked, "json"))
    rows[0]["resolutions"] = rows[0]["resolutions"][1:]
    taken(other, msgspec.json.encode(rows))
    taken(other, exported(asked, "json"))
    assert kept(other) == kept(asked)
