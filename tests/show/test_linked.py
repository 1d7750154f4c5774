import pytest

from sayso.ask.tied import Tie
from sayso.show.linked import labelled, lines

TIE = Tie(
    doc="a" * 16, spans=(), quote="", link="1" * 16, kind="conflicts", sort="attribution", score=0.9, reason="", record="a.s1-2",
    differs="", differs_spans=(), outlet=None, published=None, title=None, other_doc="b" * 16, other_spans=(), other_quote="",
    other_record="b.s1-2", other_differs="Orla Venn … said", other_differs_spans=(), other_outlet="Lower Post", other_published=None,
    other_title=None, by="hand/1",
)  # fmt: skip


def tie(**changed: object) -> Tie:
    return Tie(**{name: getattr(TIE, name) for name in TIE.__struct_fields__} | changed)


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({}, "elsewhere credited to"),
        ({"sort": "fact", "differs": "the board … said", "other_differs": ""}, "stated as fact by"),
        ({"sort": "fact"}, "attributed elsewhere to"),
        ({"sort": "shortened", "differs": "if it rains"}, "shortened in"),
        ({"sort": "shortened"}, "fuller elsewhere"),
        ({"kind": "quote", "sort": "same"}, "also in"),
    ],
)
def test_a_line_says_what_the_other_document_does_with_the_record(changed: dict[str, object], label: str) -> None:
    assert labelled(tie(**changed)) == label


def test_conflicts_come_first_and_each_document_once_a_kind() -> None:
    found = lines([tie(kind="quote", sort="same", score=1.0, link="2" * 16), tie(), tie(score=0.5, link="3" * 16)])
    assert [fact.href for fact in found] == ["/l/" + "1" * 16, "/l/" + "2" * 16]
