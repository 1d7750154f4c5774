import pytest

from eval import shared, slices
from sayso.model import Document, document_id
from sayso.text.encoder_engine import engine
from tests.reading import lexicon

TEXT = (
    "The harbour master said the ferry had left before dawn. “Nobody was aboard” – Holm. \"He told me 'never' twice,\" she said."
)


def attr(content: str, source: str) -> dict[str, list[list[int]]]:
    def span(words: str) -> list[list[int]]:
        return [[TEXT.index(words), TEXT.index(words) + len(words)]]

    return {"content": span(content), "source": span(source), "cue": span("said")}


@pytest.mark.parametrize(
    ("content", "source", "expected"),
    [
        ("the ferry had left", "The harbour master", "none"),
        ("“Nobody was aboard”", "Holm", "dash"),
        ("\"He told me 'never' twice,\"", "she", "quotation in a quotation"),
    ],
)
def test_the_style_of_a_statement_is_that_of_its_marks(content: str, source: str, expected: str) -> None:
    assert slices.style(TEXT, attr(content, source)) == expected


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert slices.style("The captain's boat sank, he said", {"content": [[0, 23]], "source": [[25, 27]], "cue": []}) == "none"


def test_phrases_of_sentences_are_exact_in_the_text() -> None:
    marked = [
        {"id": "p1", "start": 4, "end": 8, "txt": "reek", "quote": "yes"},
        {"id": "title", "start": 0, "end": 1, "txt": "A"},
    ]
    text, (phrase,) = slices.laid_out([["A.", "The reek rose."], ["B."]], marked)
    assert text == "A. The reek rose.\n\nB."
    assert text[slice(*phrase.span)] == "reek"


def test_either_alone_and_both_find_what_is_plainly_said() -> None:
    document = Document(id=document_id(TEXT), text=TEXT, origin="", sha256="")
    found = slices.systems(document, next(engine().analyse([document])), lexicon())
    held = [slices.holding(slices.Phrase((28, 40), True), found[system]) for system in ("both", "rules")]
    assert [len(each) for each in held] == [1, 1]


@pytest.mark.skipif(shared.folder() is None, reason="the scorers are not here")
def test_a_slice_is_scored_by_its_own_articles() -> None:
    good = slices.Article("a", TEXT, [attr("the ferry had left before dawn", "The harbour master")], ("all", "x"))
    bad = slices.Article("b", TEXT, good.attrs, ("all", "y"))
    document = Document(id=document_id(TEXT), text=TEXT, origin="", sha256="")
    found = slices.systems(document, next(engine().analyse([document])), lexicon())
    first = {system: [s for s in each if s.content[0][0] < 50] for system, each in found.items()}
    rows = {row[0]: row for row in slices.by_article([good, bad], [first, {s: [] for s in first}], univocal=False)}
    assert (rows["x"][5], rows["y"][5], rows["all"][4]) == ("100.0", "0.0", "50.0")
