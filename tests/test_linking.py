from pathlib import Path

import msgspec
import pytest

from sayso.ledger import Ledger, View
from sayso.ledger.links import counted, links, one
from sayso.linking import Linked, Linking
from tests.ledger.made import statement
from tests.link.made import LEXICON, Side, side

WORDS = "the northern gate will not hold another winter"


def said(who: str, outlet: str) -> Side:
    return side(f"“{WORDS},” {who} said on Monday.", (who, "said", f"“{WORDS},”", who), outlet=outlet)


def stored(path: Path, *sides: Side) -> None:
    with Ledger(path) as ledger:
        for each in sides:
            ledger.write(each.document, each.records)


def run(path: Path) -> Linked:
    with Ledger(path) as ledger:
        return Linking(ledger, LEXICON).run()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ossel.sayso"
    stored(
        made, said("Ilse Marrow", "Ossel Gazette"), said("Anton Brisk", "Lower Post"), side("Rain fell.", outlet="Third Sheet")
    )
    return made


def test_a_run_links_all_that_is_new_and_a_second_has_nothing_to_do(path):
    assert run(path) == Linked(documents=3, of=3, links={"conflicts": 1, "quote": 1})
    assert run(path) == Linked(documents=0, of=0, links={})


def test_what_is_added_later_is_linked_with_what_was_there(path):
    run(path)
    stored(path, said("Orla Venn", "Upper Sill News"))
    assert run(path).documents == 1
    with View(path) as view:
        assert counted(view) == {"conflicts attribution": 3, "quote same": 3}


def test_a_document_read_anew_is_linked_anew_and_its_old_links_stand_no_more(path):
    run(path)
    with View(path) as view:
        (conflict,) = links(view, "conflicts")
    brisk = said("Anton Brisk", "Lower Post")
    with Ledger(path) as ledger:
        ledger.write(
            brisk.document, [statement(brisk.document, "Anton Brisk", "said", f"“{WORDS},”", by="next/1")], reader="next"
        )
    run(path)
    with View(path) as view:
        assert list(links(view, "conflicts")) == []
        assert one(view, conflict.id) == conflict


def test_links_do_not_depend_on_the_order_of_adding(tmp_path):
    sides = [said("Ilse Marrow", "Ossel Gazette"), said("Anton Brisk", "Lower Post"), said("Orla Venn", "Upper Sill News")]
    found = []
    for name, order in (("one", sides), ("two", sides[::-1])):
        stored(tmp_path / name, *order)
        run(tmp_path / name)
        with View(tmp_path / name) as view:
            found.append([msgspec.json.encode(link) for link in links(view)])
    assert found[0] == found[1]


def test_the_ledger_is_whole_after_linking(path):
    run(path)
    with Ledger(path) as ledger:
        assert ledger.check() == ()
