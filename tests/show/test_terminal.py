import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from sayso.model import Problem
from sayso.show.terminal import reading, shown, trouble
from tests.show.made import sample


def printed(width: int, colour: bool = False) -> str:
    out = io.StringIO()
    Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None, highlight=False, emoji=False
    ).print(reading(*sample()))
    return out.getvalue()


def test_chains_are_written_from_the_outlet_down() -> None:
    assert "Lantern Post ← Kestrel News ← The canal authority ← the minister" in " ".join(printed(120).split())


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, printed(width).splitlines())) <= width


def test_the_outlet_comes_first_with_a_bar() -> None:
    lines = printed(100).splitlines()
    first = lines[next(at for at, line in enumerate(lines) if line.startswith("Who speaks")) + 1]
    assert "█" in first
    assert first.rstrip().endswith("Lantern Post (own voice)")


def test_colours_are_used_where_there_are_any() -> None:
    assert "\x1b[" in printed(80, colour=True)
    assert "\x1b[" not in printed(80)


@given(st.text())
def test_nothing_in_a_text_steers_the_terminal_and_offsets_hold(text: str) -> None:
    out = shown(text)
    assert len(out) == len(text)
    assert not any((ord(character) < 32 and character not in "\n\t") or character in "\x7f\x9b\u202e\u2066" for character in out)


def test_trouble_says_what_to_do() -> None:
    assert "save its text" in trouble(Problem(origin="a.pdf", why="a PDF, not text", next="save its text")).plain  # type: ignore[union-attr]
