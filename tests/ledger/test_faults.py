"""A full disk, a sync that fails, a power cut, at any moment: what is left is whole, and the same call again completes it."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger, View
from tests.ledger.content import content
from tests.ledger.faulty import Disk, disk
from tests.ledger.made import HARBOUR, document, harbour

DOCUMENTS = [document(f"{HARBOUR} Day {n}. {'The tide came in. ' * (40 * n)}", origin=str(n)) for n in range(6)]
SECRET = "Quillwort"


def write(path: Path) -> None:
    with Ledger(path, now=lambda: "2031-04-09T00:00:00Z") as ledger:
        for doc in DOCUMENTS:
            ledger.write(doc, harbour(doc))


def outcome(path: Path) -> str:
    """Why writing failed, "" where it did not."""
    try:
        write(path)
    except LedgerError as error:
        return str(error)
    return ""


def prefix(path: Path) -> int:
    """How many documents the ledger holds, which are the first ones; asserts that it is whole."""
    with Ledger(path) as ledger:
        assert ledger.check() == ()
    with View(path) as view:
        held = {row.id for row in view.documents()}
    assert held == {doc.id for doc in DOCUMENTS[: len(held)]}
    return len(held)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[object], Disk]:
    """What an undisturbed run leaves, and the disk that noted it."""
    path = tmp_path_factory.mktemp("whole") / "a.sayso"
    with disk() as noted:
        write(path)
    return content(path), noted


def moments(noted: Disk, kind: str) -> Iterator[int]:
    """The first deeds of a kind, and some of all the others."""
    count = Counter(what for what, *_ in noted.deeds)[kind]
    yield from sorted({*range(min(3, count)), *range(0, count, max(1, count // 12))})


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # our own faults, in SQLite's cleaning up
@pytest.mark.parametrize(("kind", "fault"), [("write", apsw.FullError), ("write", apsw.IOError), ("sync", apsw.IOError)])
def test_from_a_disk_that_fails_comes_a_ledger_error_and_a_whole_ledger(
    whole: tuple[list[object], Disk], tmp_path: Path, kind: str, fault: type[Exception]
) -> None:
    failed = 0
    for n in moments(whole[1], kind):
        path = tmp_path / f"{n}.sayso"
        with disk() as broken:
            broken.fail(kind, n, fault)
            why = outcome(path)
        failed += why != ""
        assert not why or (str(path) in why and ("disk is full" in why) == (fault is apsw.FullError))
        prefix(path)
        write(path)
        assert content(path) == whole[0]
    assert failed >= 2


def test_after_a_power_cut_at_any_moment_the_ledger_is_whole_and_completed_by_the_same_call(
    whole: tuple[list[object], Disk], tmp_path: Path
) -> None:
    chance = random.Random(15)
    held = set()
    for n in range(40):
        folder = tmp_path / str(n)
        folder.mkdir()
        whole[1].after_a_cut(chance.randrange(len(whole[1].deeds) + 1), folder, chance)
        path = folder / "a.sayso"
        held.add(prefix(path))
        write(path)
        assert content(path) == whole[0]
    assert len(held) > 4  # so many different moments were met


def test_what_is_forgotten_stays_forgotten_after_a_power_cut(tmp_path: Path) -> None:
    secret = document(f"{SECRET} said the lock would hold. " * 200, origin="secret.txt")
    chance = random.Random(4)
    with disk() as noted, Ledger(tmp_path / "a.sayso") as ledger:
        for doc in (*DOCUMENTS[:2], secret):
            ledger.write(doc, ())
        ledger.forget(secret.id)
        moment = len(noted.deeds)
    for n in range(20):
        folder = tmp_path / str(n)
        folder.mkdir()
        noted.after_a_cut(moment, folder, chance)
        assert [file.name for file in folder.iterdir() if SECRET.encode() in file.read_bytes()] == []
        with View(folder / "a.sayso") as view:
            assert view.counts()["forgotten"] == 1


def test_a_disk_that_loses_what_it_said_was_synced_is_noticed(whole: tuple[list[object], Disk], tmp_path: Path) -> None:
    lying = Disk()
    lying.deeds = [deed for deed in whole[1].deeds if deed[0] != "sync"]
    refused = 0
    for n in range(30):
        folder = tmp_path / str(n)
        folder.mkdir()
        lying.after_a_cut(len(lying.deeds), folder, random.Random(n))
        try:
            with Ledger(folder / "a.sayso") as ledger:
                refused += bool(ledger.check())
        except LedgerError:
            refused += 1
    assert refused > 10
