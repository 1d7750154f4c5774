from sayso.link.independence import Telling, sources, told


def telling(doc: str, outlet: str = "", **more: object) -> Telling:
    return Telling(doc=doc, outlet=outlet or f"Outlet {doc}", **more)


def test_fifty_copies_do_not_move_the_count():
    apart = [telling("a", rests_on="Ilse Marrow"), telling("b", rests_on="Anton Brisk")]
    copies = [telling(f"c{n:02}", family="c00", rests_on="Anton Brisk") for n in range(50)]
    assert len(sources(apart)) == len(sources([*apart, *copies])) == 2
    assert told(sources([*apart, *copies])) == "at most 2 independent sources in 52 documents"


def test_two_outlets_that_rest_on_one_official_are_one():
    (found,) = sources([telling("a", rests_on="Ilse Marrow"), telling("b", rests_on="Ilse Marrow")])
    assert found.why == "counted once: 2 documents of Outlet a, Outlet b; all rest on the word of Ilse Marrow"


def test_an_outlet_that_credits_an_agency_is_one_with_it():
    found = sources([telling("a", "Reuters"), telling("b", credits=("Reuters",)), telling("c")])
    assert [[member.doc for member in source.members] for source in found] == [["a", "b"], ["c"]]
    assert "credits Reuters" in found[0].why


def test_copies_are_told_of_with_whose_word_they_carry():
    (found,) = sources([telling(doc, family="a", credits=("Reuters",), rests_on="the ministry") for doc in "abc"])
    assert found.why == "counted once: 3 copies of one text; credits Reuters; all rest on the word of the ministry"


def test_a_single_source_is_kept_and_labelled():
    found = sources([telling("a", rests_on="Ilse Marrow")])
    assert found[0].why == "a single document, of Outlet a; it rests on the word of Ilse Marrow"
    assert told(found) == "one source only: 1 document, nobody else tells it here"


def test_unnamed_officials_of_two_outlets_are_not_made_one():
    found = sources([telling(doc, rests_on="an official", named=False) for doc in "ab"])
    assert len(found) == 2
    assert found[0].why.endswith("whose source is not named")
