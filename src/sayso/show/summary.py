"""The lines that a run of adding ends with."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote

import msgspec

from sayso.tally import Tally

PLURALS = {"event": "events", "forecast": "forecasts", "mention": "mentions", "time": "time expressions", "leftover": "leftovers"}

LINKS = (
    ("copy", "pair of copies", "pairs of copies"), ("quote", "shared quotation", ""), ("conflicts", "conflict", ""),
)  # fmt: skip


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a run beside its tally."""

    ledger: Path
    inputs: int
    seconds: float
    workers: int
    reader: str


def summary(tally: Tally, run: Run) -> Iterator[str]:
    """What was read, found and written, and what to type next."""
    yield f"  read      {counted(run.inputs, 'input')} → {parts(tally)}"
    if tally.reasons:
        reasons = " · ".join(f"{number:,} {why}" for why, number in tally.reasons.most_common(4))
        yield f"  aside     {reasons}"
        yield f"            → sayso problems --ledger {quote(str(run.ledger))}"
    if tally.steps["read"]:
        yield from findings(tally)
        yield f"  read by   {run.reader}"
    if tally.links:
        ledger = quote(str(run.ledger))
        named = [(tally.links.get(kind, 0), one, many) for kind, one, many in LINKS]
        found = " · ".join(counted(number, one, many) for number, one, many in named if number)
        yield f"  linked    {found}  → sayso ask {'conflicts' if 'conflicts' in tally.links else 'quotes'} --ledger {ledger}"
    yield f"  wrote     {written(tally, run)}"
    yield f"  next      {following(tally, run)}"


def parts(tally: Tally) -> str:
    """New, known, set aside, refused."""
    named = [
        (tally.new, "new"),
        (tally.renewed, "known, read again as more is known of them now"),
        (tally.known, "known"),
        (tally.steps["aside"], "set aside"),
        (tally.steps["forgotten"], "refused as forgotten"),
    ]
    return counted(tally.new + tally.renewed + tally.known, "article") + "".join(f" · {n:,} {what}" for n, what in named if n)


def findings(tally: Tally) -> Iterator[str]:
    """Statements by form, other records, chains."""
    forms = ", ".join(f"{tally.forms[form]:,} {form}" for form in ("direct", "indirect", "mixed") if tally.forms[form])
    others = "".join(f" · {tally.found[kind]:,} {name}" for kind, name in PLURALS.items() if tally.found[kind])
    yield f"  found     {counted(tally.found['statement'], 'statement')}{f' ({forms})' if forms else ''}{others}"
    if tally.nested:
        deepest = " ← ".join(" ".join(name.split()) for name in tally.deepest)
        yield f"  chains    {tally.nested:,} second-hand, deepest {len(tally.deepest)}:  {deepest}"


def written(tally: Tally, run: Run) -> str:
    """The ledger's size, the time taken and the speed."""
    size = f"{run.ledger} (SQLite, {run.ledger.stat().st_size / 1e6:.1f} MB) in {run.seconds:.1f} s"
    speed = f", {tally.steps['read'] / run.seconds:.1f} articles/s" if tally.steps["read"] and run.seconds else ""
    return f"{size}{speed}, {counted(run.workers, 'reading process', 'reading processes')}"


def following(tally: Tally, run: Run) -> str:
    """The commands to type next."""
    ledger = quote(str(run.ledger))
    if not tally.new + tally.renewed + tally.known:
        return (
            f"nothing could be read: sayso problems --ledger {ledger}"
            if tally.steps["aside"]
            else "give files that hold articles"
        )
    return f"sayso serve --ledger {ledger}   ·   sayso ask said --ledger {ledger}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
