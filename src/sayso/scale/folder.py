"""Folders that are whole or not there: written under another name, synced, renamed, each with a manifest of its files' hashes."""

import errno
import hashlib
import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import msgspec

from sayso.scale.stamp import Stamp

MANIFEST = "manifest.json"
TEMPORARY = ".tmp"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder says of itself. Nothing in it depends on when, where or by which engine it was made.

    `made_of` are the hashes of what it was made from, by name; `reader` is who read, "" where nothing was read.
    """

    stage: str
    name: str
    stamp: Stamp
    made_of: dict[str, str]
    counts: dict[str, int]
    files: dict[str, str]
    reader: str = ""

    def parts(self, beginning: str) -> list[str]:
        """The names of its files that begin so, in order."""
        return sorted(name for name in self.files if name.startswith(beginning))


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What a stage put into a folder: what it was made of, what was counted."""

    made_of: dict[str, str]
    counts: dict[str, int]
    reader: str = ""


def written(place: Path, stage: str, mark: Stamp, fill: Callable[[Path], Content]) -> Manifest:
    """The manifest of a folder that is whole: `fill` has written its files under another name, then it was synced and renamed.

    Raises: OSError where the disk is full or fails; nothing is left then.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.parent / f".{place.name}.{socket.gethostname()}-{os.getpid()}{TEMPORARY}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    try:
        content = fill(draft)
        hashes = {file.name: sha256(file) for file in sorted(draft.iterdir())}
        manifest = Manifest(
            stage=stage, name=place.name, stamp=mark, made_of=content.made_of, counts=content.counts, files=hashes,
            reader=content.reader,
        )  # fmt: skip
        (draft / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest, order="deterministic")) + b"\n")
        for file in draft.iterdir():
            sync(file)
        sync(draft)
        return placed(draft, place, manifest)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def placed(draft: Path, place: Path, manifest: Manifest) -> Manifest:
    """The manifest of the folder that now stands in its place: ours, or that of another worker that was quicker with the same."""
    try:
        draft.rename(place)
    except OSError as fault:
        if fault.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise
        return opened(place) or manifest
    sync(place.parent)
    return manifest


def sync(path: Path) -> None:
    """Nothing; what was written of a file or folder is on the disk. Raises: OSError where it can't be."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def opened(place: Path) -> Manifest | None:
    """The manifest of a folder, None where there is none that can be read."""
    try:
        return msgspec.json.decode((place / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None


def flaw(place: Path) -> str:
    """What is wrong with a folder in a few words, "" where all its files are as they were written."""
    manifest = opened(place)
    if manifest is None:
        return "no manifest that can be read"
    for name, hash in manifest.files.items():
        file = place / name
        if not file.is_file():
            return f"{name} is missing"
        if sha256(file) != hash:
            return f"{name} is not what was written"
    return ""


def swept(folder: Path) -> int:
    """How many drafts of workers that were killed have been removed."""
    drafts = sorted(folder.glob(f"*/.*{TEMPORARY}"))
    for draft in drafts:
        shutil.rmtree(draft)
    return len(drafts)
