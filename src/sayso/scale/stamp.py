"""Stamp: hashes of what makes records (code, lexicon, weights), so that shards of two versions are never mixed."""

import hashlib
from functools import cache
from pathlib import Path

import msgspec

import sayso
from sayso import __version__
from sayso.text import vectors
from sayso.text.sizes import installed

ROOMS = ("model", "lexicon", "text", "read", "bind", "intake", "link", "crew", "scale", "export")
"""What has a part in what a shard holds; pages and commands have none."""


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """Version, and SHA-256 of code, lexicon and weights (each package's manifest, which holds its files' hashes)."""

    sayso: str
    code: str
    lexicon: str
    weights: dict[str, str]


@cache  # what is installed does not change under a process that has loaded it
def stamp() -> Stamp:
    """The stamp of what is installed here."""
    home = Path(sayso.__file__).parent
    code = [file for room in ROOMS for file in (home / room).rglob("*.py")] + [home / "run.py"]
    lexicon = list((home / "lexicon").glob("*.tsv"))
    return Stamp(sayso=__version__, code=hashed(code, home), lexicon=hashed(lexicon, home), weights=weights())


def hashed(files: list[Path], home: Path) -> str:
    """One hash over files and their names."""
    whole = hashlib.sha256()
    for name, file in sorted((file.relative_to(home).as_posix(), file) for file in files):
        whole.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def weights() -> dict[str, str]:
    """The SHA-256 of the manifests of the weights and vectors in use, by package."""
    folders = {folder.name: folder for folder in (installed(), vectors.installed()) if folder is not None}
    manifests = {name: folder / "manifest.json" for name, folder in folders.items()}
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in manifests.items() if file.is_file()}
