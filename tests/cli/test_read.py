import io
import json
import sys
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.run import Reader

TEXT = "Gate to stay shut for a second winter\n\n“We have asked twice,” Ilse Bramm said on Friday. “Nobody has answered,” she said, and the boatmen agreed with her.\n"


LOAD = cache(Reader.load)


@pytest.fixture(autouse=True)
def _loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "load", lambda _actors=None: LOAD())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "gate.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*args: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["read", *map(str, args)])
    return result.exit_code, result.stdout, result.stderr


def records(*args: object) -> list[dict[str, object]]:
    code, out, _ = run(*args, "--json")
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_records_come_one_a_line_document_first(article: Path) -> None:
    document, *rest = records(article, "--outlet", "Quay Post", "--published", "2031-04-09")
    assert (document["type"], document["text"], document["outlet"], document["published_from"]) == (
        "document",
        TEXT,
        "Quay Post",
        "given",
    )
    assert "statement" in {record["type"] for record in rest}
    assert all(record["doc"] == document["id"] for record in rest)


def test_a_reading_tells_who_speaks_and_on_whose_word(article: Path) -> None:
    code, out, _ = run(article, "--outlet", "Quay Post")
    assert code == 0
    assert "Quay Post (own voice)" in out
    assert "Quay Post ← Ilse Bramm" in " ".join(out.split())


def test_what_can_not_be_read_is_a_problem_and_no_failure(article: Path, tmp_path: Path) -> None:
    found = records(tmp_path / "none.txt", article)
    assert [record["type"] for record in found][:2] == ["problem", "document"]
    code, _, err = run(tmp_path / "none.txt")
    assert code == 0
    assert "No such file" in " ".join(err.split())


@pytest.mark.parametrize("args", [("--published", "soon"), ("--map", "x"), ("--nonsense",), ()])
def test_a_wrong_call_is_refused(article: Path, args: tuple[str, ...]) -> None:
    code, _, _ = run(*((article, *args) if args else ()))
    assert code != 0


def test_fields_are_mapped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"words": "The gate is shut.", "top": "Gate"}\n', encoding="utf-8")
    assert records(path, "--map", "text=words,title=top")[0]["text"] == "Gate\n\nThe gate is shut."


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    result = CliRunner().invoke(app, ["read", "-", "--json"], input="The gate is shut.")
    assert json.loads(result.stdout.splitlines()[0])["text"] == "The gate is shut."


def test_the_page_is_one_file_that_needs_nothing_else(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "gate.html"
    assert run(article, "--html", page)[0] == 0
    html = page.read_text(encoding="utf-8")
    assert "We have asked twice" in html
    assert 'src="' not in html


def test_a_page_of_two_articles_is_refused(article: Path, tmp_path: Path) -> None:
    assert run(article, article, "--html", tmp_path / "x.html")[0] != 0
    assert not (tmp_path / "x.html").exists()


def test_a_language_that_is_not_english_is_shown_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Le ministre a dit vendredi : « L’écluse restera fermée jusqu’au printemps », selon les bateliers du canal.",
        encoding="utf-8",
    )
    assert [record["type"] for record in records(path)] == ["document"]
    assert "in fr: stored, not read" in run(path)[1]


def test_escape_sequences_reach_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        json.dumps({"text": "The gate \x1b[31mis\x07 shut.", "title": "Gate\x1b]0;x\x07", "outlet": "Q\u202e"}), encoding="utf-8"
    )
    _, out, err = run(path, tmp_path / "no\x1b[2Jne")
    assert not {"\x1b", "\x07", "\u202e"} & set(out + err)


def test_a_terminal_without_the_letters_is_no_reason_to_stop(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sayso.cli.read import show
    from sayso.intake import open_path

    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)
    show(next(open_path(article)), ())
    narrow.flush()
    assert b"Gate to stay shut" in narrow.buffer.getvalue()  # type: ignore[attr-defined]
