import pytest

from sayso.errors import ModelError
from sayso.lexicon import triggers

HEAD = "\t".join(("feature", "event", *triggers.TYPES))


def test_a_word_may_name_several_acts() -> None:
    found = triggers.load()
    assert {s.type for s in found.senses("V", "accept")} >= {"AGREE", "CONCEDE"}
    assert found.senses("V", "accuse")[0].strong
    assert found.senses("V", "knit") == ()


def test_features_weigh_for_being_an_event_and_for_its_type() -> None:
    blank = "\t" * len(triggers.TYPES)
    model = triggers.model(
        [HEAD, f"threshold\t0.3{blank}", "word V shell\t4\t" + "\t".join("9" if t == "ASSAULT" else "" for t in triggers.TYPES)]
    )
    assert model.threshold == 0.3 < model.chance({"word V shell": 1.0})
    kinds = model.kinds({"word V shell": 1.0})
    assert triggers.TYPES[kinds.index(max(kinds))] == "ASSAULT"


@pytest.mark.parametrize("row", ["accuse\tV\tBLAME\tstrong\t\t0\t0\tx", "accuse\tV\tACCUSE\tstrong\t\t0\t1\tx", "accuse\tV"])
def test_a_row_that_does_not_hold_is_named(row: str) -> None:
    with pytest.raises(ModelError, match="line 2"):
        triggers.words(["lemma\tpos\ttype\tgrade\tmodes\tseen\tright\tsource", row])
