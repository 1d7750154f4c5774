"""The first page of a release: what it is, how it is cited, what is in it, how often it is wrong."""

from collections.abc import Iterator

from sayso.release import codebook, lists
from sayso.release.made import Made
from sayso.release.package import asked
from sayso.release.tables import TABLES
from sayso.show import accuracy

UNMEASURED = (
    "**The error rate of this data set has not been measured.** `sayso sample` draws records at random for people to judge, `sayso "
    "accuracy` tells what they found; a release made after that says it here."
)


def page(made: Made) -> str:
    """README.md in Markdown."""
    return (
        "\n\n".join(
            [*opening(made), "## How often it is wrong", *error_rate(made), *inside(made), *lists.told(made), *made_by(made)]
        )
        + "\n"
    )


def opening(made: Made) -> Iterator[str]:
    """What it is and how it is cited."""
    title = plain(made.terms.title)
    yield f"# {title}"
    yield f"Release of {made.date}, id `{made.id}`, made with sayso {made.versions.sayso}."
    yield f"Cite as: *{title}*, release of {made.date} (`{made.id}`)."


def error_rate(made: Made) -> Iterator[str]:
    """What people found in a sample, or that nobody has looked."""
    if made.accuracy is None:
        yield UNMEASURED
        return
    yield from (plain_lines(block) for block in accuracy.markdown(made.accuracy))
    yield (
        "Right: accepted by a person as it is. Intervals are Wilson's; those over all kinds weigh each kind by how many there are. The sample "
        "is of the whole ledger. By code, outlet and year: `accuracy.csv`. What people corrected or rejected is mended in the tables, so they are a "
        "little better than this."
    )


def inside(made: Made) -> Iterator[str]:
    """The tables with their counts, the query, the limit on words."""
    yield "## What is in it"
    rows = [
        f"| [{table.name}](data/{table.name}.csv) | {made.counts[table.name]} | {codebook.says(table.name, '')} |"
        for table in TABLES
    ]
    yield "\n".join(["| table | rows | |", "|---|---:|---|", *rows])
    yield (
        "`CODEBOOK.md` says what is coded and what every field and code means, `datapackage.json` describes every column for programs, `events.polecat.txt` has the events that are not denied in POLECAT's columns, "
        "`SHA256SUMS` lists the hash of every file. In CSV an apostrophe stands before a cell that a spreadsheet would run as a formula; lists are JSON."
    )
    query = "; ".join(f"{name}: {plain(value)}" for name, value in asked(made).items())
    yield f"Chosen by: {query}." if query else "All documents of the ledger."
    yield texts(made)


def texts(made: Made) -> str:
    """How much of the articles is in it."""
    limit = made.terms.limit
    if made.terms.texts:
        return "The texts of the articles are in `texts/`; they are their publishers'."
    if limit.words == 0 or limit.total == 0:
        return "No words of the articles are quoted: records point at them by offsets in Unicode code points."
    whole = "are quoted whole" if limit.words is None else f"are cut after {limit.words} words"
    most = f", at most {limit.total} words of one article" if limit.total is not None else ""
    return f"The articles are not in it; quotations {whole}{most}. Offsets are in Unicode code points of the text whose hash is given."


def made_by(made: Made) -> Iterator[str]:
    """The versions of everything that had a part."""
    yield "## Made by"
    lines = [f"- {name}: {', '.join(f'{by} ({many})' for by, many in counts.items()) or 'none'}" for name, counts in (
        ("engines (documents)", made.versions.engines), ("readers (records)", made.versions.readers), ("linkers (links)", made.versions.linkers)
    )]  # fmt: skip
    yield "\n".join(
        [
            *lines,
            f"- lexicon: sha256 {made.versions.lexicon}",
            f"- weights: {made.versions.weights or 'none installed'}",
            f"- vectors: {made.versions.vectors or 'none installed'}",
        ]
    )


def plain(words: str) -> str:
    """Words on one line, nothing in them read as Markdown or HTML."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]<>#|&!" else c for c in " ".join(words.split()))


def plain_lines(block: str) -> str:
    """A block whose names can't break out of it: no HTML, no links."""
    return block.replace("<", "&lt;").replace("[", "\\[")
