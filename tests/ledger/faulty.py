"""A disk on which writing fails from a given moment on, and one that loses its power: under SQLite, by its virtual file system."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

NAME = "faulty"
SECTOR = 512

Deed = tuple[str, str, int, bytes]  # what ("write", "truncate", "sync", "delete"), which file, where, which bytes


class Disk:
    """What was done to the files of a folder, in order; from the deed numbered `fails_at` on every deed of `kind` raises `fault`."""

    def __init__(self) -> None:
        self.deeds: list[Deed] = []
        self.kind, self.fails_at, self.fault = "", -1, apsw.IOError

    def do(self, what: str, path: str, at: int = 0, data: bytes = b"") -> None:
        """Nothing; notes the deed. Raises the fault where it is due."""
        if path.endswith(("-lock", "-lock-journal", "-lock-wal")):
            return
        if what == self.kind and self.fails_at <= sum(deed[0] == what for deed in self.deeds):
            raise self.fault("no more")
        self.deeds.append((what, path, at, data))

    def fail(self, kind: str, at: int, fault: type[Exception]) -> None:
        """Nothing; from now on, the deed of this kind with this number and all later ones fail."""
        self.deeds.clear()
        self.kind, self.fails_at, self.fault = kind, at, fault

    def mend(self) -> None:
        """Nothing; nothing fails any more."""
        self.kind = ""

    def after_a_cut(self, moment: int, folder: Path, chance: random.Random) -> None:
        """Nothing; `folder` holds what is left after the power failed at a moment: all that was synced, and of the rest what chance spares."""
        files: dict[str, bytearray] = {}
        pending: dict[str, list[Deed]] = {}
        for deed in self.deeds[:moment]:
            what, path, _, _ = deed
            if what == "sync":
                for each in pending.pop(path, []):
                    carry_out(files, each)
            elif what == "delete":
                files.pop(path, None)
                pending.pop(path, None)
            else:
                pending.setdefault(path, []).append(deed)
        spared = chance.choice((0.5, 0.99, 1.0, 1.0))
        for deed in (each for unsynced in pending.values() for each in unsynced):
            if chance.random() < spared:
                carry_out(files, torn(deed, chance) if spared < 1 else deed)
        for path, data in files.items():
            (folder / Path(path).name).write_bytes(data)


def torn(deed: Deed, chance: random.Random) -> Deed:
    """The deed, of whose bytes perhaps only some sectors came through."""
    what, path, at, data = deed
    sectors = chance.randrange(len(data) // SECTOR + 1) if chance.random() < 0.3 else len(data)
    return what, path, at, data[: max(SECTOR, sectors * SECTOR)]


def carry_out(files: dict[str, bytearray], deed: Deed) -> None:
    """Nothing; the deed is done to the bytes of its file."""
    what, path, at, data = deed
    held = files.setdefault(path, bytearray())
    if what == "truncate":
        del held[at:]
        held.extend(bytes(at - len(held)))
    else:
        held.extend(bytes(max(0, at - len(held))))
        held[at : at + len(data)] = data


class File(apsw.VFSFile):
    """A file that tells the disk what is done to it."""

    def __init__(self, disk: Disk, base: str, name: Any, flags: list[int]) -> None:
        super().__init__(base, name, flags)
        self.disk = disk
        self.path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.disk.do("write", self.path, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.disk.do("truncate", self.path, size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.disk.do("sync", self.path)


class System(apsw.VFS):
    """The file system with such files."""

    def __init__(self, disk: Disk) -> None:
        self.disk, self.below = disk, apsw.vfs_names()[0]
        super().__init__(NAME, self.below, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> File:  # noqa: N802
        return File(self.disk, self.below, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        super().xDelete(name, sync)
        self.disk.do("delete", name)


def alone(connection: apsw.Connection) -> None:
    """Nothing; the connection keeps its log's index in memory, as files of ours share none."""
    connection.pragma("locking_mode", "exclusive")


@contextmanager
def disk() -> Iterator[Disk]:
    """A disk under every connection that is opened while the block runs."""
    found = Disk()
    system = System(found)
    apsw.connection_hooks.append(alone)
    try:
        yield found
    finally:
        apsw.connection_hooks.remove(alone)
        system.unregister()
