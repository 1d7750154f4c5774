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
        ("The senate will probably agree on Thursday, Jost Harde said.", "will probably"),
        ("Ossaly may attack the harbour, said Jost Harde.", "may"),
    ],
)
def test_hedges_are_stacked_in_the_wording(text: str, wording: str) -> None:
    assert wordings(text) == [wording]
