"""Trees and names are written by hand here: what is tested is what an engine got wrong."""

import pytest

from sayso.text.mentions_joined import joined
from sayso.text.mentions_page import Page
from sayso.text.parse import Name, Token
from tests.reading import lexicon


def names(text: str, *parts: tuple[str, str], tied: bool = True) -> list[tuple[str, str]]:
    """(words, kind) of what becomes of the parts, in a sentence whose words hang on the last one, or each on the first."""
    words = text.split(" ")
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(len(words))]
    head = len(words) - 1 if tied else 0
    tokens = tuple(
        Token(s, s + len(w), w, "PROPN", "NNP", "", head, "root" if i == head else "compound" if tied else "obl", 0)
        for i, (s, w) in enumerate(zip(starts, words, strict=True))
    )
    page = Page(text, tokens, ((0, len(tokens)),), lexicon())
    found = [Name(span=(text.index(words), text.index(words) + len(words)), kind=kind) for words, kind in parts]
    return [(text[slice(*name.span)], name.kind) for name in joined(page, found)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mazda Majidi", [("Mazda", "organization"), ("Majidi", "person")]),
        ("Arafat Sulemana Abdulai", [("Arafat", "person"), ("Sulemana Abdulai", "person")]),
        ("Oluwaseun Adebayo", [("Oluwaseun", "person"), ("Adebayo", "place")]),
        ("V Kamakoti", [("V", "person"), ("Kamakoti", "person")]),
        ("Sameh El Shokry", [("Sameh", "organization"), ("El", "place"), ("Shokry", "person")]),
    ],
)
def test_parts_of_a_persons_name_become_one(text: str, parts: list[tuple[str, str]]) -> None:
    assert names(text, *parts) == [(text, "person")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("AICTE Kumar", [("AICTE", "organization"), ("Kumar", "person")]),
        ("France Majidi", [("France", "state"), ("Majidi", "person")]),
        ("Majidi Foundation", [("Majidi", "person"), ("Foundation", "organization")]),
        ("Kurdish Majidi", [("Kurdish", "group"), ("Majidi", "person")]),
        ("Port Corren", [("Port", "place"), ("Corren", "person")]),
        ("Orlen Tern", [("Orlen", "organization"), ("Tern", "place")]),
    ],
)
def test_bodies_states_and_peoples_beside_a_person_stay_apart(text: str, parts: list[tuple[str, str]]) -> None:
    assert names(text, *parts) == parts


def test_an_offices_field_is_neither_part_of_the_holders_name_nor_a_body() -> None:
    parts = [("Agriculture", "organization"), ("Merrin", "person")]
    assert names("Secretary of Agriculture Merrin", *parts) == parts[1:]


def test_two_persons_that_the_tree_does_not_tie_stay_two() -> None:
    parts = [("Majidi", "person"), ("Adebayo", "person")]
    assert names("Yesterday Majidi Adebayo", *parts, tied=False) == parts
