import pytest

from sayso.errors import ModelError
from sayso.lexicon.cues import ACTS, load, read

HEAD = "lemma\tpattern\tact\tcore\tseen\tright\tsource"


def test_what_ships_holds() -> None:
    cues = load()
    assert cues.find("clause", "say").score > 0.9
    assert cues.find("clause", "deny").act == "deny"
    assert cues.speaks("say")
    assert not cues.speaks("carry")
    assert {cue.act for cue in cues.pairs.values()} <= ACTS


def test_a_pair_is_scored_by_its_counts_and_the_patterns_rate() -> None:
    cues = read([HEAD, "*\tobject\tsay\tcore\t10\t5\tx", "hum\tobject\tsay\tcore\t4\t4\tx"])
    assert cues.find("object", "hum").score == 0.75
    assert cues.find("object", "buzz").score == 0.5


def test_a_word_that_speaks_in_one_pattern_speaks_in_all() -> None:
    cues = read([HEAD, "*\tquotation\tsay\tcore\t10\t1\tx", "hum\tclause\tsay\tcore\t10\t9\tx"])
    assert cues.find("quotation", "hum").score == 0.9
    assert cues.find("quotation", "buzz").score == 0.1


def test_words_with_an_act_have_a_rate_of_their_own() -> None:
    cues = read([HEAD, "*\tobject\tsay\tcore\t10\t1\tx", "+\tobject\tsay\tcore\t10\t6\tx", "scold\t*\tclaim\tcore\t0\t0\tx"])
    assert cues.find("object", "scold").act == "claim"
    assert (cues.find("object", "scold").score, cues.find("object", "carry").score) == (0.6, 0.1)


@pytest.mark.parametrize(
    "row",
    [
        "hum\tclause\tsing\tcore\t1\t1\tx",
        "hum\tclause\tsay\tcore\t1\t2\tx",
        "hum\tclause\tsay\tcore\t1\t1\t",
        "hum\tclause\tsay\tcore\tone\t1\tx",
    ],
)
def test_a_row_that_does_not_hold_is_refused_with_its_line(row: str) -> None:
    with pytest.raises(ModelError, match="line 2"):
        read([HEAD, row])


def test_every_row_has_a_source() -> None:
    with pytest.raises(ModelError):
        read([HEAD, "hum\tclause\tsay\tcore\t1\t1\t"])
