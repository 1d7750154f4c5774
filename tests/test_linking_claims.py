from pathlib import Path

from sayso.ledger import Ledger, View
from sayso.ledger.links import links
from sayso.linking import Linked
from sayso.linking_actors import ActorLinking
from sayso.linking_claims import ClaimLinking
from tests.link.made import LEXICON, Side, side
from tests.link.test_claims import ONE, OTHER, SAME, told

FILL = [
    side(f"Number {n} of the Sill almanac tells of moon, tide, wind and the {n} herons.", outlet="Sill Almanac")
    for n in range(12)
]


def stored(path: Path, *sides: Side) -> None:
    with Ledger(path) as ledger:
        for each in sides:
            ledger.write(each.document, each.records)


def run(path: Path) -> tuple[Linked, Linked]:
    with Ledger(path) as ledger:
        return ClaimLinking(ledger, LEXICON).run(), ActorLinking(ledger, LEXICON).run()


def test_claims_are_linked_as_they_come_in_and_once(tmp_path):
    path = tmp_path / "ossel.sayso"
    stored(path, *FILL, told(ONE, "Ossel Gazette"), told(OTHER, "Harl Sheet"))
    assert run(path)[0] == Linked(documents=14, of=14, links={})
    stored(path, told(SAME))
    assert run(path)[0] == Linked(documents=1, of=1, links={"claim": 1})
    assert run(path) == (Linked(documents=0, of=0, links={}),) * 2
    with View(path) as view:
        (link,) = links(view, "claim")
        assert {link.doc_a, link.doc_b} == {told(ONE, "Ossel Gazette").id, told(SAME).id}


def test_an_actor_named_otherwise_is_linked_with_the_first_document_that_had_it(tmp_path):
    path = tmp_path / "ossel.sayso"
    sides = [
        side(f"{words} said it rains.", (words, "said", "it rains", "Ilse Marrow"), outlet=outlet)
        for words, outlet in (("The miller Ilse Marrow", "One"), ("Keeper Ilse Marrow", "Two"), ("Ilse Marrow", "Three"))
    ]
    stored(path, *sides)
    assert run(path)[1].links == {"actor": 3}
    with Ledger(path) as ledger:
        assert ledger.check() == ()
