from hypothesis import given
from hypothesis import strategies as st

from sayso.show.ties import aligned


def marked(one: str, two: str) -> list[list[str]]:
    return [[piece.words if piece.common else f"[{piece.words}]" for piece in side] for side in aligned(one, two)]


def test_two_passages_are_aligned_word_by_word():
    assert marked("We shall not open.", "“We will open,”") == [["We ", "[shall not ]", "open."], ["“We ", "[will ]", "open,”"]]


@given(st.text(), st.text())
def test_the_pieces_are_the_passage(one: str, two: str):
    for text, pieces in zip((one, two), aligned(one, two), strict=True):
        assert "".join(piece.words for piece in pieces) == (text if text.split() else "")
