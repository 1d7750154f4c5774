from pathlib import Path

from sayso.ask import copies
from sayso.ledger import View
from tests.link.ledgers import COPY, LATER, WIRE, dated, linked
from tests.link.test_copies import OTHER, STORY


def rows(path: Path, **options: str) -> list[copies.Copy]:
    with View(path) as view:
        return list(copies.ask(view, **options))


def test_the_origin_is_whom_the_others_credit_even_if_a_copy_bears_an_earlier_date(tmp_path):
    found = rows(linked(tmp_path / "ossel.sayso"))
    assert [(row.doc, row.origin) for row in found] == [(WIRE.id, True), (COPY.id, False), (LATER.id, False)]
    assert found[0].why == "1 of the others credit Reuters"
    assert (found[1].credits, found[1].members) == (("Reuters",), 3)


def test_without_credits_the_earliest_is_the_likely_origin(tmp_path):
    early, late = dated(STORY, "Ossel Gazette", "2031-04-01"), dated(STORY, "Lower Post", "2031-04-02")
    found = rows(linked(tmp_path / "ossel.sayso", late, early))
    assert [row.doc for row in found] == [early.id, late.id]
    assert found[0].why == "published first, on 2031-04-01"


def test_families_that_have_nothing_in_common_stay_apart(tmp_path):
    sides = [dated(text, outlet) for text in (STORY, OTHER) for outlet in ("Ossel Gazette", "Lower Post", "Harl Sheet")]
    found = rows(linked(tmp_path / "ossel.sayso", *sides))
    assert sorted(row.members for row in found) == [3] * 6
    assert len({row.family for row in found}) == 2
    assert len(rows(tmp_path / "ossel.sayso", in_=sides[0].id)) == 3
