"""The lines after a run say what happened and what to type."""

from pathlib import Path

import msgspec

from sayso.adding import Step
from sayso.ledger import Written
from sayso.model import Problem
from sayso.show.summary import Run, summary
from sayso.tally import Tally
from tests.ledger.made import document, harbour


def lines(path: Path, *steps: Step) -> str:
    path.write_bytes(b"x" * 1_500_000)
    tally = Tally()
    for step in steps:
        tally.add(step)
    return "\n".join(summary(tally, Run(ledger=path, inputs=3, seconds=2.0, workers=1, reader="fake/1")))


def read(new: bool = True) -> Step:
    doc = document()
    return Step(what="read", origin="a", document=doc, records=harbour(doc), written=Written(new=new, added=6, retired=0))


def test_a_run_is_told_in_counts_with_its_deepest_chain(tmp_path):
    told = lines(tmp_path / "a b.sayso", read(), Step(what="known", origin="b"), Step(what="file", origin="c", known=4))
    assert "3 inputs → 6 articles · 1 new · 5 known" in told
    assert "3 statements (1 direct, 1 indirect, 1 mixed) · 3 mentions" in told
    assert "1 second-hand, deepest 2:  Ilse Marrow ← the ministry" in told
    assert "(SQLite, 1.5 MB) in 2.0 s, 0.5 articles/s, 1 reading process" in told
    assert f"sayso serve --ledger '{tmp_path}/a b.sayso'" in told


def test_like_reasons_are_counted_together(tmp_path):
    problems = [Problem(origin=f"{n}.txt", why=f"{n}.txt: not UTF-8 at byte {n}", next="") for n in range(3)]
    told = lines(tmp_path / "a.sayso", *(Step(what="aside", origin=p.origin, problem=p) for p in problems))
    assert "3 not UTF-8 at byte N" in told
    assert "nothing could be read" in told


def test_the_same_for_programs_is_json():
    tally = Tally()
    tally.add(read(new=False))
    assert msgspec.json.decode(msgspec.json.encode(tally.summary()))["renewed"] == 1
