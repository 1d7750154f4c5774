"""How a process of the crew gets its reader: by name, so that the process that hands out need not load an engine itself."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.run import Reader


def load(actors: Path | None = None) -> "Reader":
    """The installed reader. Raises: ModelError where weights or lexicon are missing or altered."""
    from sayso.run import Reader

    return Reader.load(actors)


def loader(actors: Path | None) -> "partial[Reader]":
    """A call of `load` that can be sent to another process. Raises: InputError where the list of actors is faulty."""
    if actors:
        from sayso.lexicon.own import actor_list

        actor_list(actors)
    return partial(load, actors)
