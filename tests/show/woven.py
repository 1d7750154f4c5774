"""Reads woven HTML back as a browser would: the text, and the text under every mark."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Collects all text, and the text under each (record, role, piece)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.under: dict[tuple[str, str, int], str] = {}
        self.tags: list[str] = []
        self.open: list[tuple[str, tuple[str, str, int] | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        record = known.get("data-r")
        key = (record, known["data-role"], int(known["data-p"])) if record else None  # type: ignore[arg-type]
        self.tags.append(tag)
        self.open.append((tag, key))
        if key:
            self.under.setdefault(key, "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for key in {key for _, key in self.open if key}:
            self.under[key] += data


def read(html: str) -> Reader:
    """What stands in `html`; fails where elements are not closed in order."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader
