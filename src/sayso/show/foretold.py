"""Claims and scores in words, the same in the terminal and on pages."""

from collections.abc import Callable, Iterator, Sequence

from sayso.ask.foretold import Foretelling
from sayso.ask.records import Score
from sayso.ask.scoring import Interval
from sayso.ledger.deeds import Party
from sayso.show import doings
from sayso.show.plain import plain

WHOSE = {
    "question": "its question’s day",
    "theirs": "their own date",
    "reminder": "a reminder: ours, not theirs",
    "ours": "ours, not theirs",
}
ANSWERED = {"yes": "came true", "no": "did not come true", "ambiguous": "can’t be said", "void": "void: the condition never came"}
JUDGED = {
    "accept": "accepted by people",
    "correct": "corrected by people",
    "reject": "rejected by people",
    "add": "added by people",
}
STOOD = {
    "headline": "in the headline alone", "quotation": "in the quotation", "statement": "in the reported words",
    "outlet": "in the outlet’s words",
}  # fmt: skip


def due(row: Foretelling) -> str:
    """The day it falls due, a dash where there is none."""
    return row.due or "–"


def state(row: Foretelling) -> str:
    """How it stands, in a few words."""
    if row.state == "settled":
        return ANSWERED.get(row.answer or "", "settled")
    if row.state == "rejected":
        return "no forecast"
    return f"{row.state}: {WHOSE[row.due_from]}" if row.due else row.state


def likelihood(row: Foretelling) -> str | None:
    """The probability stated, or the range that a survey's readers take the words for; None where there is neither."""
    if row.low is None or row.high is None:
        return None
    if row.low == row.high:
        return f"stated: {percent(row.low)} %"
    return f"“{row.phrase}”: {percent(row.low)}–{percent(row.high)} % to readers"


def stands(row: Foretelling) -> str:
    """Where the condition stands; what only a headline says is the headline's alone."""
    return STOOD.get(row.condition_from or "", "place unknown")


def left(row: Score) -> str:
    """Why propositions are not resolved, those reasons that there are."""
    reasons = (
        (row.unasked, "not asked about"),
        (row.pending, "asked and open"),
        (row.ambiguous, "ambiguous"),
        (row.void, "void"),
    )
    return ", ".join(f"{count} {why}" for count, why in reasons if count) or "none is left"


def event(row: Foretelling, side: Callable[[Sequence[Party]], str] = doings.side) -> str | None:
    """The event foretold: its type and sides as `side` tells them, None where no word of the claim names one."""
    if row.event_type is None:
        return None
    kind, to = row.event_type.lower(), f" → {side(row.event_recipients)}" if row.event_recipients else ""
    return f"{kind}: {side(row.event_actors)}{to}" if row.event_actors or to else kind


def foreseen(row: Foretelling) -> str | None:
    """The same for pages, codes in words."""
    return event(row, doings.worded)


def percent(share: float) -> str:
    """A share in per cent, without needless decimals.

    >>> percent(0.4), percent(0.125)
    ('40', '12.5')
    """
    return f"{share * 100:.1f}".removesuffix(".0")


def parts(row: Foretelling) -> tuple[str, str, str]:
    """What stands before the proposition (kind and likelihood), the proposition, and its condition and event."""
    likely = likelihood(row)
    before = f"{row.kind}{', ' + plain(likely) if likely else ''}: "
    after = f" [only if: {plain(row.condition)}; {stands(row)}]" if row.condition else ""
    told = event(row)
    return before, plain(row.quote), "".join((after, f" [{told}]" if told else "", *beside(row)))


def beside(row: Foretelling) -> Iterator[str]:
    """What stands behind a claim on a line: how often it was printed, and what a reviewer made of it."""
    if row.printed > 1:
        yield f" [printed {row.printed} times]"
    if row.verdict:
        yield f" [{JUDGED[row.verdict]}]"


def cells(row: Score) -> Iterator[str]:
    """Unresolved share, outcomes, and the two kinds of score of a record."""
    yield f"{percent(row.unresolved)} % of {row.propositions}"
    yield f"{row.yes} : {row.no}"
    rank = f"rank {row.rank}, " if row.rank else ""
    yield f"{rank}Brier {row.stated.brier} {between(row.stated_range)}, n = {row.stated.n}" if row.stated else "–"
    yield f"Brier {row.worded.low} to {row.worded.high} {between(row.worded_range)}, n = {row.worded_n}" if row.worded else "–"


def between(found: Interval | None) -> str:
    """A bootstrap interval in brackets."""
    return f"({found.low} to {found.high})" if found else ""
