"""No field of an input is a trap for the patterns that are laid on it: thousands of times the same piece, whatever it is, end soon."""

import json
import time
from collections.abc import Callable
from html import escape

import pytest

from tests.intake.opened import opened

SIZE = 10_000
PIECES = (
    "a", "A", " ", "\n", "a ", "Ab. ", "1", "1,", "1-", '"', "“", "(", ".", "-", "By Ana ", "Ana and ", " \n", "\r\n", "/", "@a", "a:", "é", "Photo: ", "Jan. 9, ", "\u00a0", "[", "{",
    "https://", "A, ", "12:", " | ", "share ", "AP ",
)  # fmt: skip
MARKUP = ("<", "<a ", "<!--", "<?x ", "&a", "&#", "<![CDATA[", "]]>", "<p>", "</p>")
WORDS = "The gate is shut, Orla said on Friday, and the barges wait above it for the ice to go. " * 5

SLOTS: dict[str, Callable[[str], tuple[str, str]]] = {
    "text": lambda s: ("a.txt", s),
    "first line": lambda s: ("a.txt", f"{s}\n\n{WORDS}"),
    "second line": lambda s: ("a.txt", f"Gate shut\n{s}\n\n{WORDS}"),
    "unknown": lambda s: ("a", s),
    "csv": lambda s: ("a.csv", f"text,title\n{s},{s}"),
    "rss": lambda s: (
        "a.rss",
        f"<rss><channel><item><title>{escape(s)}</title><pubDate>{escape(s)}</pubDate><link>{escape(s)}</link>"
        f"<author>{escape(s)}</author><description>{escape(s)}</description></item></channel></rss>",
    ),
    "json": lambda s: (
        "a.json",
        json.dumps({"text": WORDS, **dict.fromkeys(("title", "date", "authors", "url", "outlet", "section", "language"), s)}),
    ),
}


@pytest.mark.parametrize("slot", SLOTS)
def test_no_piece_repeated_is_a_trap(slot: str) -> None:
    for piece in PIECES + MARKUP:
        for tail in ("", "!\x01"):
            name, data = SLOTS[slot](piece * (SIZE // len(piece)) + tail)
            started = time.process_time()
            assert opened(data, name)
            assert time.process_time() - started < 5, (slot, piece, tail)
