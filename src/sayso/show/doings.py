"""Events and actors in words, the same in the terminal and on pages: status by a sign and a word, sides, tolls."""

from collections.abc import Iterator, Sequence

from sayso.ask.actors import Taking
from sayso.ask.did import Doing
from sayso.ledger.deeds import Party
from sayso.model import Count
from sayso.show.cards import REALITY
from sayso.show.codes import country, sector
from sayso.show.marks import STATUS_GLYPH
from sayso.show.plain import plain

MEANT = {
    "CT+": "certain", "CT-": "certainly not", "PR+": "probable", "PR-": "probably not", "PS+": "possible", "PS-": "possibly not",
    "Uu": "not said",
}  # fmt: skip


def glyph(reality: str) -> str:
    """The sign of how an event is told, as on a document's page."""
    return STATUS_GLYPH.get(reality, "○")


def told(row: Doing) -> str:
    """How an event is told, in words: "claimed, certain"."""
    how = "conditional" if row.reality == "conditional" else REALITY.get(row.reality, row.reality)
    return f"{how}, {MEANT.get(row.status, row.status)}"


def kind(row: Doing) -> str:
    """The type with its modes: "assault (drone)"."""
    return row.type.lower() + (f" ({', '.join(row.modes)})" if row.modes else "")


def coded(side: Party) -> str:
    """A side's codes, empty where it has none: "IRN MIL"."""
    return " ".join(filter(None, (side.country, side.sector)))


def spelt(side: Party) -> str:
    """A side's codes in words, empty where it has none: "Iran, military"."""
    return ", ".join(filter(None, (side.country and country(side.country), side.sector and sector(side.sector))))


def side(parties: Sequence[Party]) -> str:
    """Names of some sides with their codes, a dash where there is none."""
    return ", ".join(plain(p.name) + (f" [{coded(p)}]" if coded(p) else "") for p in parties) or "–"


def worded(parties: Sequence[Party]) -> str:
    """The same with their codes in words: "soldiers (Iran, military)"."""
    return ", ".join(plain(p.name) + (f" ({spelt(p)})" if spelt(p) else "") for p in parties) or "–"


def tolls(row: Doing) -> str:
    """Numbers of dead, injured and arrested, empty without any: "11 dead, 20 to 30 injured"."""
    named = (("dead", row.dead), ("injured", row.injured), ("arrested", row.arrested))
    return ", ".join(f"{counted(count)} {label}" for label, count in named if count)


def counted(count: Count) -> str:
    """A number or a range in words."""
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"


def around(row: Doing) -> tuple[str, str, str]:
    """The passage before the trigger, the trigger, the passage after it."""
    start, (first, last) = row.passage_span[0], row.trigger
    return row.passage[: first - start], row.passage[first - start : last - start], row.passage[last - start :]


def cells(row: Doing) -> Iterator[str]:
    """Lines of the first cell in the terminal: date, sign and words of the status, type."""
    yield row.day or (row.published or "–")[:10]
    yield f"{glyph(row.reality)} {told(row)}"
    yield kind(row)


def parts(row: Taking) -> tuple[str, str, str, str]:
    """How often an actor speaks, acts and undergoes something, and in how many documents."""
    return str(row.speaks), str(row.acts), str(row.undergoes), str(row.documents)


def codes(row: Taking) -> str:
    """What an actor is: kinds, countries, sectors."""
    return " ".join(filter(None, ("/".join(row.kinds), "/".join(row.countries), "/".join(row.sectors))))


def described(row: Taking) -> str:
    """What an actor is, in words: "person, Iran, military"."""
    words = (*row.kinds, *map(country, row.countries), *map(sector, row.sectors))
    return ", ".join(filter(None, words))
