"""A ledger for releases: the articles of the exports, a link between two, and what people decided."""

from pathlib import Path

from sayso.ledger import Ledger, View
from sayso.ledger.verdicts import judge
from sayso.release.made import Made, Terms
from sayso.release.making import release
from tests.export import made
from tests.ledger.doing import raid


def ledger(path: Path) -> Path:
    """The ledger, nothing judged."""
    return made.ledger(path)


def record(kind: str, words: str) -> str:
    """The id of the raid's record whose kernel are these words."""
    doc, records = raid()
    return next(r.id for r in records if f".{kind}" in r.id and doc.text[r.kernel[0] : r.kernel[1]] == words)


def decide(path: Path, says: str, about: str, who: str = "Ada") -> str:
    """The id of a verdict that is given."""
    with Ledger(path) as writer:
        return judge(writer, about, says, who=who, why="read again").id


def released(path: Path, out: Path, **terms: object) -> Made:
    """A release of a ledger."""
    with View(path) as view:
        return release(view, out, Terms(**{"date": "2031-05-01", "parquet": False, **terms}))


def files(folder: Path) -> dict[str, bytes]:
    """Every file by its name."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
