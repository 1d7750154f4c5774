"""The network of who speaks about whom, laid out for SVG: speakers on the left, those they name on the right, bands between them."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.ledger.talking import Talk

WIDTH = 760.0
LEFT = 236.0
RIGHT = WIDTH - LEFT
BAR = 7.0
STEP = 19.0
"""Height that a name needs."""

THICKEST = 42.0
"""The widest node is so high; bands are as wide as their share of it."""

SWEEPS = 6
LONGEST = 30
FULL = 200
COLOURS = 7


class Node(msgspec.Struct, frozen=True):
    """A name on one side: its bar from `y`, the middle of it, how many statements, how many of them are drawn."""

    name: str
    label: str
    y: float
    height: float
    statements: int
    colour: str
    key: str

    @property
    def middle(self) -> float:
        """Where the name is written."""
        return round(self.y + self.height / 2, 1)

    @property
    def title(self) -> str:
        """The name whole, unless it is no name, with how many statements."""
        return f"{cut(self.name, FULL)}: {self.statements}"


class Band(msgspec.Struct, frozen=True):
    """A pair: a curve from the speaker's bar to the other's, as wide as it has statements."""

    d: str
    width: float
    title: str
    colour: str
    ends: str


class Flow(msgspec.Struct, frozen=True):
    """What is drawn, and what is not: `hidden_left` and `hidden_right` count the names left out; `alt` says it in a sentence."""

    speakers: tuple[Node, ...]
    named: tuple[Node, ...]
    bands: tuple[Band, ...]
    height: float
    drawn: int
    statements: int
    hidden_left: int
    hidden_right: int
    alt: str
    width: float = WIDTH
    left: float = LEFT
    right: float = RIGHT
    bar: float = BAR


def flow(talks: Sequence[Talk], most: int) -> Flow | None:
    """The drawing of the pairs among the `most` names of each side that have most statements; None without any pair."""
    if not talks:
        return None
    sums = [summed((row.speaker, row.statements) for row in talks), summed((row.about, row.statements) for row in talks)]
    # Who is named is chosen by what the speakers say, and speakers who name none of them go, so that no name stands without a band.
    left = ranked(sums[0])[:most]
    said = [row for row in talks if row.speaker in set(left)]
    right = ranked(summed((row.about, row.statements) for row in said))[:most]
    shown = [row for row in said if row.about in set(right)]
    left = [name for name in left if any(row.speaker == name for row in shown)]
    left, right = untangled(left, right, shown)
    scale = THICKEST / max(max(summed(ends).values()) for ends in _ends(shown))
    colours = {name: f"v{n % COLOURS + 1}" for n, name in enumerate(ranked(sums[0])[:most])}
    speakers, named = (
        stacked(names, summed(ends), scale, colours, side)
        for names, ends, side in zip((left, right), _ends(shown), ("s", "a"), strict=True)
    )
    height = max(nodes[-1].y + nodes[-1].height for nodes in (speakers, named))
    speakers, named = (centred(nodes, height) for nodes in (speakers, named))
    return Flow(
        speakers, named, tuple(bands(speakers, named, shown, scale)), round(height + STEP / 2, 1),
        sum(row.statements for row in shown), sum(sums[0].values()), len(sums[0]) - len(left), len(sums[1]) - len(right), alt(shown),
    )  # fmt: skip


def _ends(talks: Sequence[Talk]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Both ends of the pairs with their statements."""
    return [(row.speaker, row.statements) for row in talks], [(row.about, row.statements) for row in talks]


def summed(ends: Iterator[tuple[str, int]] | Sequence[tuple[str, int]]) -> dict[str, int]:
    """Statements by name."""
    out: dict[str, int] = {}
    for name, count in ends:
        out[name] = out.get(name, 0) + count
    return out


def ranked(sums: Mapping[str, int]) -> list[str]:
    """Names, those with most first."""
    return sorted(sums, key=lambda name: (-sums[name], name))


def untangled(left: Sequence[str], right: Sequence[str], talks: Sequence[Talk]) -> tuple[list[str], list[str]]:
    """Both sides in an order in which bands cross less: each name comes to stand where its partners do on average."""
    pairs = [(row.speaker, row.about, row.statements) for row in talks]
    firsts, seconds = list(left), list(right)
    for _ in range(SWEEPS):
        seconds = by_partners(seconds, firsts, [(about, speaker, count) for speaker, about, count in pairs])
        firsts = by_partners(firsts, seconds, pairs)
    return firsts, seconds


def by_partners(names: Sequence[str], partners: Sequence[str], pairs: Sequence[tuple[str, str, int]]) -> list[str]:
    """Names in the order of the mean place of their partners, as they were where that is equal."""
    places = {name: place for place, name in enumerate(partners)}
    weights: dict[str, int] = {}
    means: dict[str, float] = {}
    for name, partner, count in pairs:
        weights[name] = weights.get(name, 0) + count
        means[name] = means.get(name, 0.0) + count * places[partner]
    return sorted(names, key=lambda name: means[name] / weights[name] if name in weights else 0.0)


def stacked(
    names: Sequence[str], sums: Mapping[str, int], scale: float, colours: Mapping[str, str], side: str
) -> tuple[Node, ...]:
    """Nodes one below the other, each with the room that its name needs."""
    out: list[Node] = []
    at = STEP / 2
    for number, name in enumerate(names):
        height = max(sums.get(name, 0) * scale, 2.0)
        room = max(height + 5, STEP)
        colour = colours.get(name, "v0") if side == "s" else "v0"
        key = f"{side}{number}"
        out.append(Node(name, cut(name), round(at + (room - height) / 2, 1), round(height, 1), sums.get(name, 0), colour, key))
        at += room
    return tuple(out)


def centred(nodes: Sequence[Node], height: float) -> tuple[Node, ...]:
    """The nodes moved down so that the shorter side stands in the middle of the longer one."""
    spare = (height - nodes[-1].y - nodes[-1].height) / 2
    return tuple(msgspec.structs.replace(node, y=round(node.y + spare, 1)) for node in nodes)


def bands(speakers: Sequence[Node], named: Sequence[Node], talks: Sequence[Talk], scale: float) -> Iterator[Band]:
    """A band for each pair, the widest first so that narrow ones lie above; at each bar they keep the order of the other side."""
    lefts, rights = {node.name: node for node in speakers}, {node.name: node for node in named}
    starts, ends = {node.name: node.y for node in speakers}, {node.name: node.y for node in named}
    from_, to = {}, {}
    for row in sorted(talks, key=lambda row: rights[row.about].y):
        from_[row.speaker, row.about] = starts[row.speaker]
        starts[row.speaker] += row.statements * scale
    for row in sorted(talks, key=lambda row: lefts[row.speaker].y):
        to[row.speaker, row.about] = ends[row.about]
        ends[row.about] += row.statements * scale
    for row in talks:
        pair = row.speaker, row.about
        half = row.statements * scale / 2
        first, last, bend = LEFT + BAR, RIGHT - BAR, (LEFT + RIGHT) / 2
        a, b = round(from_[pair] + half, 1), round(to[pair] + half, 1)
        yield Band(
            f"M{first:g} {a:g}C{bend:g} {a:g} {bend:g} {b:g} {last:g} {b:g}", round(max(half * 2, 0.7), 1),
            f"{cut(row.speaker, FULL)} about {cut(row.about, FULL)}: {row.statements}", lefts[row.speaker].colour,
            f"{lefts[row.speaker].key} {rights[row.about].key}",
        )  # fmt: skip


def cut(name: str, most: int = LONGEST) -> str:
    """A name as there is room for it.

    >>> cut("the second deputy commissioner for inland waters"), cut("Ilse Bramm")
    ('the second deputy commissione…', 'Ilse Bramm')
    """
    return name if len(name) <= most else name[: most - 1] + "…"


def alt(talks: Sequence[Talk]) -> str:
    """The widest bands in a sentence."""
    told = "; ".join(f"{cut(row.speaker)} about {cut(row.about)}, {row.statements}" for row in talks[:5])
    return f"Who speaks about whom. The widest bands: {told}. All are in the table below."
