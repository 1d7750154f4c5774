import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.pieces import LONGEST, pieces
from tests.reading import document


def cut(text: str, **fields) -> list[str]:
    return [text[start:end] for start, end in pieces(document(text, **fields))]


def test_blank_lines_and_lines_of_their_own_end_a_piece() -> None:
    assert cut("Storm in Halden\nThe ferry sank.\n\nNobody drowned.") == ["Storm in Halden", "The ferry sank.", "Nobody drowned."]


def test_lines_wrapped_by_hand_stay_together() -> None:
    assert cut("The ferry had left\nbefore dawn, the\nharbour master said.") == [
        "The ferry had left\nbefore dawn, the\nharbour master said."
    ]


def test_carriage_returns_break_as_newlines_do() -> None:
    assert cut("One.\r\n\r\nTwo.\r\n") == ["One.", "Two."]


def test_furniture_and_white_space_are_left_out() -> None:
    assert cut("World\n\nThe ferry sank.\n\nDiscuss", furniture=((0, 5), (24, 31))) == ["The ferry sank."]


def test_a_title_never_runs_into_the_body() -> None:
    assert cut("Ferry sinks Nobody drowned.", parts={"title": (0, 11), "body": (12, 27)}) == ["Ferry sinks", "Nobody drowned."]


def test_long_paragraphs_are_cut_after_a_sentence() -> None:
    found = cut("The ferry sank again. " * 1000)
    assert all(len(piece) <= LONGEST and piece.endswith(".") for piece in found)


def test_what_is_no_prose_is_passed_over() -> None:
    assert cut("(" * 5000 + "\n\nThe ferry sank.\n\n" + "1-2 " * 400) == ["The ferry sank."]


@given(st.text(alphabet="aB .\n\r\t", max_size=300))
def test_pieces_are_in_order_trimmed_and_hold_all_words(text: str) -> None:
    spans = list(pieces(document(text)))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
