from sayso.model import Mention
from tests.bind.made import document, reader

HOME = "The Danish minister met the Danish king in Denmark. Danish newspapers waited."


def lent(text: str) -> dict[str, tuple[str | None, bool]]:
    """Country of each mention by its name, and whether it is the article's."""
    return {r.name: (r.country, r.by.endswith("+home/1")) for r in reader().read(document(text)) if isinstance(r, Mention)}


def test_officials_without_a_country_are_those_of_the_articles() -> None:
    found = lent(f"{HOME} Prosecutors charged two men.")
    assert found["Prosecutors"] == ("DNK", True)
    assert found["Danish minister"] == ("DNK", False)


def test_private_persons_that_do_nothing_political_get_no_country() -> None:
    assert lent(f"{HOME} A student slept.")["student"] == (None, False)


def test_an_article_between_two_countries_lends_neither() -> None:
    text = "The Danish minister met the Danish king. The Kenyan minister met the Kenyan president. Prosecutors watched."
    assert lent(text)["Prosecutors"] == (None, False)


def test_a_sentence_by_itself_lends_nothing() -> None:
    assert lent("A Danish minister slept while prosecutors charged two men.")["prosecutors"] == (None, False)


def test_officials_behind_a_place_abroad_are_not_the_articles() -> None:
    abroad = f"{HOME} The Danish king slept in Denmark. A bomb went off in Kenya, where prosecutors charged two men."
    assert lent(abroad)["prosecutors"] == (None, False)
