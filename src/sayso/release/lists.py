"""The user's own lists in a release: actors, codes for events, groups of outlets, kept as they were brought."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.errors import UsageError
from sayso.lexicon.own import Own
from sayso.release.made import Kept, Made

FOLDER = "lists"
MARK = " actors/"
"""What stands in a reader's name before the hash of the list of actors that it was given."""
SAYS = {
    "actors": "actors that the readers were given; they win over the lexicon",
    "types": "codes for events by PLOVER's type and mode: `events.code`, `events.code_label`",
    "outlets": "groups of outlets: `documents.outlet_group`, `sources.group`, `group_ownership`, `group_note`",
}


def kept(folder: Path, own: Own, engines: Iterable[str]) -> dict[str, Kept]:
    """What the release keeps, by what it is a list of; the files stand in the folder.

    Raises: UsageError where no document was read with the list of actors.
    """
    found: dict[str, Kept] = {}
    sheets = own.sheets()
    if "actors" in sheets and sheets["actors"].sha256[:12] not in hashes(engines):
        raise UsageError(
            f"{sheets['actors'].file}: no document of the release was read with this list; sayso reread --actors does that"
        )
    for name, sheet in sheets.items():
        path = f"{FOLDER}/{name}.csv"
        (folder / FOLDER).mkdir(exist_ok=True)
        (folder / path).write_bytes(sheet.data)
        found[name] = Kept(path=path, called=sheet.file, sha256=sheet.sha256, lines=len(sheet.lines))
    return found


def hashes(engines: Iterable[str]) -> list[str]:
    """The beginnings of the hashes of the lists of actors that documents were read with, in order."""
    return sorted({name.rpartition(MARK)[2]: None for name in engines if MARK in name})


def told(made: Made) -> Iterator[str]:
    """What the first page says of the lists; nothing where there are none."""
    lines = [
        f"- [{kept.path}]({kept.path}): {SAYS[name]} ({kept.lines} lines, sha256 {kept.sha256})"
        for name, kept in made.lists.items()
    ]
    here = {kept.sha256[:12] for kept in made.lists.values()}
    lines += [
        f"- a list of actors that documents were read with is not kept here: its sha256 begins with {hash}"
        for hash in hashes(made.versions.engines)
        if hash not in here
    ]
    if lines:
        yield "## The makers' own lists"
        yield "\n".join(lines)
