import pytest

from sayso.model import Document, Statement
from sayso.run import Reader
from sayso.text.splices import blanked, parted, splices

TAG = "Ilse Jorun BrammBramm calls for calm Boatmen say nobody asked them MORE"
TEXT = f"Harbour master Ilse Bramm {TAG} said on Friday that the gate would stay shut.\n\nShare\n"
AT = TEXT.index(TAG)
MADE = Document(
    id="d" * 16, text=TEXT, origin="o", sha256="", furniture=((AT, AT + len(TAG)), (TEXT.index("Share"), len(TEXT) - 1))
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def test_only_what_has_words_of_its_line_on_both_sides_is_a_splice() -> None:
    assert splices(MADE) == ((AT, AT + len(TAG)),)


def test_blanks_keep_every_character_in_its_place() -> None:
    read = blanked(MADE, splices(MADE))
    assert len(read.text) == len(TEXT)
    assert read.text[AT + len(TAG) :] == TEXT[AT + len(TAG) :]
    assert TAG not in read.text
    assert read.furniture == MADE.furniture[1:]
    assert blanked(MADE, ()) is MADE


def test_a_sentence_is_read_over_its_splice(reader: Reader) -> None:
    said = [r for r in reader.read(MADE) if isinstance(r, Statement)]
    assert [[TEXT[a:b] for a, b in s.source] for s in said] == [["Harbour master Ilse Bramm"]]
    assert [TEXT[a:b] for a, b in said[0].content] == ["the gate would stay shut"]


def test_spans_that_run_over_a_splice_are_cut_there(reader: Reader) -> None:
    words = f"The boatmen said that Ilse Bramm {TAG} had closed the gate."
    start = words.index(TAG)
    made = Document(id="d" * 16, text=words, origin="o", sha256="", furniture=((start, start + len(TAG)),))
    said = next(r for r in reader.read(made) if isinstance(r, Statement))
    assert [words[a:b] for a, b in said.content] == ["Ilse Bramm", "had closed the gate"]
    assert parted(said, words, ()) is said
