from itertools import pairwise
from pathlib import Path

import pytest

from sayso.ask import story
from sayso.errors import UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.links import keep
from sayso.model.links import End, link
from sayso.run import Reader
from tests.link.made import Side, side
from tests.reading import engine, lexicon

DOCS = [
    side(f"Part {n} of the weir story.", outlet=f"Outlet {n}", published=f"2031-04-0{9 - n}" if n < 4 else None) for n in range(6)
]


def tied(one: Side, two: Side):
    ends = (End(record=each.id, doc=each.id, spans=((0, 4),)) for each in (one, two))
    return link("story", *ends, reason="alike", score=0.9, by="stories/1")


def test_a_story_is_told_by_date_and_ends_two_links_away(tmp_path: Path):
    with Ledger(tmp_path / "w.sayso") as ledger:
        for doc in DOCS:
            ledger.write(doc.document, ())
        keep(ledger, "claims", "1", [], [tied(one, two) for one, two in pairwise(DOCS)])
    with View(tmp_path / "w.sayso") as view:
        found = list(story.ask(view, DOCS[2].id))
        assert [(row.outlet, row.steps) for row in found] == [
            ("Outlet 3", 1), ("Outlet 2", 0), ("Outlet 1", 1), ("Outlet 0", 2), ("Outlet 4", 2),
        ]  # fmt: skip
        with pytest.raises(UsageError, match="no document"):
            list(story.ask(view, "0123456789"))


def test_a_story_is_told_day_by_day_each_thing_once_as_far_as_it_is_linked(tmp_path: Path):
    said = [
        side(
            f"Ilse Marrow {cue} the weir burst.", ("Ilse Marrow", cue, "the weir burst", "Ilse Marrow"), outlet=cue, published=day
        )
        for cue, day in (("said", "2031-04-08"), ("added", "2031-04-09"))
    ]
    with Ledger(tmp_path / "w.sayso") as ledger:
        for one in said:
            ledger.write(one.document, one.records)
        ends = (End(record=one.statements[0].id, doc=one.id, spans=one.statements[0].content) for one in said)
        keep(ledger, "claims", "1", [], [tied(*said), link("claim", *ends, reason="same", score=0.9, by="claims/1")])
    with View(tmp_path / "w.sayso") as view:
        (only,) = story.timeline(view, said[1].id)
        assert (only.day, only.who, only.quote, only.also) == ("2031-04-08", "Ilse Marrow", "the weir burst", 1)


def test_figures_of_one_kind_stand_as_a_range_with_everybody_who_gives_one(tmp_path: Path):
    with Ledger(tmp_path / "w.sayso") as ledger:
        texts = [f"Gunmen attacked a bus in Syria and killed {many} people." for many in (12, 15)]
        docs = [side(text, outlet=text[-10:]).document for text in texts]
        for doc in docs:
            ledger.write(doc, Reader(engine(), lexicon()).read(doc))
        keep(ledger, "claims", "1", [], [tied(*(Side(doc) for doc in docs))])
    with View(tmp_path / "w.sayso") as view:
        found = [(row.figure, row.low, row.range, row.tellings) for row in story.tolls(view, docs[0].id)]
        assert sorted(found) == [("dead", 12, "12–15", 2), ("dead", 15, "12–15", 2)]
