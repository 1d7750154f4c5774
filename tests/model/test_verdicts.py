import msgspec
import pytest

from sayso.errors import UsageError
from sayso.model.verdicts import Change, alike, differing, sealed, spans_of, standing, unaltered
from tests.ledger.made import document, harbour, span

DOC = document()
LOST = harbour(DOC)[3]
BASE = {"about": LOST.id, "doc": DOC.id, "who": "Ada", "when": "2031-04-09T10:00:00Z"}


def test_a_verdict_is_sealed_over_all_it_says():
    made = sealed(says="accept", seen=LOST, **BASE)
    assert unaltered(made)
    assert not unaltered(msgspec.structs.replace(made, who="Ben"))
    assert not unaltered(msgspec.structs.replace(made, seen=None))
    assert made.sha256.startswith(made.id)


@pytest.mark.parametrize(
    ("says", "change", "why"),
    [
        ("doubt", Change(), "no verdict"),
        ("correct", Change(), "takes a record"),
        ("accept", Change(record=LOST), "changes no record"),
        ("same", Change(), "takes another"),
        ("accept", Change(other="x"), "is about one"),
        ("same", Change(other=LOST.id), "one already"),
        ("undo", Change(), "takes the verdict"),
        ("reject", Change(undoes="x"), "undoes nothing"),
    ],
)
def test_parts_that_do_not_go_together_are_refused(says, change, why):
    with pytest.raises(UsageError, match=why):
        sealed(says=says, change=change, **BASE)


def test_a_correction_is_of_the_record_it_is_about():
    with pytest.raises(UsageError, match="are two"):
        sealed(says="correct", change=Change(record=msgspec.structs.replace(LOST, id="other")), **BASE)


def test_what_is_undone_stands_no_more():
    first = sealed(says="accept", **BASE)
    second = sealed(says="reject", nth=1, **BASE)
    undone = sealed(says="undo", change=Change(undoes=second.id), nth=2, **BASE)
    assert standing((first, second)) == (first, second)
    assert standing((first, second, undone)) == (first,)


def test_readings_are_alike_whoever_found_them_and_however_sure():
    assert alike(LOST, msgspec.structs.replace(LOST, by="later/2", score=0.1))
    assert not alike(LOST, msgspec.structs.replace(LOST, act="claim"))
    assert not alike(LOST, None)
    assert differing(LOST, msgspec.structs.replace(LOST, act="claim", score=0.1)) == ("act",)


def test_every_span_of_a_record_is_given():
    assert set(spans_of(LOST)) >= {span(DOC, "“We lost nine days,”"), span(DOC, "said"), span(DOC, "harbour master Ilse Marrow")}
