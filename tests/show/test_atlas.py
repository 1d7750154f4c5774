from sayso.ask.places import Place
from sayso.show.atlas import drawn


def place(
    name: str, country: str | None, events: int = 1, at: tuple[float, float] | None = None, precision: str = "point"
) -> Place:
    latitude, longitude = at or (None, None)
    return Place(
        name=name, precision=precision if at or precision == "unknown" else "country", country=country, latitude=latitude,
        longitude=longitude, names=(name,), events=events, documents=1, happened=events, claimed=0, denied=0, foretold=0,
    )  # fmt: skip


def test_a_country_is_shaded_and_never_a_dot_in_its_capital() -> None:
    made = drawn([place("Norway", "NOR", 4)], whole=False)
    assert made.dots == ()
    assert [(shape.code, shape.shade, shape.title) for shape in made.shapes if shape.shade] == [
        ("NOR", 5, "Norway: 4 events, 4 without a closer place")
    ]


def test_a_country_counts_what_happened_anywhere_in_it() -> None:
    made = drawn([place("Norway", "NOR", 3), place("Oslo", "NOR", 1, (59.9, 10.7))], whole=True)
    assert [shape.title for shape in made.shapes if shape.shade] == ["Norway: 4 events, 3 without a closer place"]
    assert [dot.title for dot in made.dots] == ["Oslo: 1 event"]


def test_what_lies_somewhere_around_is_drawn_otherwise() -> None:
    made = drawn([place("North Sea", None, 1, (56.0, 3.0), "region"), place("Oslo", "NOR", 1, (59.9, 10.7))], whole=False)
    assert [dot.wide for dot in made.dots] == [True, False]


def test_north_is_up_and_east_is_right_on_both_maps() -> None:
    for whole in (True, False):
        oslo, rome = drawn([place("Oslo", "NOR", 1, (59.9, 10.7)), place("Rome", "ITA", 1, (41.9, 12.5))], whole=whole).dots
        assert oslo.y < rome.y
        assert oslo.x < rome.x
        assert oslo.y > 0
        assert rome.x < 960


def test_a_closer_view_tells_what_lies_outside_it() -> None:
    places = [
        place("Oslo", "NOR", 5, (59.9, 10.7)),
        place("Bergen", "NOR", 4, (60.4, 5.3)),
        place("Suva", "FJI", 1, (-18.1, 178.4)),
    ]
    near, whole = drawn(places, whole=False), drawn(places, whole=True)
    assert (near.closer, near.outside, len(near.dots)) == (True, 1, 2)
    assert (whole.closer, whole.outside, len(whole.dots)) == (False, 0, 3)


def test_a_view_over_the_date_line_stays_small() -> None:
    made = drawn([place("Suva", "FJI", 2, (-18.1, 178.4)), place("Apia", "WSM", 2, (-13.8, -171.8))], whole=False)
    assert made.closer
    assert abs(made.dots[0].x - made.dots[1].x) < made.width
    assert all(0 <= dot.x <= made.width for dot in made.dots)


def test_places_without_a_place_are_counted_and_not_drawn() -> None:
    made = drawn([place("Vellin", None, 3, None, "unknown")], whole=False)
    assert (made.unplaced, made.outside, made.dots, made.labels) == (3, 0, (), ())


def test_names_never_lie_over_each_other() -> None:
    crowd = [place(f"Place {n}", "DEU", 30 - n, (50 + n % 5 * 0.3, 9 + n // 5 * 0.4)) for n in range(25)]
    labels = drawn(crowd, whole=False).labels
    assert len(labels) > 1
    for n, one in enumerate(labels):
        assert all(abs(one.y - other.y) > 10 or abs(one.x - other.x) > 6 * len(one.text) for other in labels[:n])
