import pytest

from sayso.link.quotations import links, signature
from tests.link.made import shown, side

QUOTE = "we shall open the lower lock before the barley is in"
SPEAKER = ("Ilse Marrow", "said", "“{}”", "Ilse Marrow")


def one(words: str, outlet: str = "Ossel Gazette"):
    return side(f"Ilse Marrow said: “{words}”", ("Ilse Marrow", "said", f"“{words}”", "Ilse Marrow"), outlet=outlet)


def made(first: str, second: str):
    return list(links(one(first), one(second, "Lower Post")))


@pytest.mark.parametrize(
    ("changed", "sort"),
    [
        (QUOTE, "same"),
        (QUOTE.capitalize() + ",", "same"),
        (f"{QUOTE}. Period.", "shortened"),
        ("open the lower lock before the barley is in", "shortened"),
        (QUOTE.replace("lower lock", "lock"), "near"),
        (QUOTE.replace("we shall", "we [will]"), "shortened"),
        (QUOTE.replace("lower lock before", "lower lock … before"), "same"),
        (QUOTE.replace("open", "[reopen]"), "near"),
    ],
)
def test_the_same_words_are_found_however_they_are_cut(changed: str, sort: str):
    (link,) = made(QUOTE, changed)
    assert (link.kind, link.sort) == ("quote", sort)
    assert set(signature(one(QUOTE)).values) & set(signature(one(changed)).values)


@pytest.mark.parametrize(
    "other",
    [
        "the lower lock",
        "we shall open the market on Friday",
        "nobody will open the gate before the rye is in",
        "before the barley is in we mend the nets and the sails",
    ],
)
def test_a_phrase_in_common_is_not_the_same_words(other: str):
    assert made(QUOTE, other) == []


def test_a_link_of_quotations_says_who_is_said_to_have_said_it():
    first = one(QUOTE)
    second = side(f"Orla Venn said: “{QUOTE}”", ("Orla Venn", "said", f"“{QUOTE}”", "Orla Venn"), outlet="Lower Post")
    (link,) = links(first, second)
    assert {link.a, link.b} == {first.statements[0].id, second.statements[0].id}
    assert "Ossel Gazette: Ilse Marrow" in link.reason
    assert "Lower Post: Orla Venn" in link.reason


def test_the_words_in_which_they_part_are_shown():
    first, second = one(QUOTE), one(QUOTE.replace("lower", "upper"), "Lower Post")
    (link,) = links(first, second)
    differs = dict(zip((link.doc_a, link.doc_b), link.differs, strict=True))
    assert (shown(first, differs[first.id]), shown(second, differs[second.id])) == (["lower"], ["upper"])


def test_words_without_marks_are_no_quotation():
    plain = side(f"Ilse Marrow said that {QUOTE}.", outlet="Lower Post")
    assert list(links(one(QUOTE), plain)) == []
    assert signature(plain).values == ()


def test_a_quotation_that_lost_the_blank_before_its_mark_is_found():
    glued = side(f'The keeper left the lock."{QUOTE.capitalize()}," he wrote. "No."', outlet="Lower Post")
    (link,) = links(one(QUOTE), glued)
    assert link.sort == "same"


def test_what_stands_between_two_quotations_is_none():
    between = side(f'"No." {QUOTE.capitalize()}. "Yes." Nothing."', outlet="Lower Post")
    assert list(links(one(QUOTE), between)) == []
