from sayso.text.parse import Frame
from tests.reading import parsed


def frame(text: str, word: str) -> tuple[Frame, dict[str, str]]:
    found = next(f for f in parsed(text).frames if text[slice(*f.predicate)] == word)
    return found, {a.role: text[slice(*a.span)] for a in found.arguments}


def test_arguments_carry_role_and_words() -> None:
    _, arguments = frame("The guild sent a letter in March.", "sent")
    assert arguments["nsubj"] == "The guild"
    assert arguments["obj"] == "a letter"
    assert arguments["obl:in"] == "March"


def test_a_passive_has_its_agent() -> None:
    found, arguments = frame("The mill was closed by the guild.", "closed")
    assert found.passive
    assert arguments["nsubj:pass"] == "The mill"
    assert arguments["obl:agent"] == "the guild"


def test_coordinated_and_controlled_verbs_share_the_subject() -> None:
    assert frame("The guild closed the mill and sold the land.", "sold")[1]["nsubj"] == "The guild"
    assert frame("The guild promised to sell the land.", "sell")[1]["nsubj"] == "The guild"
    assert frame("The guild asked the mayor to resign.", "resign")[1]["nsubj"] == "the mayor"


def test_modality_polarity_and_condition_are_kept() -> None:
    text = "The guild may not close the mill if the mayor pays."
    found, _ = frame(text, "close")
    assert found.negated
    assert found.modality is not None
    assert text[slice(*found.modality)] == "may"
    assert found.condition is not None
    assert text[slice(*found.condition)] == "if the mayor pays"


def test_a_copular_clause_is_a_frame_of_its_complement() -> None:
    found, arguments = frame("The mayor is ill.", "ill")
    assert (found.lemma, arguments["nsubj"]) == ("ill", "The mayor")
