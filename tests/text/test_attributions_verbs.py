import pytest

from tests.reading import said

CASES = {
    "plain": ("The harbour master said the ferry had left.", ("The harbour master", "said", "the ferry had left")),
    "after the content": (
        "The bridge was closed, a police spokesman said.",
        ("a police spokesman", "said", "The bridge was closed"),
    ),
    "auxiliaries and negation": (
        "The mayor has not said whether he will resign.",
        ("The mayor", "has not said", "whether he will resign"),
    ),
    "particle": ("The mayor pointed out that the dam was old.", ("The mayor", "pointed out", "the dam was old")),
    "told": ("Orla Venn told reporters that the pumps had failed.", ("Orla Venn", "told", "the pumps had failed")),
    "as she put it": ("The dam, she said, would hold until March.", ("she", "said", "The dam … would hold until March")),
    "participle": ("The mayor resigned, saying that he was ill.", ("The mayor", "saying", "he was ill")),
    "relative pronoun": (
        "Marta Quill, who said she had seen the flash, resigned on Monday.",
        ("who", "said", "she had seen the flash"),
    ),
    "apposition": (
        "Anton Weld, head of the grain board, said stores would last.",
        ("Anton Weld, head of the grain board", "said", "stores would last"),
    ),
    "promise": ("The premier vowed to rebuild the market.", ("The premier", "vowed", "to rebuild the market")),
    "demand": ("The union urged the company to reopen the shaft.", ("The union", "urged", "to reopen the shaft")),
    "belief": ("Many farmers believe the river is poisoned.", ("Many farmers", "believe", "the river is poisoned")),
    "question": ("The judge asked who had signed the order.", ("The judge", "asked", "who had signed the order")),
    "two contents": (
        "The auditor said the books were false and that the keys were missing.",
        ("The auditor", "said", "the books were false … the keys were missing"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_source_cue_and_content_of(name: str) -> None:
    text, expected = CASES[name]
    assert expected in said(text)


def test_a_passive_without_an_agent_has_no_source() -> None:
    assert ("", "was asserted", "the vote had been bought") in said("It was asserted that the vote had been bought.")


def test_narrative_has_no_statements() -> None:
    assert said("The ferry left Halden before dawn. Two men carried the crates to the mill and went home.") == []
