"""The lexicon's files read: each function gives (alias, entry) pairs of one TSV file."""

from collections.abc import Iterator
from importlib.resources import files

from sayso.errors import ModelError
from sayso.lexicon.entries import Entry, Role

Named = tuple[str, Entry]
Row = dict[str, str]
IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "persons", "wife": "wives", "thief": "thieves"}


def rows(name: str) -> Iterator[Row]:
    """The rows of a file beside this module, cells by column.

    Raises ModelError where the file is missing or a row has too few cells.
    """
    try:
        text = files("sayso.lexicon").joinpath(name).read_text(encoding="utf-8")
    except FileNotFoundError as cause:
        raise ModelError(f"lexicon/{name}: missing; install sayso again") from cause
    lines = text.splitlines()
    head = lines[0].split("\t")
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(head):
            raise ModelError(f"lexicon/{name}: line {number} has {len(cells)} cells, not {len(head)}")
        yield dict(zip(head, cells, strict=True))


def aliases(row: Row) -> list[str]:
    """The row's name and aliases, those that are not empty."""
    return [row["name"], *(alias for alias in row["aliases"].split("|") if alias)]


def actors() -> Iterator[Named]:
    """Armed groups, parties, governments' bodies, intergovernmental bodies, firms."""
    for row in rows("actors.tsv"):
        entry = Entry(
            name=row["name"],
            kind=row["kind"],
            country=row["country"] or None,
            sector=row["sector"] or None,
            start=row["from"] or None,
            end=row["to"] or None,
            parent=row["parent"] or None,
            source=row["source"],
        )
        yield from ((alias, entry) for alias in aliases(row))


def _official(row: Row) -> Entry:
    return Entry(
        name=row["name"],
        kind="person",
        country=row["country"] or None,
        sector=row["sector"] or None,
        start=row["from"] or None,
        end=row["to"] or None,
        gender=row["gender"] or None,
        office=row["office"],
        source=row["source"],
    )


def officials() -> Iterator[tuple[str, str, Entry]]:
    """(alias, surname that alone is enough or "", entry) of office holders and other persons of the news."""
    for row in rows("officials.tsv"):
        entry = _official(row)
        yield from ((alias, row["surname"], entry) for alias in aliases(row))


def leaders() -> Iterator[Named]:
    """Heads of state and government by name as REIGN has it, often the surname alone."""
    for row in rows("leaders.tsv"):
        entry = Entry(
            name=row["name"],
            kind="person",
            country=row["country"],
            sector="GOV",
            start=row["from"],
            end=row["to"] or None,
            gender=row["gender"] or None,
            office="head of state or government",
            source=row["source"],
        )
        yield row["name"], entry


def outlets() -> Iterator[Named]:
    """News agencies, papers, broadcasters, with their control (SC: controlled by a state)."""
    for row in rows("outlets.tsv"):
        entry = Entry(
            name=row["name"],
            kind="organization",
            country=row["country"] or None,
            sector="JRN",
            parent=row["owner"] or None,
            control=row["control"] or None,
            source=row["source"],
        )
        yield from ((alias, entry) for alias in aliases(row))


def states() -> Iterator[tuple[Row, Entry]]:
    """(row, entry) of states: name, aliases, adjectives and capitals are in the row."""
    for row in rows("states.tsv"):
        yield row, Entry(name=row["name"], kind="state", country=row["code"], source=row["source"])


def places() -> Iterator[Named]:
    """Cities, first-level divisions, and the bases, straits and districts that news of conflicts names."""
    for row in rows("places.tsv"):
        yield row["name"], _place(row, weak=row["weak"] == "weak")
    for row in rows("sites.tsv"):
        entry = _place(row, weak=False)
        yield from ((alias, entry) for alias in aliases(row))


def _place(row: Row, *, weak: bool) -> Entry:
    return Entry(
        name=row["name"],
        kind="place",
        country=row["country"] or None,
        admin1=row["admin1"] or None,
        latitude=float(row["lat"]) if row["lat"] else None,
        longitude=float(row["lon"]) if row["lon"] else None,
        office=row["kind"],
        weak=weak,
        source=row["source"],
    )


def given() -> Iterator[tuple[str, str, bool]]:
    """(given name, m, f or "" where both, whether it is also a common word)."""
    for row in rows("given.tsv"):
        yield row["name"], row["gender"], bool(row["weak"])


def terms() -> dict[str, frozenset[str]]:
    """Sets of words by use: corporate (last words of bodies' names), physical (what a city has as a place)."""
    out: dict[str, set[str]] = {}
    for row in rows("terms.tsv"):
        out.setdefault(row["use"], set()).add(row["word"])
    return {use: frozenset(words) for use, words in out.items()}


def roles() -> Iterator[Role]:
    """Words for actors, singular and plural."""
    for row in rows("roles.tsv"):
        phrase, use, sector, gender = row["phrase"], row["use"], row["sector"] or None, row["gender"] or None
        yield Role(phrase, use, sector, gender, use == "group")
        if use != "group" and not phrase.endswith((".", "s")):
            yield Role(plural(phrase), use, sector, gender, True)


def plural(phrase: str) -> str:
    """The plural of a role.

    >>> [plural(p) for p in ("spokesman", "secretary of state", "deputy", "coach")]
    ['spokesmen', 'secretaries of state', 'deputies', 'coaches']
    """
    head, joint, tail = phrase.partition(" of ")
    before, _, word = head.rpartition(" ")
    stem = next((s for s in IRREGULAR if word.endswith(s)), None)
    if stem:
        word = word[: -len(stem)] + IRREGULAR[stem]
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        word = word[:-1] + "ies"
    else:
        word += "es" if word.endswith(("ch", "sh", "x")) else "s"
    return (f"{before} {word}" if before else word) + joint + tail
