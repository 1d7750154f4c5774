from sayso.text.attributions_quoted import is_title
from sayso.text.parse import Quote
from tests.reading import said


def test_a_wholly_quoted_sentence_goes_on_with_the_last_content() -> None:
    text = "“We counted every crate,” customs chief Bram Oduya said. “Eleven were missing.”"
    assert [content for _, _, content in said(text)] == ["“We counted every crate,” … “Eleven were missing.”"]


def test_the_second_half_of_an_interrupted_quotation() -> None:
    text = "“The north of the island,” Deputy Anka Solt said, “has been left to the weather.”"
    assert ("Deputy Anka Solt", "said", "“The north of the island,” … “has been left to the weather.”") in said(text)


def test_a_quotation_of_several_paragraphs_is_one_content() -> None:
    text = "Lena Darrow said: “The first winter was hard.\n\n“The second was harder.”"
    assert ("Lena Darrow", "said", "“The first winter was hard.\n\n“The second was harder.”") in said(text)


def test_a_bare_quotation_has_no_source() -> None:
    assert ("", "", "“The dam will never hold the water.”") in said("“The dam will never hold the water.”\n\nThe river rose.")


def test_titles_of_books_are_nobodys_words() -> None:
    text = "He wrote the book “The Mill That Accused the River: How Grain Claimed a Town” in May."
    assert all("Mill" not in content or cue == "wrote" for _, cue, content in said(text))


def test_a_long_quotation_in_capitals_is_speech_and_no_title() -> None:
    words = "OUR GATE STAYS SHUT UNTIL EVERY BARGE HAS PAID ITS TOLL TO ORLAND. " * 6
    assert is_title("The book “Gate Stays Shut Until Spring” sold well.", Quote(span=(9, 39), inner=(10, 38)))
    assert not is_title(f"He wrote “{words}” to her.", Quote(span=(9, 11 + len(words)), inner=(10, 10 + len(words))))
