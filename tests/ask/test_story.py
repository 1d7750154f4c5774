from itertools import pairwise
from pathlib import Path

import pytest

from sayso.ask import story
from sayso.errors import UsageError
from sayso.ledger import Ledger, View
from sayso.ledger.links import keep
from sayso.model.links import End, link
from tests.link.made import Side, side

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
