from tests.reading import said

DIRECT = "“The pumps were switched off at noon,”"


def test_a_quotation_before_or_after_its_cue() -> None:
    assert ("Orla Venn", "said", DIRECT) in said(f"{DIRECT} Orla Venn said.")
    assert ("Orla Venn", "said", DIRECT) in said(f"{DIRECT} said Orla Venn.")
    assert ("Orla Venn", "said", "“We were not asked.”") in said("Orla Venn said: “We were not asked.”")


def test_any_verb_tags_a_quotation_that_ends_in_a_comma() -> None:
    assert ("the widow", "sighed", "“Not one of them came back,”") in said("“Not one of them came back,” the widow sighed.")


def test_a_colon_hands_over_to_the_next_paragraph() -> None:
    found = said("The mayor wrote in a letter:\n\n“The dam is old. It will not hold.”\n\nThe river rose.")
    assert ("The mayor", "wrote", "“The dam is old. It will not hold.”") in found


def test_a_label_names_the_speaker_and_a_caption_does_not() -> None:
    assert ("Orla Venn", "", "The pumps were switched off at noon.") in said("Orla Venn: The pumps were switched off at noon.")
    assert said("FILE PHOTO: The harbour of Halden in March.") == []


def test_a_signed_quotation() -> None:
    assert ("Orla Venn", "", "“We were not asked, and we will not forget.”") in said(
        "“We were not asked, and we will not forget.” — Orla Venn"
    )


def test_a_post_is_its_authors_and_not_the_outlets() -> None:
    text = "The dam broke at noon.\n\nWe asked for sand, not for speeches. — Orla Venn (@orla_venn) January 3, 2020\n\nThe river rose."
    assert ("Orla Venn (@orla_venn)", "", "We asked for sand, not for speeches.") in said(text)
    assert said("The crew (of five) went home at noon – tired and wet.") == []


def test_a_headline_with_quoted_words_speaks_for_nobody_named() -> None:
    text = "Dam ‘Will Not Hold’ Through Winter\n\nThe river rose in Halden on Monday."
    assert ("", "", "Dam ‘Will Not Hold’ Through Winter") in said(text)
