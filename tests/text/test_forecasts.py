import pytest

from sayso.model import Forecast
from tests.bind.made import document, reader


def wordings(text: str) -> list[str]:
    found = [r for r in reader().read(document(text)) if isinstance(r, Forecast)]
    return [" … ".join(text[start:end] for start, end in r.wording) for r in found]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("There is a strong possibility that Ossaly may attack the harbour, said Jost Harde.", "strong possibility … may"),
        ("It is highly unlikely that the senate will agree.", "highly unlikely … will"),
        (
            "However, given the mood, there is a strong possibility that Ossaly may attack the harbour.",
            "strong possibility … may",
        ),
        ("The senate will probably agree on Thursday, Jost Harde said.", "will probably"),
        ("Ossaly may attack the harbour, said Jost Harde.", "may"),
    ],
)
def test_hedges_are_stacked_in_the_wording(text: str, wording: str) -> None:
    assert wordings(text) == [wording]


def test_a_question_foretells_nothing() -> None:
    assert wordings("Will the dam hold if it rains?") == []


def test_as_long_as_opens_a_condition() -> None:
    text = "As long as the mills want salt, Halden will pay the ferrymen, the minister said."
    (found,) = [r for r in reader().read(document(text)) if isinstance(r, Forecast)]
    assert [text[start:end] for start, end in found.condition or ()] == ["As long as the mills want salt"]
