"""Versions: what read, linked and coded the records of a release, and hashes of the lexicon and weights that are installed."""

import hashlib
import importlib.util
from collections import Counter
from importlib import resources
from pathlib import Path

import msgspec

from sayso import __version__
from sayso.text.sizes import SIZES, installed

VECTORS = "sayso_vectors_en"


class Versions(msgspec.Struct, frozen=True, kw_only=True):
    """Name and version of everything that had a part, with how many documents or records it made.

    `lexicon`, `weights` and `vectors` are hashes of what is installed where the release is made; `engines` names what each document was read with.
    """

    sayso: str
    engines: dict[str, int]
    readers: dict[str, int]
    linkers: dict[str, int]
    lexicon: str
    lexicon_files: dict[str, str]
    weights: str | None
    vectors: str | None = None


def versions(engines: Counter[str], readers: Counter[str], linkers: Counter[str]) -> Versions:
    """The versions, by name."""
    files = lexicon_files()
    return Versions(
        sayso=__version__, engines=ordered(engines), readers=ordered(readers), linkers=ordered(linkers),
        lexicon=hashlib.sha256(msgspec.json.encode(files, order="sorted")).hexdigest(), lexicon_files=files, weights=manifest(weights()),
        vectors=manifest(VECTORS),
    )  # fmt: skip


def weights() -> str:
    """The package of the weights in use, that of the largest size where there are none."""
    folder = installed()
    return folder.name if folder is not None else SIZES["base"]


def ordered(counts: Counter[str]) -> dict[str, int]:
    """Counts by name, in the order of the alphabet."""
    return {name: counts[name] for name in sorted(counts)}


def lexicon_files() -> dict[str, str]:
    """The SHA-256 of each file of the lexicon."""
    folder = resources.files("sayso.lexicon")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".tsv")), key=lambda file: file.name)
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def manifest(package: str) -> str | None:
    """The SHA-256 of the manifest of an installed package of weights or vectors, None where it isn't installed."""
    found = importlib.util.find_spec(package)
    folders = list(found.submodule_search_locations or ()) if found else []
    manifests = [Path(folder) / "manifest.json" for folder in folders]
    return next((hashlib.sha256(file.read_bytes()).hexdigest() for file in manifests if file.is_file()), None)
