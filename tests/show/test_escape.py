import pytest

from sayso.show.escape import doubt, escaped, name_markup, safe_link


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//veld.example/a", "https://", "http://[", "https://a b", "ftp://a/b",
     " https://veld.example", "https://veld.example/\nx", "https://veld.example/\u202egpj.exe", None, ""],
)  # fmt: skip
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert safe_link(url) is None


def test_an_address_of_the_web_is_kept_as_it_is() -> None:
    assert safe_link("https://veld.example/a?b=<c>") == "https://veld.example/a?b=<c>"


@pytest.mark.parametrize("name", ["Ilse\u202emmarB", "Il\u200bse", "Вramm", "Il\u200dse", "Ilse\x1b[31m"])
def test_names_that_deceive_are_doubted(name: str) -> None:
    assert doubt(name)


@pytest.mark.parametrize(
    "name", ["Ilse Bramm", "Zoë O’Neill-Ångström", "Илзе Брамм", "艾尔莎", "محمد", "علی\u200cرضا", "Ilse\nBramm"]
)
def test_honest_names_are_not_doubted(name: str) -> None:
    assert doubt(name) is None


def test_escaping_keeps_the_number_of_characters_a_reader_sees() -> None:
    from html import unescape

    text = "<a href='x'>\"&amp;\" 🛶 e\u0301"
    assert unescape(escaped(text)) == text


def test_whom_no_text_names_is_told_in_words_and_not_by_our_own_term() -> None:
    assert name_markup("unstated") == "<i>nobody named</i>"
