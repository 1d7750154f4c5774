"""What a sample came to, in lines that stand in a terminal and, with bars, in Markdown."""

from collections.abc import Iterator

from sayso.ask.accuracy import Accuracy, Agreement, Rate, Recall

HEAD = ("of", "looked at", "right", "95 %", "right or corrected", "95 %")


def told(found: Accuracy) -> Iterator[str]:
    """Lines of plain text."""
    yield summary(found)
    for one in found.rates:
        yield f"{named(one)}: {' · '.join(cells(one)[1:])}"
    for row in found.recall:
        yield recalled(row)
    for pair in found.agreement:
        yield agreed(pair)


def markdown(found: Accuracy, by: tuple[str, ...] = ("all", "kind")) -> Iterator[str]:
    """Blocks of Markdown: the sample, a table of rates, what was missed, how far people agree."""
    yield summary(found)
    rows = [one for one in found.rates if one.by in by]
    if rows:
        table = [HEAD, ("---",) * len(HEAD), *(cells(one) for one in rows)]
        yield "\n".join(f"| {' | '.join(row)} |" for row in table)
    lines = [recalled(row) for row in found.recall] + [agreed(pair) for pair in found.agreement]
    if lines:
        yield "\n".join(f"- {line}" for line in lines)


def summary(found: Accuracy) -> str:
    """What was drawn and how far it was judged."""
    rest = f", {found.waiting} wait" if found.waiting else ""
    rest += f", {found.changed} are read otherwise since and don't count" if found.changed else ""
    return f"Of {found.drawn} records drawn at random (seed {found.seed}) people have judged {found.judged}{rest}."


def named(one: Rate) -> str:
    """What a rate is of."""
    if one.by == "all":
        return "all, each kind by its share"
    return f"{one.kind}s" if one.by == "kind" else f"{one.kind}s, {one.by} {one.value or 'unknown'}"


def cells(one: Rate) -> tuple[str, ...]:
    """The cells of a rate."""
    return (
        named(one), f"{one.n}", share(one.exact), f"{share(one.exact_low)}–{share(one.exact_high)}", share(one.found),
        f"{share(one.found_low)}–{share(one.found_high)}",
    )  # fmt: skip


def recalled(row: Recall) -> str:
    """What was found of what stands in the passages read."""
    return (
        f"recall of {row.kind}s in {row.passages} passages read whole: {share(row.recall)} ({share(row.low)}–{share(row.high)}), "
        f"{row.found} found, {row.added} added by people"
    )


def agreed(pair: Agreement) -> str:
    """How far two people agree."""
    beyond = f", kappa {pair.kappa:.2f}" if pair.kappa is not None else ""
    return f"{pair.who} and {pair.other} agree on {pair.alike} of {pair.n} ({share(pair.low)}–{share(pair.high)}){beyond}"


def share(value: float) -> str:
    """A share in per cent.

    >>> share(0.857)
    '85.7 %'
    """
    return f"{100 * value:.1f} %"
