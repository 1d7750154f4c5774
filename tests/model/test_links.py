from sayso.model.links import End, link
from sayso.model.signatures import packed, unpacked

ONE = End(record="aa.s3-7", doc="aa", spans=((0, 9),), differs=((3, 4),))
TWO = End(record="bb.s1-2", doc="bb", spans=((4, 8),), differs=((5, 6), (7, 8)))


def test_a_link_is_the_same_whichever_end_comes_first():
    made = link("quote", TWO, ONE, reason="same words", score=1, by="quotes/1")
    assert made == link("quote", ONE, TWO, reason="same words", score=1, by="quotes/1")
    assert (made.a, made.b, made.differs) == (ONE.record, TWO.record, (ONE.differs, TWO.differs))


def test_the_id_of_a_link_says_kind_records_and_place_and_nothing_else():
    made = link("quote", ONE, TWO, reason="same words", score=1, by="quotes/1")
    assert made.id == link("quote", ONE, TWO, reason="other words", score=0.5, by="quotes/2").id
    assert made.id != link("quote", ONE, TWO, reason="same words", score=1, by="quotes/1", sort="near").id


def test_a_link_knows_its_other_end():
    made = link("copy", ONE, TWO, reason="same text", score=1, by="copies/1")
    assert (made.other("aa"), made.other("bb")) == ("bb", "aa")


def test_numbers_come_back_from_bytes():
    assert list(unpacked(packed([0, 2**63 - 1, -(2**63)]))) == [0, 2**63 - 1, -(2**63)]
