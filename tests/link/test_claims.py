import pytest

from sayso.link import claims, units
from sayso.model import Time
from tests.link.made import LEXICON, Side, side

ONE = "Ilse Marrow told reporters that 25 bargemen of Harl drowned when the Ossel weir burst."
SAME = "At least 25 bargemen died in Harl as the weir at Ossel burst on Sunday."
OTHER = "The bakers of Harl raised their prices, and 25 of them closed the ovens on Sunday."
LONG_AGO = {"published": "2029-01-01"}


def told(text: str, outlet: str = "Lower Post", **facts: object) -> Side:
    said = (
        [("Ilse Marrow", "told", "25 bargemen of Harl drowned when the Ossel weir burst", "Ilse Marrow")]
        if "Marrow" in text
        else []
    )
    return side(text, *said, outlet=outlet, **facts)


def linked(*sides: Side) -> list[tuple[str, str]]:
    a, b = (units.units(one, LEXICON) for one in sides)
    found = {value: 1 + (value in a.features() and value in b.features()) for value in (*a.features(), *b.features())}
    weight = claims.weights(found, 100)
    if not claims.near_in_time(a, b):
        return []
    made = claims.links((sides[0].id, sides[1].id), a, b, (sides[0].outlet, sides[1].outlet), weight)
    return [(link.kind, link.sort) for link in made]


def test_one_thing_told_in_other_words_is_one_claim():
    assert linked(told(ONE, "Ossel Gazette"), told(SAME)) == [("claim", "stated as fact")]


def test_what_one_actor_says_in_two_documents_is_so_named():
    again = ONE.replace("told reporters that", "told the council that")
    assert linked(told(ONE, "Ossel Gazette"), told(again)) == [("claim", "same speaker")]


def test_other_things_with_words_in_common_are_no_claim():
    assert linked(told(SAME, "Ossel Gazette"), told(OTHER)) == []


def test_what_is_years_apart_is_no_claim():
    assert linked(told(ONE, "Ossel Gazette", published="2031-01-01"), told(SAME, **LONG_AGO)) == []


def test_a_formula_of_one_outlet_is_no_claim():
    formula = "Sign up in Ossel for the Harl letter of the Lower Post and get 25 stories."
    assert linked(told(formula, "Lower Post"), told(formula + " ", "Lower Post")) == []


@pytest.mark.parametrize(("many", "least"), [(1, 4.0), (100, 0.0)])
def test_what_few_documents_have_weighs_most(many: int, least: float):
    assert claims.weights({units.feature(units.WORD, "weir"): many}, 100)[units.feature(units.WORD, "weir")] >= least


def changed(old: str, new: str) -> Side:
    text, who = ONE.replace(old, new), "Ilse Marrow".replace(old, new)
    return side(text, (who, "told", text.removeprefix(f"{who} told reporters that ").removesuffix("."), who), outlet="Lower Post")


def test_the_same_words_about_somebody_else_are_no_claim():
    assert linked(told(ONE, "Ossel Gazette"), changed("Ilse Marrow", "Orla Venn")) == []


def test_the_same_told_with_another_figure_is_a_conflict_and_no_claim():
    assert linked(told(ONE, "Ossel Gazette"), changed("25", "40")) == [("conflicts", "figures")]


def test_the_figures_of_a_date_contradict_nothing():
    doc = side("Ilse Marrow of Harl counted 25 barges on May 30.", ("Ilse Marrow", "counted", "25 barges", "Ilse Marrow"))
    at = Time(id=f"{doc.id}.t42-48", doc=doc.id, anchor=((42, 48),), kernel=(42, 48), score=1, by="", span=(42, 48), timex="DATE")
    assert units.figures(Side(doc.document, (*doc.records, at)), (0, 49)) == ["25"]
