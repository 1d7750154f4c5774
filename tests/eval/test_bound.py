import csv

import pytest

from eval import bound, shared
from sayso.model import Mention

TEXT = "Orla Venn spoke. Later she left."


def mention(start: int, end: int, kind: str, name: str, refers_to: str | None = None) -> Mention:
    span = (start, end)
    return Mention(
        id=f"m{start}", doc="d", anchor=(span,), kernel=span, score=1.0, by="t", span=span, head=span, kind=kind, name=name,
        refers_to=refers_to)  # fmt: skip


NAME = mention(0, 9, "person", "Orla Venn")


@pytest.mark.parametrize(
    ("refers_to", "expected"),
    [("m0", "right"), (None, "unbound")],
)
def test_a_pronoun_is_right_where_its_actor_has_a_mention_there(refers_to: str | None, expected: str) -> None:
    case = bound.Case((23, 26), "", ((0, 9),), "named")
    assert bound.verdict(case, [NAME, mention(23, 26, "pronoun", "she", refers_to)]) == expected


def test_another_actor_is_wrong() -> None:
    case = bound.Case((23, 26), "", ((17, 22),), "named")
    assert bound.verdict(case, [NAME, mention(23, 26, "pronoun", "she", "m0")]) == "wrong"


def test_who_stands_for_nobody_is_right_unbound() -> None:
    case = bound.Case((23, 26), "", (), "nobody")
    assert bound.verdict(case, [NAME, mention(23, 26, "pronoun", "she")]) == "right"
    assert bound.verdict(case, [NAME, mention(23, 26, "pronoun", "she", "m0")]) == "wrong"
    assert bound.verdict(case, [NAME]) == "right"


def test_one_of_two_is_not_both() -> None:
    case = bound.Case((23, 26), "", ((0, 22),), "named")
    assert bound.verdict(case, [mention(17, 22, "person", "Later"), mention(23, 26, "pronoun", "she", "m17")]) == "wrong"


def test_an_entity_is_known_by_its_name() -> None:
    case = bound.Case((23, 26), "Mayor Orla Venn", (), "pronominal")
    assert bound.verdict(case, [NAME, mention(23, 26, "pronoun", "she", "m0")]) == "right"


def test_what_no_mention_covers_is_not_found() -> None:
    assert bound.verdict(bound.Case((23, 26), "Orla Venn", (), "nominal"), [NAME]) == "not found"


@pytest.mark.skipif(shared.folder() is None, reason="the texts are not here")
def test_the_sample_lies_on_pronouns() -> None:
    found = [each.text[slice(*case.span)].casefold() for each in bound.polnear() for case in each.cases]
    assert len(found) == 60
    assert set(found) <= bound.PRONOUNS


def test_the_sample_is_offsets_alone() -> None:
    rows = csv.reader((line for line in bound.SAMPLE.read_text().splitlines() if line[0] != "#"), delimiter="\t")
    assert all(cell.isdigit() or not cell for row in list(rows)[1:] for cell in row[1:])
