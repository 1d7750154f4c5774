import pytest

from sayso.link.copies import links, signature
from sayso.model.signatures import Signature
from tests.link.made import shown, side

STORY = (
    "The lower lock at Ossel was shut on Tuesday after the keeper found a crack in the northern gate. Barges wait above the weir, "
    "and grain for the mills of Harl is carried past it on carts. The water board sent two engineers from Sill, who measured the crack "
    "and said nothing. The mayor spoke of a week. Nobody at the wharf believed him, as the last repair took all of one summer and most "
    "of the autumn that came behind it. "
)
OTHER = (
    "Bread in Harl costs a third more than a month ago, and the bakers of the upper town blame the closed lock. The market is half "
    "empty. A woman with a cart of apples sold them all before noon. The council meets on Friday to talk about flour, carts and the "
    "price of oats, which has doubled since the snow went and may double again before the hay is in. "
)
BOILERPLATE = "Sign up for our letter, follow us wherever you are, and click here to read more stories like this one every day of the week. "


def kept(one: Signature, two: Signature) -> int:
    return len(set(one.values) & set(two.values))


def test_the_same_text_elsewhere_is_a_copy_and_says_what_was_added_and_dropped():
    first = side(STORY + "A boy fell in.", outlet="Ossel Gazette")
    second = side(STORY.replace("The mayor spoke of a week. ", "") + "More to come tonight.", outlet="Lower Post")
    (made,) = links(first, second)
    assert (made.kind, made.sort) == ("copy", "rewrite")
    differs = dict(zip((made.doc_a, made.doc_b), made.differs, strict=True))
    assert "A boy fell in" in shown(first, differs[first.id])
    assert "More to come tonight" in shown(second, differs[second.id])
    assert any("mayor spoke of a week" in words for words in shown(first, differs[first.id]))


def test_the_same_text_with_a_line_more_is_the_same():
    (made,) = links(side(STORY), side(STORY + "More soon.", outlet="Lower Post"))
    assert made.sort == "same"


def test_a_copy_is_found_by_numbers_in_common():
    first, second = side(STORY), side(OTHER + STORY, outlet="Lower Post")
    assert kept(signature(first), signature(second)) >= 2
    assert kept(signature(first), signature(side(OTHER))) == 0


def test_a_part_of_a_longer_text_is_an_excerpt():
    (made,) = links(side(STORY), side(OTHER + STORY + OTHER.upper() + OTHER[::-1], outlet="Lower Post"))
    assert made.sort == "excerpt"


def test_one_address_with_two_texts_is_an_update():
    (made,) = links(side(STORY, url="https://ossel.example/1"), side(STORY + OTHER[:120], url="https://ossel.example/1"))
    assert made.sort == "update"


def test_a_block_that_two_articles_carry_makes_neither_a_copy_of_the_other():
    gallery = "".join(f"Photo {n}: the {n} barges of keeper {n} wait at lock {n} in the rain of day {n}. " for n in range(30))
    first, second = side(STORY + STORY.upper()[::-1] + gallery), side(OTHER + OTHER.upper()[::-1] + gallery)
    (made,) = links(first, second)
    assert (made.sort, made.score) == ("block", 0.4)


def test_boilerplate_makes_no_copy():
    assert list(links(side(STORY + BOILERPLATE), side(OTHER + BOILERPLATE, outlet="Lower Post"))) == []


def test_a_speech_that_two_print_makes_no_copy():
    speech = f"“{STORY.strip()}”"
    assert list(links(side(OTHER + speech), side(BOILERPLATE + speech, outlet="Lower Post"))) == []


@pytest.mark.parametrize("text", ["", "Rain.", "😀 " * 300, "word " * 5000, "\0\ud800"])
def test_odd_texts_are_no_copies_and_never_raise(text: str):
    odd = side(text)
    assert list(links(odd, side(STORY, outlet="Lower Post"))) == []
    assert signature(odd).size >= 0


def test_a_signature_is_the_same_on_every_machine():
    assert signature(side("The lock at Ossel is shut.")).values == (9125671730997724664, -1994652677259530766)


def test_a_passage_that_an_outlet_uses_again_after_months_is_no_rewrite_of_the_article():
    half = STORY[: len(STORY) * 3 // 5]
    old, new = (half + " ".join(f"{word}{n}" for n in range(60)) + "." for word in ("ice", "mud"))
    sorts = [
        [link.sort for link in links(side(old, published="2031-01-02"), side(new, outlet=outlet, published=day))]
        for outlet, day in (("Ossel Gazette", "2031-01-03"), ("Ossel Gazette", "2031-09-03"), ("Lower Post", "2031-09-03"))
    ]
    assert sorts == [["rewrite"], ["block"], ["rewrite"]]


def test_posts_that_two_articles_set_in_make_no_copy():
    post = f"{STORY} — Orla Venn (@orlavenn) April 9, 2031\n\n"
    one, two = (post + " ".join(f"{word}{n}" for n in range(40)) + "." for word in ("ice", "mud"))
    assert list(links(side(one), side(two, outlet="Lower Post"))) == []
