import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from sayso.intake.formats import archive
from sayso.model import Document
from tests.intake.opened import opened, problem


def zipped(*members: tuple[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members:
            file.writestr(name, data)
    return out.getvalue()


def tarred(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as file:
        for name, data in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            file.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("etc")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)
    return out.getvalue()


def test_members_are_read_by_their_own_format() -> None:
    data = zipped(
        ("a.txt", "One."),
        ("b/c.jsonl", '{"text": "Two."}\n{"text": "Three."}\n'),
        ("__MACOSX/x", "no"),
        (".hidden", "no"),
        ("d/", ""),
    )
    found = opened(data, "a.zip")
    assert [item.text for item in found if isinstance(item, Document)] == ["One.", "Two.", "Three."]
    assert [item.origin for item in found] == ["a.zip#1", "a.zip#2#1", "a.zip#2#2"]


def test_tar_is_read_and_links_are_not_followed() -> None:
    assert [
        getattr(item, "text", None) for item in opened(tarred(("../../x.txt", b"One."), ("/etc/y.txt", b"Two.")), "a.tgz")
    ] == ["One.", "Two."]


def test_archives_within_archives_end_somewhere() -> None:
    data = zipped(("a.txt", "One."))
    for _ in range(5):
        data = zipped(("b.zip", data))
    assert "nested too deep" in problem(data, "a.zip").why


def test_bombs_end_at_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 1000)
    monkeypatch.setattr(archive, "MEMBERS", 3)
    assert "beyond the caps" in problem(zipped(("a.txt", "0" * 5000)), "a.zip").why
    assert len(opened(zipped(*((f"{n}.txt", "x") for n in range(9))), "a.zip")) == 4


@pytest.mark.parametrize("cut", [10, 40, 80, -30])
def test_damage_is_a_problem_behind_what_was_whole(cut: int) -> None:
    data = zipped(("a.txt", "One. " * 9), ("b.txt", "Two. " * 9))[:cut]
    assert opened(data, "a.zip")[-1].origin == "a.zip"


def test_a_damaged_or_locked_member_spares_the_others() -> None:
    data = zipped(("a.txt", "One. " * 9), ("b.txt", "Two. " * 99), ("c.txt", "Three."))
    at = data.index(b"b.txt") + 5
    found = opened(data[:at] + bytes(6) + data[at + 6 :], "a.zip")
    assert [type(item).__name__ for item in found] == ["Document", "Problem", "Document"]
    assert found[1].origin == "a.zip#2"


@pytest.mark.parametrize("claimed", [0, 3, 2**31])
def test_members_whose_headers_lie_about_their_size_end_in_problems_or_text(claimed: int) -> None:
    data = bytearray(zipped(("a.txt", "One. " * 900)))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = claimed.to_bytes(4, "little")
    assert len(opened(bytes(data), "a.zip")) == 1


def test_a_tar_that_claims_more_than_it_holds_is_a_problem_behind_what_was_whole() -> None:
    entry = tarfile.TarInfo("b.txt")
    entry.size = 2**40
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as file:
        first = tarfile.TarInfo("a.txt")
        first.size = 4
        file.addfile(first, io.BytesIO(b"One."))
    data = whole.getvalue()[:1024] + entry.tobuf(tarfile.GNU_FORMAT) + b"Two."
    found = opened(data, "a.tar")
    assert getattr(found[0], "text", None) == "One."
    assert found[1:]
    assert all(getattr(item, "why", "") for item in found[1:])


def test_nothing_is_ever_written_by_a_members_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    names = ["../x.txt", "/tmp/sayso-x.txt", "..\\x.txt", "C:\\x.txt", "a\x00b.txt", "CON", "a/../../../x.txt", "x.txt", "X.TXT"]
    opened(zipped(*((name, "One.") for name in names)), "a.zip")
    opened(tarred(*((name, b"One.") for name in names)), "a.tgz")
    assert [path.name for path in tmp_path.rglob("*")] == ["in"]
    assert not Path("/tmp/sayso-x.txt").exists()


def test_signs_in_a_files_own_name_are_no_nesting() -> None:
    found = opened(zipped(("a.zip", zipped(("a.txt", "One.")))), "notes #1#2/c#3.zip")
    assert [item.origin for item in found] == ["notes #1#2/c#3.zip#1#1"]
