"""Formats: what each is called, whether it is one file that may go to the terminal, and what writes it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from sayso.errors import UsageError
from sayso.export import brat, ftm, polecat, report, tables, webannotation
from sayso.export.article import Article
from sayso.export.gathering import Wanted
from sayso.lexicon import Lexicon, plover
from sayso.lexicon.own import Own

EVIDENCE = ".evidence"
"""What the companion of a POLECAT file has before its ending."""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """How something is to be given away: which kind of row, cells as they are, where links lead, and the lists that the user brought."""

    wanted: Wanted
    of: str = "statements"
    raw: bool = False
    home: str = report.HOME
    own: Own = Own()


Articles = Iterable[Article]
STREAMS: dict[str, Callable[[Articles, Order], Iterable[bytes]]] = {
    "csv": lambda articles, order: tables.as_csv(articles, order.of, order.own, raw=order.raw),
    "jsonl": lambda articles, order: tables.as_jsonl(articles, order.of, order.own),
    "webannotation": lambda articles, _: webannotation.page(articles),
    "ftm": lambda articles, _: ftm.lines(articles),
    "markdown": lambda articles, order: report.markdown(articles, order.wanted, order.home),
    "html": lambda articles, order: [report.html(articles, order.wanted, order.home).encode("utf-8", "replace")],
}
"""Formats that are one stream of bytes."""
FILES: dict[str, Callable[[Articles, Order, Path], None]] = {
    "polecat": lambda articles, _, out: to_polecat(articles, out),
    "parquet": lambda articles, order, out: to_parquet(articles, order, out),
    "brat": lambda articles, _, out: to_brat(articles, out),
}
"""Formats that need a name to write to."""
FORMATS = (*FILES, *STREAMS)


def stream(name: str, articles: Articles, order: Order) -> Iterator[bytes]:
    """The bytes of a format that is one stream."""
    yield from STREAMS[name](articles, order)


def write(name: str, articles: Articles, order: Order, out: Path) -> None:
    """Nothing; the export stands under `out`, whole or not at all. Raises: UsageError where something stands there already."""
    if out.exists() or not out.parent.is_dir():
        raise UsageError(f"{out}: {'there already' if out.exists() else 'its folder is not there'}; give the name of a new file")
    if name in FILES:
        FILES[name](articles, order, out)
        return
    part = beside(out, ".part")
    with part.open("wb") as file:
        file.writelines(stream(name, articles, order))
    part.replace(out)


def beside(out: Path, mark: str) -> Path:
    """A name beside `out`: the same with a mark before its ending.

    >>> beside(Path("a/events.txt"), ".evidence").name
    'events.evidence.txt'
    """
    return out.with_name(f"{out.stem}{mark}{out.suffix}")


def to_polecat(articles: Articles, out: Path) -> None:
    """Nothing; the 40 columns stand in `out`, the companion beside it."""
    coder = polecat.Coder(Lexicon.load(), plover.load())
    companion = beside(out, EVIDENCE)
    if companion.exists():
        raise UsageError(f"{companion}: there already; give the name of a new file")
    parts = [beside(file, ".part") for file in (out, companion)]
    with parts[0].open("wb") as rows, parts[1].open("wb") as evidence:
        rows.write(polecat.line(polecat.HEADER))
        evidence.write(polecat.line(polecat.COMPANION))
        for row, told in coder.rows(articles):
            rows.write(polecat.line(row))
            evidence.write(polecat.line(told))
    for part, file in zip(parts, (out, companion), strict=True):
        part.replace(file)


def to_parquet(articles: Articles, order: Order, out: Path) -> None:
    """Nothing; the rows stand in `out`."""
    part = beside(out, ".part")
    tables.as_parquet(articles, order.of, part, order.own)
    part.replace(out)


def to_brat(articles: Articles, out: Path) -> None:
    """Nothing; the folder `out` holds a text and a standoff file for each article."""
    out.mkdir()
    for name, data in brat.files(articles):
        (out / name).write_bytes(data)
