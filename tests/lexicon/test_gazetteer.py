import pytest

from sayso.lexicon.gazetteer import Gazetteer, outlines


@pytest.fixture(scope="module")
def known() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Baghdad", "IRQ", ("Baghdad", "point", "IRQ")),
        ("the west of Mosul", "IRQ", ("Mosul", "point", "IRQ")),
        ("Anbar", "IRQ", ("Anbar", "region", "IRQ")),
        ("the Strait of Hormuz", None, ("Strait of Hormuz", "region", None)),
        ("Iraq", None, ("Iraq", "country", "IRQ")),
        ("the customs house", "NOR", ("Norway", "country", "NOR")),
        ("Vellin", None, ("Vellin", "unknown", None)),
        ("Vellin", "SIL", ("Vellin", "unknown", None)),
    ],
)
def test_a_name_comes_to_a_place_no_closer_than_it_says(
    known: Gazetteer, name: str, country: str | None, found: tuple[str, str, str | None]
) -> None:
    spot = known.spot(name, country)
    assert (spot.name, spot.precision, spot.country) == found
    assert (spot.latitude is None) == (found[1] in ("country", "unknown"))


def test_a_place_of_another_country_is_not_meant(known: Gazetteer) -> None:
    assert known.spot("Paris", "FRA").precision == "point"
    assert known.spot("Paris", "USA") == known.whole("USA")


def test_a_part_of_a_name_is_taken_only_within_the_country_that_the_text_gives(known: Gazetteer) -> None:
    assert known.spot("Vienna Street", None).precision == "unknown"


def test_the_outlines_have_the_countries_we_code_once_each() -> None:
    codes = [country.code for country in outlines() if country.code]
    assert len(codes) == len(set(codes)) > 190
    assert {"IRQ", "SSD", "KOS", "COD", "COG", "PSE"} <= set(codes)


def test_an_outline_lies_around_its_capital() -> None:
    italy = next(country for country in outlines() if country.code == "ITA")
    xs, ys = zip(*max(italy.rings, key=len), strict=True)
    assert min(xs) < 12.5 < max(xs)
    assert min(ys) < 41.9 < max(ys)


def test_what_is_too_long_for_a_name_costs_no_time(known: Gazetteer) -> None:
    words = "b " * 100_000
    assert known.spot(words, "NOR") == known.whole("NOR")
    assert known.spot(words + "Baghdad", "IRQ") == known.whole("IRQ")
    assert known.spot(words, None).precision == "unknown"
