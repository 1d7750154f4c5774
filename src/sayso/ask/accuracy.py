"""How often the records of a ledger are right: what people found in a random sample, with intervals; what was missing in passages they read."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from sayso.ask.intervals import kappa, weighted, wilson
from sayso.ask.sampling import KINDS
from sayso.ledger import View, sampled
from sayso.ledger.reviewed import Reviewed, reviewed
from sayso.ledger.sampled import Candidate, Drawn
from sayso.model import Event, Forecast, Statement
from sayso.model.span import covers
from sayso.model.verdicts import JUDGING, Verdict, alike, standing

BY = ("all", "kind", "code", "outlet", "year")


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """How many of the records that people looked at are right.

    `by` says what is counted by (all, kind, code, outlet, year), `kind` and `value` which. `right` were accepted as they are, `mended`
    corrected, `wrong` rejected. `exact` is the share that is right as it is, `found` that which is right or was to be corrected; both
    with Wilson's 95 per cent interval. `population` is how many there are, 0 where it is not counted.
    """

    by: str
    kind: str
    value: str
    population: int
    n: int
    right: int
    mended: int
    wrong: int
    exact: float
    exact_low: float
    exact_high: float
    found: float
    found_low: float
    found_high: float


class Recall(msgspec.Struct, frozen=True, kw_only=True):
    """How much of what stands in the passages that people read whole was found: `found` by the machine, `added` by them."""

    kind: str
    passages: int
    found: int
    added: int
    recall: float
    low: float
    high: float


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How often two people judged the same record alike (accept, correct, reject), and Cohen's kappa."""

    who: str
    other: str
    n: int
    alike: int
    share: float
    low: float
    high: float
    kappa: float | None


class Accuracy(msgspec.Struct, frozen=True, kw_only=True):
    """What a sample came to. `waiting` of it nobody has judged, `changed` the reader reads otherwise since they were judged."""

    seed: int
    drawn: int
    judged: int
    waiting: int
    changed: int
    passages: int
    rates: tuple[Rate, ...]
    recall: tuple[Recall, ...]
    agreement: tuple[Agreement, ...]


class Judged(msgspec.Struct, frozen=True):
    """A drawn record with what it is counted by, and what it came to: right, mended, wrong."""

    of: Candidate
    population: int
    came_to: str


def accuracy(view: View) -> Accuracy | None:
    """What people found in the last sample; None where none was drawn."""
    drawn = sampled.last(view)
    if not drawn:
        return None
    rows = {row.id: row for doc in dict.fromkeys(one.doc for one in drawn) for row in reviewed(view, doc)}
    known = {one.id: one for one in sampled.candidates(view)}
    records = [one for one in drawn if one.kind != "passage"]
    states = {one.id: state(rows.get(one.id)) if one.id in known else "changed" for one in records}
    judged = [Judged(known[o.id], o.population, states[o.id]) for o in records if states[o.id] in ("right", "mended", "wrong")]
    return Accuracy(
        seed=drawn[0].seed, drawn=len(records), judged=len(judged), waiting=sum(s == "waiting" for s in states.values()),
        changed=sum(s == "changed" for s in states.values()), passages=len(drawn) - len(records), rates=tuple(rates(judged)),
        recall=tuple(recall(view, [one for one in drawn if one.kind == "passage"], rows)),
        agreement=tuple(agreement([rows[one.id] for one in records if one.id in rows])),
    )  # fmt: skip


def state(row: Reviewed | None) -> str:
    """What a drawn record came to: waiting, right, mended, wrong; changed where the verdict is about another reading of it."""
    if row is None or row.judgement is None:
        return "waiting"
    if row.turn == "agrees" and row.judgement.says == "correct":
        return "right"
    if row.machine is None or (row.judgement.seen is not None and not alike(row.judgement.seen, row.machine)):
        return "changed"
    return {"accept": "right", "correct": "mended", "reject": "wrong"}.get(row.judgement.says, "changed")


def rates(judged: Sequence[Judged]) -> Iterator[Rate]:
    """The rates over all, by kind, and within each kind by code, outlet and year."""
    if judged:
        yield over_all(judged)
    for kind in KINDS:
        of_kind = [one for one in judged if one.of.kind == kind]
        if of_kind:
            yield rate("kind", kind, "", of_kind, of_kind[0].population)
        for by in ("code", "outlet", "year"):
            for value in sorted({str(getattr(one.of, by)): None for one in of_kind}):
                yield rate(by, kind, value, [one for one in of_kind if getattr(one.of, by) == value], 0)


def rate(by: str, kind: str, value: str, judged: Sequence[Judged], population: int) -> Rate:
    """The rate of records that were all as likely to be drawn."""
    counts = {word: sum(one.came_to == word for one in judged) for word in ("right", "mended", "wrong")}
    n = len(judged)
    return made(by, kind, value, population, counts, (counts["right"] / n, n), ((counts["right"] + counts["mended"]) / n, n))


def over_all(judged: Sequence[Judged]) -> Rate:
    """The rate over all kinds, each weighing as much as there are of it; its interval by the effective size of such a sample."""
    counts = {word: sum(one.came_to == word for one in judged) for word in ("right", "mended", "wrong")}
    exact: list[tuple[float, float, float]] = []
    found: list[tuple[float, float, float]] = []
    for kind in KINDS:
        of_kind = [one.came_to for one in judged if one.of.kind == kind]
        size = next((one.population for one in judged if one.of.kind == kind), 0)
        exact.append((float(of_kind.count("right")), float(len(of_kind)), float(size)))
        found.append((float(len(of_kind) - of_kind.count("wrong")), float(len(of_kind)), float(size)))
    population = int(sum(size for _, _, size in exact))
    return made("all", "", "", population, counts, weighted(exact), weighted(found))


def made(
    by: str, kind: str, value: str, population: int, counts: Mapping[str, int], exact: tuple[float, float], found: tuple[float, float]
) -> Rate:  # fmt: skip
    """A rate from two proportions, each with the size of the sample that it rests on."""
    (p, n), (q, m) = exact, found
    one, two = wilson(p * n, n), wilson(q * m, m)
    return Rate(
        by=by, kind=kind, value=value, population=population, n=sum(counts.values()), right=counts["right"], mended=counts["mended"],
        wrong=counts["wrong"], exact=round(p, 4), exact_low=one.low, exact_high=one.high, found=round(q, 4), found_low=two.low,
        found_high=two.high,
    )  # fmt: skip


def recall(view: View, passages: Sequence[Drawn], rows: Mapping[str, Reviewed]) -> Iterator[Recall]:
    """For each kind how much of what stands in the passages that were read was found."""
    readers = sampled.readers(view)
    read = [one for one in passages if one.id in readers]
    inside = [row for row in rows.values() if any(row.doc == one.doc and within(row, one) for one in read)]
    for kind in KINDS:
        of_kind = [row for row in inside if row.type == kind and row.judgement is not None]
        added = sum(row.machine is None and row.record is not None for row in of_kind)
        found = sum(row.machine is not None and row.record is not None for row in of_kind)
        if added + found:
            interval = wilson(found, found + added)
            yield Recall(
                kind=kind, passages=len(read), found=found, added=added, recall=round(found / (found + added), 4), low=interval.low,
                high=interval.high,
            )  # fmt: skip


def within(row: Reviewed, passage: Drawn) -> bool:
    """Whether a record stands in a passage, by its kernel."""
    shown = row.record or row.machine
    return isinstance(shown, Statement | Event | Forecast) and covers((passage.start, passage.end), shown.kernel)


def agreement(rows: Sequence[Reviewed]) -> Iterator[Agreement]:
    """For each two people how they judged the records of the sample that both did."""
    said = [own(row.verdicts) for row in rows]
    people = sorted({who: None for one in said for who in one})
    for who, other in combinations(people, 2):
        pairs = [(one[who], one[other]) for one in said if who in one and other in one]
        if pairs:
            same = sum(a == b for a, b in pairs)
            interval = wilson(same, len(pairs))
            yield Agreement(
                who=who, other=other, n=len(pairs), alike=same, share=round(same / len(pairs), 4), low=interval.low,
                high=interval.high, kappa=kappa(pairs),
            )  # fmt: skip


def own(verdicts: Sequence[Verdict]) -> dict[str, str]:
    """What each person says of a record, by the last of their verdicts that stand."""
    return {one.who: one.says for one in standing(tuple(verdicts)) if one.says in JUDGING}
