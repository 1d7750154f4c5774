import gzip
import io
from pathlib import Path

import pytest

from sayso.intake import Given, open_path, paths
from sayso.intake.opening import LARGEST, known
from sayso.model import Document, Problem
from tests.intake.opened import document, opened, problem


def test_folders_are_read_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".git/x.txt", ".hidden.txt", "c.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in paths([tmp_path])] == ["a.txt", "b/1.txt", "b/2.txt", "c.jsonl"]


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The gate is shut.\r\n")))
    (found,) = open_path("-")
    assert isinstance(found, Document)
    assert (found.origin, found.text) == ("-", "The gate is shut.\r\n")


def test_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (found,) = open_path(tmp_path / "none.txt", Given())
    assert isinstance(found, Problem)
    assert "none.txt: No such file" in found.why


@pytest.mark.parametrize(
    ("data", "what"), [(b"%PDF-1.7 ...", "a PDF"), (b"\x89PNG\r\n", "an image"), (bytes(range(1, 9)) * 9, "binary")]
)
def test_what_is_no_text_says_what_it_is(data: bytes, what: str) -> None:
    found = problem(data, "a.bin")
    assert what in found.why
    assert found.next


@pytest.mark.parametrize("text", ["RIFF between ministers widens", "ID3 is a format", "BZh", "OggS", "MZ", "PAR1", "7z"])
def test_words_that_begin_like_a_format_are_words(text: str) -> None:
    assert document(text, "a.txt").text == text


def test_unknown_suffixes_are_told_by_their_bytes() -> None:
    assert document('{"text": "Words."}\n', "a.data").text == "Words."
    assert document("<!DOCTYPE html><body><p>Words.</p>", "a.data").text == "Words."
    assert document("Words.", "a.data").text == "Words."


def test_gzip_is_unpacked_once_and_damage_is_a_problem() -> None:
    packed = gzip.compress(b"Words. " * 50)
    assert document(packed, "a.txt.gz").text == "Words. " * 50
    assert "damaged gzip" in problem(packed[:-12], "a.txt.gz").why


def test_a_bomb_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.intake.opening.LARGEST", 1000)
    assert "unpacks to more than 1000" in problem(gzip.compress(b"0" * 5000), "a.gz").why
    assert LARGEST == 1 << 30


def test_formats_are_found_by_their_place() -> None:
    assert {"text", "html", "jsonl", "json"} <= set(known())
    assert all(hasattr(each, "SUFFIXES") and each.looks_like(b"") in (True, False) for each in known().values())


def test_a_special_file_is_never_waited_for(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = open_path(tmp_path / "pipe.txt")
    assert isinstance(found, Problem)
    assert opened(b"", "x.txt")
