from pathlib import Path

from sayso.ledger import Ledger, View
from sayso.ledger.links import keep, links
from sayso.linking_events import EventLinking
from sayso.model.links import End, link
from sayso.text.vectors import Vectors
from tests.link.made import LEXICON
from tests.link.test_events import RAID, read
from tests.text.test_vectors import FOLDER, needs_vectors


def stored(path: Path) -> None:
    sides = [read(RAID, outlet) for outlet in ("Ossel Gazette", "Lower Post", "Harl Sheet")]
    with Ledger(path) as ledger:
        for one in sides:
            ledger.write(one.document, one.records)
        ends = (End(record=one.id, doc=one.id, spans=((0, 4),)) for one in sides[:2])
        keep(ledger, "claims", "1", [], [link("story", *ends, reason="alike", score=0.9, by="stories/1")])


@needs_vectors
def test_acts_are_linked_within_a_story_once_and_not_beyond_it(tmp_path: Path) -> None:
    stored(tmp_path / "a.sayso")
    vectors = Vectors.load(FOLDER)
    with Ledger(tmp_path / "a.sayso") as ledger:
        first = EventLinking(ledger, LEXICON, vectors=vectors).run()
        assert EventLinking(ledger, LEXICON, vectors=vectors).run().documents == 0
        assert ledger.check() == ()
    with View(tmp_path / "a.sayso") as view:
        made = list(links(view, "event"))
    assert first.links == {"event": len(made)}
    assert len(made) >= 1
    assert len({frozenset((one.doc_a, one.doc_b)) for one in made}) == 1


def test_without_vectors_nothing_is_linked(tmp_path: Path) -> None:
    stored(tmp_path / "a.sayso")
    with Ledger(tmp_path / "a.sayso") as ledger:
        assert EventLinking(ledger, LEXICON).run().links == {}
