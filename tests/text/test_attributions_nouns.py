from tests.reading import chain, said


def test_according_to_speaks_of_its_sentence() -> None:
    assert ("the coast guard", "According to", "two trawlers collided in fog") in said(
        "According to the coast guard, two trawlers collided in fog."
    )
    assert ("a pilot", "according to", "The lights were off") in said("The lights were off, according to a pilot.")


def test_per_cent_is_nobody() -> None:
    assert said("Prices rose 5 per cent in Halden.") == []


def test_a_noun_with_its_owner_and_clause() -> None:
    assert ("The ministry’s", "claim", "the wells were clean") in said(
        "The ministry’s claim that the wells were clean did not last."
    )


def test_hearsay_has_no_source() -> None:
    assert ("", "reportedly", "The regent … has fallen ill") in said("The regent reportedly has fallen ill.") or (
        "",
        "reportedly",
        "The regent has … fallen ill",
    ) in said("The regent has reportedly fallen ill.")


def test_whoever_is_cited_speaks_within_the_report() -> None:
    text = "Citing a palace official, the Halden Post reported that the regent had fallen ill."
    assert ("a palace official", "Citing", "the regent had fallen ill") in said(text)
    assert chain(text) == {"Citing": "reported", "reported": None}


def test_a_reason_that_is_cited_is_the_citers_content() -> None:
    assert ("The mayor", "citing", "poor health") in said("The mayor resigned, citing poor health.")
