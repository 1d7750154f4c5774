import pytest

from sayso.read import leftovers
from sayso.text.parse import Argument, Frame, Quote
from tests.reading import lexicon, parsed


def left(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*found.span)], found.why) for found in leftovers.read(parsed(text), lexicon())]


def test_a_quotation_that_no_statement_holds_is_left_over() -> None:
    assert left("Over the gate hung “closed in the name of the river”.") == [
        ("“closed in the name of the river”", "a quotation without a statement")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We were not asked about the mill,” Orla Venn said.",
        "Her book “The War on the Quiet Coast” sold well.",
        "They call it “a poor joke” here.",
        "The ferry sank in the bay.",
    ],
)
def test_what_a_statement_holds_and_what_is_a_name_is_not_left_over(text: str) -> None:
    assert left(text) == []


def test_a_quotation_inside_another_is_not_counted_again() -> None:
    text = "“He wrote ‘we will not be moved again’ there”"
    inner = Quote(span=(10, 37), inner=(11, 36), depth=1)
    assert not leftovers.unread_quotation(text, inner, ())


@pytest.mark.parametrize(
    ("lemma", "role", "cues", "unread"),
    [
        ("say", "ccomp", (), True),
        ("say", "ccomp", ((10, 14),), False),
        ("say", "obj", (), False),
        ("eat", "ccomp", (), False),
        ("know", "ccomp", (), False),
    ],
)
def test_a_verb_of_speech_with_a_clause_wants_a_statement(lemma: str, role: str, cues: tuple, unread: bool) -> None:
    frame = Frame(predicate=(10, 14), token=2, lemma=lemma, arguments=(Argument(role=role, span=(15, 30), head=4),))
    assert leftovers.unread_verb(frame, cues, lexicon()) is unread


def test_a_verb_that_is_denied_is_not_left_over() -> None:
    clause = Argument(role="ccomp", span=(15, 30), head=4)
    frame = Frame(predicate=(10, 14), token=2, lemma="say", arguments=(clause,), negated=True)
    assert not leftovers.unread_verb(frame, (), lexicon())
