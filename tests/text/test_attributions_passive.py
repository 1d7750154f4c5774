import pytest

from sayso.intake.given import Given
from sayso.intake.making import Facts, document
from sayso.model import Statement
from sayso.run import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def sources(reader: Reader, text: str, cue: str) -> list[list[str]]:
    made = document(Facts(body=text), "o", text.encode(), Given())
    said = [r for r in reader.read(made) if isinstance(r, Statement) and cue in made.text[r.kernel[0] : r.kernel[1]].lower()]
    return [[made.text[a:b] for a, b in s.source] for s in said]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Troops struck five camps of a militia blamed for a series of raids on the harbour.", "blamed"),
        ("Police in Orrin arrested two men accused of planning the raid on the mill.", "accused"),
        ("Asked about the raid, the minister said that it was over.", "asked"),
    ],
)
def test_who_is_accused_or_asked_speaks_not(reader: Reader, text: str, cue: str) -> None:
    assert sources(reader, text, cue) in ([[]], [])


def test_who_accuses_behind_by_is_the_source(reader: Reader) -> None:
    assert sources(reader, "The minister, accused by the opposition of lying, resigned on Friday.", "accused")[0][0].startswith(
        "the opposition"
    )


def test_an_accuser_in_an_active_clause_stays(reader: Reader) -> None:
    text = "The council of Orrin accused the boatmen of blocking the gate."
    assert sources(reader, text, "accused") == [["The council of Orrin"]]
