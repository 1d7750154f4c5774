"""The text layer of a PDF, page by page, as its file orders it."""

import io

import msgspec

PAGES = 2_000
LONGEST = 2_000_000  # characters: far beyond what is kept


class Pages(msgspec.Struct, frozen=True):
    """The text of each page; `why` says why there is none."""

    pages: tuple[str, ...] = ()
    why: str = ""


def read(data: bytes) -> Pages:
    """The pages of a PDF, up to the caps."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return Pages(why="locked by a password")
    if len(reader.pages) > PAGES:
        return Pages(why=f"{len(reader.pages)} pages, more than {PAGES}")
    found: list[str] = []
    left = LONGEST
    for page in reader.pages:
        text = page.extract_text()
        found.append(text[:left])
        left -= len(found[-1])
        if not left:
            break
    return Pages(tuple(found)) if any(map(str.strip, found)) else Pages(why="no text in it, only pictures of pages")
