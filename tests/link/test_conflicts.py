import pytest

from sayso.link.conflicts import links
from tests.link.made import LEXICON, shown, side

WORDS = "the northern gate will not hold another winter"
LOST = {
    "negation": (f"“{WORDS},”", "“the northern gate will hold another winter,”"),
    "condition": (
        "“if it rains the mill will stand still until the first of May,”",
        "“the mill will stand still until the first of May,”",
    ),
    "hedge": ("“the two engineers probably knew of the old crack,”", "“the two engineers knew of the old crack,”"),
}


def said(content: str, who: str, outlet: str, name: str | None = None, **facts: object):
    return side(f"{content} {who} said on Monday.", (who, "said", content, name or who), outlet=outlet, **facts)


def found(a, b) -> list[tuple[str, str]]:
    return [(link.sort, link.reason) for link in links(a, b, LEXICON)]


def test_the_same_words_of_two_people_are_a_conflict_that_names_the_pair():
    first, second = said(f"“{WORDS},”", "Ilse Marrow", "Ossel Gazette"), said(f"“{WORDS},”", "Anton Brisk", "Lower Post")
    (link,) = links(first, second, LEXICON)
    assert (link.kind, link.sort) == ("conflicts", "attribution")
    differs = dict(zip((link.doc_a, link.doc_b), link.differs, strict=True))
    assert shown(first, differs[first.id]) == ["Ilse Marrow", "said"]
    assert shown(second, differs[second.id]) == ["Anton Brisk", "said"]
    assert "8 words the same" in link.reason


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ilse Marrow", "Marrow"),
        ("Ilse Marrow", "I. Marrow"),
        ("Abu Karim al-Mohandes", "Abu Karim al-Muhandis"),
        ("Ilse Marrow", "Marrow Ilse"),
    ],
)
def test_two_names_of_one_person_are_no_conflict(one: str, two: str):
    assert found(said(f"“{WORDS},”", one, "Ossel Gazette"), said(f"“{WORDS},”", two, "Lower Post")) == []


def test_chains_are_compared_link_by_link():
    words = f"“{WORDS},”"
    first = side(
        f"A statement by Brisk’s office asserted Ilse Marrow said {words} Reuters reported.",
        ("Reuters", "reported", f"A statement by Brisk’s office asserted Ilse Marrow said {words}", "REUTERS"),
        ("Brisk", "asserted", f"Ilse Marrow said {words}", "Anton Brisk"),
        ("Ilse Marrow", "said", words, "Ilse Marrow"),
    )  # fmt: skip
    second = side(
        f"Ilse Marrow said {words} Marrow’s office announced.",
        ("Marrow’s office", "announced", f"Ilse Marrow said {words}", "Ilse Marrow"),
        ("Ilse Marrow", "said", words, "Ilse Marrow"),
        outlet="Lower Post",
    )
    (link,) = links(first, second, LEXICON)
    differs = dict(zip((link.doc_a, link.doc_b), link.differs, strict=True))
    assert shown(first, differs[first.id]) == ["Brisk", "asserted"]
    assert shown(second, differs[second.id]) == ["Marrow’s office", "announced"]


def test_a_link_more_in_one_chain_is_no_conflict():
    words = f"“{WORDS},”"
    first = side(
        f"Ilse Marrow said {words} an aide told us.",
        ("an aide", "told", f"Ilse Marrow said {words}", ""),
        ("Ilse Marrow", "said", words, "Ilse Marrow"),
    )
    assert found(first, said(words, "Ilse Marrow", "Lower Post")) == []


def test_a_source_without_a_name_contradicts_nobody():
    assert (
        found(said(f"“{WORDS},”", "Ilse Marrow", "Ossel Gazette"), said(f"“{WORDS},”", "an official", "Lower Post", "official"))
        == []
    )


@pytest.mark.parametrize("kind", sorted(LOST))
def test_what_turns_or_weakens_a_quotation_must_not_be_lost(kind: str):
    whole, cut = LOST[kind]
    ((sort, reason),) = found(said(whole, "Ilse Marrow", "Ossel Gazette"), said(cut, "Marrow", "Lower Post", "Ilse Marrow"))
    assert sort == "shortened"
    assert f"a {kind} that Lower Post has not" in reason


def test_a_negation_said_beside_the_cut_is_not_lost():
    whole = said(f"“We will not {WORDS[4:]},”", "Ilse Marrow", "Ossel Gazette")
    beside = side(
        f"Ilse Marrow said they will not “{WORDS[4:]}”.",
        ("Ilse Marrow", "said", f"they will not “{WORDS[4:]}”", "Ilse Marrow"),
        outlet="Lower Post",
    )
    assert found(whole, beside) == []


CLAIM = "the crack in the northern gate was found by the keeper on Tuesday morning"


def test_what_one_attributes_and_the_other_states_is_a_conflict():
    told = side(f"{CLAIM.capitalize()}, the water board said.", ("the water board", "said", CLAIM.capitalize(), ""))
    plain = side(f"{CLAIM.capitalize()}. It is as wide as a hand.", outlet="Lower Post")
    ((sort, reason),) = found(told, plain)
    assert sort == "fact"
    assert "Lower Post says it itself" in reason


def test_an_attribution_that_was_only_not_read_is_no_conflict():
    told = side(f"{CLAIM.capitalize()}, the water board said.", ("the water board", "said", CLAIM.capitalize(), ""))
    unread = side(f"According to the water board, {CLAIM}.", outlet="Lower Post")
    assert found(told, unread) == []


def test_texts_that_agree_are_no_conflict_however_they_were_read():
    text = f"Ilse Marrow and Anton Brisk met. “{WORDS},” Brisk said, with Marrow beside him."
    first = side(text, ("Brisk", "said", f"“{WORDS},”", "Anton Brisk"))
    second = side(text, ("Marrow beside", "said", f"“{WORDS},”", "Ilse Marrow"), outlet="Lower Post")
    assert found(first, second) == []


def test_who_is_named_in_the_words_quoted_is_not_taken_for_who_says_them():
    words = "the president who is against this visit invited me himself"
    first = side(f"“{words},” Anton Brisk said.", ("Anton Brisk", "said", f"“{words},”", "Anton Brisk"))
    text = f"Brisk wrote again. “Orla Venn, {words},” he said."
    second = side(text, ("he", "said", f"“Orla Venn, {words},”", "Orla Venn"), outlet="Lower Post")
    assert [sort for sort, _ in found(first, second) if sort == "attribution"] == []


@pytest.mark.parametrize(
    "whole",
    [
        "“the mill will stand still until the first of May, and if it rains we shall sing,”",
        "“the mill will stand still until the first of May, if you will, and so will we,”",
        "“we knew that not one was wrong, that the mill will stand still until the first of May,”",
    ],
)
def test_what_does_not_turn_the_words_that_are_left_may_be_cut(whole: str):
    cut = "“the mill will stand still until the first of May,”"
    assert found(said(whole, "Ilse Marrow", "Ossel Gazette"), said(cut, "Marrow", "Lower Post", "Ilse Marrow")) == []


def test_a_short_phrase_years_apart_is_two_utterances():
    first = said(f"“{WORDS},”", "Ilse Marrow", "Ossel Gazette", published="2021-01-01")
    assert found(first, said(f"“{WORDS},”", "Anton Brisk", "Lower Post", published="2031-01-01")) == []
