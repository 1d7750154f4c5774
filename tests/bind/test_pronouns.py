import pytest

from tests.bind.made import bound, speakers


def who(text: str, pronoun: str) -> str | None:
    """Whom the last such pronoun stands for."""
    return [name for words, name in bound(text) if words == pronoun][-1]


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("Joren Pahl opened the session. He left early.", "He", "Joren Pahl"),
        ("Orla Venn met Joren Pahl. She left early.", "She", "Orla Venn"),
        ("Peter Pahl met Mary Venn. She left early.", "She", "Mary Venn"),
        ("Joren Pahl sold his boat to Bram Oduya.", "his", "Joren Pahl"),
        ("Joren Pahl said he would resign.", "he", "Joren Pahl"),
        ("“I will resign,” said Joren Pahl.", "I", "Joren Pahl"),
        ("Marta Quill, who saw the flash, left before dark.", "who", "Marta Quill"),
        ("Bram Oduya claimed in his speech that the dam was safe, Joren Pahl pointed out.", "his", "Bram Oduya"),
    ],
)
def test_a_pronoun_stands_for_the_person_meant(text: str, pronoun: str, actor: str) -> None:
    assert who(text, pronoun) == actor


def test_two_arguments_of_one_verb_are_two_persons() -> None:
    assert who("Joren Pahl told him.", "him") is None


def test_a_dead_man_does_not_argue() -> None:
    text = (
        "Bram Oduya argued that the raid was unlawful. While the army was silent, Oduya called attention to the fact that Colonel "
        "Piet Lom was killed alongside General Victor Sand. Twenty others were hurt in the town.\n\n"
        "“It was never debated,” he argued, “and it should have been.”"
    )
    assert speakers(text)[-1] == "Bram Oduya"


def test_a_speaker_comes_back_after_another_persons_quoted_claim() -> None:
    text = (
        "Joren Pahl pointed out that Bram Oduya claimed the dam was safe. If so, Pahl said, the town may sleep. "
        "But the cracks show “how little was done,” he said."
    )
    assert speakers(text)[-1] == "Joren Pahl"


def test_it_may_stand_for_nobody() -> None:
    assert all(words != "It" for words, _ in bound("It rained on Orla Venn. It was late."))


def test_they_in_one_quotation_is_left_alone_without_a_group() -> None:
    assert who("“They know it,” said Orla Venn.", "They") is None
