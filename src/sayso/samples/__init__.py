"""Sample articles about a country that doesn't exist: the demonstration, and the golden articles."""

from pathlib import Path

__all__ = ["names", "path"]


def path() -> Path:
    """The folder of the articles, one JSON Lines file each."""
    return Path(__file__).parent / "articles"


def names() -> tuple[str, ...]:
    """The articles' names, in the order of the alphabet.

    >>> "interview" in names()
    True
    """
    return tuple(file.stem for file in sorted(path().glob("*.jsonl")))
