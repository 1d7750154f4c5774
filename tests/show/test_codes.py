from sayso.ledger.deeds import Party
from sayso.lexicon.own import BEYOND, SECTORS
from sayso.show import codes, doings


def test_every_sector_that_a_list_may_give_has_words() -> None:
    assert set(codes.SECTORS) == set(SECTORS)


def test_a_side_is_told_in_words() -> None:
    assert doings.spelt(Party("soldiers", "group", "IRN", "MIL")) == "Iran, military"
    assert doings.spelt(Party("somebody", "person", None, "UNK")) == ""
    assert (
        doings.worded((Party("soldiers", "group", "IRN", "MIL"), Party("Ilse Bramm", "person")))
        == "soldiers (Iran, military), Ilse Bramm"
    )


def test_what_is_no_country_is_never_called_one() -> None:
    assert not set(codes.states()) & set(BEYOND)
