"""Files that come in packages of their own: none is used that is not the one its manifest names."""

import hashlib
from pathlib import Path
from typing import Protocol, TypeVar

import msgspec

from sayso.errors import ModelError


class Listing(Protocol):
    """What a manifest says at least: the sha256 of each file."""

    @property
    def files(self) -> dict[str, str]:
        """Hex digests by name."""
        ...


Kind = TypeVar("Kind", bound=Listing)


def verified(folder: Path, kind: type[Kind], what: str) -> Kind:
    """The manifest of `folder`, every file of which has been hashed. Raises ModelError naming the first that differs; `what` is installed there."""
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=kind)
        for name, wanted in manifest.files.items():
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if found != wanted:
                raise ModelError(f"{folder / name}: sha256 {found[:12]}… instead of {wanted[:12]}…; install the {what} again")
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"{folder}: {what} that can't be read ({error}); install them again") from error
    return manifest
