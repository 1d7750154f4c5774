from hypothesis import given
from hypothesis import strategies as st

from sayso.show.blocks import blocks
from tests.show import made


def words(text: str, **fields: object) -> list[str]:
    return [text[b.words[0] : b.words[1]] for b in blocks(made.document(text, **fields))]


def test_blank_lines_and_line_ends_part_paragraphs() -> None:
    assert words("\n\n Veld floods\n\nRain fell.\r\nIt fell long.\n\n\n") == ["Veld floods", "Rain fell.", "It fell long."]


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    line = "the water rose past the second mark and"
    text = "\n".join([line + f" {n} more" for n in range(5)] + ["stopped."])
    assert words(text) == [text]


def test_parts_and_furniture_name_the_kind() -> None:
    text = "World\n\nHead\n\nBody.\n\nA boat."
    kinds = [b.kind for b in blocks(made.document(text, furniture=((0, 5),), parts={"title": (7, 11), "caption": (20, 27)}))]
    assert kinds == ["furniture", "title", "body", "caption"]


@given(st.text(alphabet="ab \n\r\t\u2028\x85\x1e🛶", max_size=60))
def test_blocks_hold_every_character_once(text: str) -> None:
    made_of = blocks(made.document(text))
    assert "".join(text[b.span[0] : b.span[1]] for b in made_of) == text
    assert all(b.span[0] <= b.words[0] <= b.words[1] <= b.span[1] for b in made_of)
