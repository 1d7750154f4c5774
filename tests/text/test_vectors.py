from pathlib import Path

import numpy
import pytest

from sayso.errors import ModelError
from sayso.text.vectors import Vectors

FOLDER = Path(__file__).resolve().parents[2] / "packages" / "sayso-vectors-en" / "src" / "sayso_vectors_en"
needs_vectors = pytest.mark.skipif(not (FOLDER / "manifest.json").exists(), reason="the vectors are not in this checkout")


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    return Vectors.load(FOLDER)


@needs_vectors
def test_the_same_in_other_words_is_nearer_than_another_matter(vectors: Vectors) -> None:
    said, again, other = vectors.of(
        [
            "The bridge at Harl will stay shut until the spring.",
            "Until spring the Harl crossing won't reopen.",
            "Two fishermen were rescued off the coast of Ossel.",
        ]
    )
    assert said @ again > 0.5 > 0.3 > said @ other


@needs_vectors
def test_the_encoder_tells_them_apart_too(vectors: Vectors) -> None:
    said, again = (
        vectors.exact("The bridge at Harl will stay shut until spring."),
        vectors.exact("Harl’s crossing won’t reopen before spring."),
    )
    assert said @ again > 0.5 > 0.3 > said @ vectors.exact("Two fishermen were rescued off the coast of Ossel.")


@needs_vectors
def test_a_vector_has_length_one_and_depends_on_nothing_but_the_sentence(vectors: Vectors) -> None:
    first, _ = vectors.of(["Marrow left.", "Something much longer " * 200])
    assert numpy.array_equal(first, vectors.of(["Marrow left."])[0])
    assert abs(float(numpy.linalg.norm(first)) - 1) < 1e-5


@needs_vectors
@pytest.mark.parametrize("text", ["", "\ud800", "\0", "𝓍" * 9000])
def test_odd_text_has_a_vector_too(vectors: Vectors, text: str) -> None:
    assert vectors.of([text]).shape == (1, 128)
    assert vectors.exact(text).shape == (384,)


@needs_vectors
def test_a_file_that_was_altered_is_named(tmp_path: Path) -> None:
    for file in FOLDER.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        Vectors.load(tmp_path)


def test_files_that_are_missing_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="install them again"):
        Vectors.load(tmp_path)


@needs_vectors
def test_exact_vectors_made_together_are_those_made_alone(vectors: Vectors) -> None:
    texts = [
        "The bridge at Harl stays shut.",
        "Marrow keeps the gate.",
        "The bridge at Harl stays shut until the spring comes again.",
    ]
    together, alone = Vectors.load(FOLDER), [vectors.exact(text) for text in texts]
    together.prepare([*texts, texts[0]])
    assert all((together.exact(text) == one).all() for text, one in zip(texts, alone, strict=True))
