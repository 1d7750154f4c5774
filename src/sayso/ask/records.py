"""How each speaker's forecasts came out: every proposition once, unresolved ones first, then what can be scored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.ask import sameness, scoring
from sayso.ask.scoring import Interval, Murphy
from sayso.ledger import View
from sayso.ledger.claims import folded
from sayso.ledger.identities import wholes
from sayso.ledger.tried import Tried, units

FEWEST = 20
"""Nobody is ranked by fewer stated numbers that came out one way or the other."""

NOTE = (
    "We only see what was quoted. Outlets choose which forecasts to print, and those who ask choose which to settle: "
    "a record is of these, not of all that a speaker foretold."
)


class Unit(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One speaker's proposition, however often it was printed: the first claim stands for all, the first question decides.

    `ids` are those of all its claims in order of printing, `whose` tells speakers apart.
    """

    first: Tried
    speaker: str
    whose: str
    ids: tuple[str, ...]
    outlets: tuple[str, ...]
    asked: bool
    answer: str | None

    @property
    def outcome(self) -> int | None:
        """1 where it came true, 0 where it did not, None where that is not known or can't be said."""
        return {"yes": 1, "no": 0}.get(self.answer or "")


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker's record. `unresolved` is the share of propositions that came out neither yes nor no, `base_rate` that of yes
    among the rest. `stated` is over stated numbers, `worded` the interval over words, each with its bootstrap interval.
    """

    speaker: str
    own: bool
    propositions: int
    unresolved: float
    unasked: int
    pending: int
    ambiguous: int
    void: int
    yes: int
    no: int
    base_rate: float | None
    stated: Murphy | None
    stated_range: Interval | None
    worded_n: int
    worded: Interval | None
    worded_range: Interval | None
    unworded: int
    rank: int | None = None


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A wording with the range its readers take it for, how often it was used of what came out, and how often that came true."""

    phrase: str
    low: float
    high: float
    n: int
    observed: float


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """Forecasts of others that an outlet printed: it carried them, it did not make them."""

    outlet: str
    propositions: int
    yes: int
    no: int


def tried(view: View, by: str = "") -> list[Unit]:
    """Every speaker's propositions, in the order they were first printed; of speakers whose name has words that begin as in `by`.

    Names that people say are one actor's are one speaker's; what people rejected is no forecast.
    """
    fullest = wholes(view)

    def whose(claim: Tried) -> str:
        key = claim.folded or claim.speaker
        return folded(fullest[key]) if key in fullest else key

    groups = sameness.grouped(units(view, by), lambda one: f"{whose(one)}\0{besides(one)}", lambda one: one.proposition)
    return [unit(group, whose(group[0]), fullest) for group in groups]


def besides(claim: Tried) -> str:
    """What but its words and speaker must be equal: the date, whether there is a condition, whether it is the outlet's own."""
    return f"{claim.latest or ''} {claim.conditional} {claim.own}"


def unit(group: Sequence[Tried], whose: str, fullest: Mapping[str, str]) -> Unit:
    """One proposition of these claims."""
    first = group[0]
    named = fullest.get(first.folded, first.speaker)
    if len(group) == 1:
        outlets = (first.outlet,) if first.outlet else ()
        return Unit(
            first=first, speaker=named, whose=whose, ids=(first.id,), outlets=outlets, asked=first.asked is not None, answer=first.answer
        )  # fmt: skip
    asked = sorted((one for one in group if one.asked is not None), key=lambda one: one.asked or 0)
    return Unit(
        first=first, speaker=named, whose=whose, ids=tuple(one.id for one in group),
        outlets=tuple(dict.fromkeys(one.outlet for one in group if one.outlet)), asked=bool(asked), answer=asked[0].answer if asked else None,
    )  # fmt: skip


def same(found: Iterable[Unit]) -> dict[str, str]:
    """For each claim that says what another does the id of the one that was printed first, which is its own for that one."""
    return {id: one.ids[0] for one in found if len(one.ids) > 1 for id in one.ids}


def scores(found: Iterable[Unit], offset: int = 0, limit: int | None = None) -> list[Score]:
    """A record for each speaker: the ranked ones first, then by how much came out, then by name; of these the part asked for.

    Only those given are drawn again and again for their intervals, which is what takes time.
    """
    by: dict[tuple[str, bool], list[Unit]] = {}
    for one in found:
        by.setdefault((one.whose, bool(one.first.own)), []).append(one)
    placed = ranked([score(one[0].speaker, own, one, drawn=False) for (_, own), one in by.items()])
    part = placed[offset : None if limit is None else offset + limit]
    whose = {(one[0].speaker, own): one for (_, own), one in by.items()}
    return [msgspec.structs.replace(score(one.speaker, one.own, whose[one.speaker, one.own]), rank=one.rank) for one in part]


def speakers(found: Iterable[Unit]) -> int:
    """How many have a record."""
    return len({(one.whose, one.first.own) for one in found})


def score(speaker: str, own: bool, found: Sequence[Unit], *, drawn: bool = True) -> Score:
    """The record of these propositions, which must not be none; without `drawn` it lacks what drawing them again would give."""
    settled = [(one.first, one.outcome) for one in found if one.outcome is not None]
    outcomes = [outcome for _, outcome in settled]
    answers = [one.answer for one in found]
    stated = [(one.low, outcome) for one, outcome in settled if one.low is not None and one.low == one.high]
    worded = [
        ((one.low, one.high), o) for one, o in settled if one.low is not None and one.high is not None and one.low != one.high
    ]
    ends = scoring.losses([pair for pair, _ in worded], [o for _, o in worded])
    points = [(p - o) ** 2 for p, o in stated]
    return Score(
        speaker=speaker,
        own=own,
        propositions=len(found),
        unresolved=scoring.rounded(1 - len(settled) / len(found)),
        unasked=sum(not one.asked for one in found),
        pending=sum(one.asked and one.answer is None for one in found),
        ambiguous=answers.count("ambiguous"),
        void=answers.count("void"),
        yes=answers.count("yes"),
        no=answers.count("no"),
        base_rate=scoring.rounded(sum(outcomes) / len(outcomes)) if outcomes else None,
        stated=scoring.murphy([p for p, _ in stated], [o for _, o in stated]) if stated else None,
        stated_range=scoring.bootstrap(points, points) if stated and drawn else None,
        worded_n=len(worded),
        worded=scoring.brier_interval([pair for pair, _ in worded], [o for _, o in worded]) if worded else None,
        worded_range=scoring.bootstrap(*ends) if worded and drawn else None,
        unworded=len(settled) - len(stated) - len(worded),
    )


def ranked(found: Sequence[Score]) -> list[Score]:
    """The same, those with 20 stated numbers or more ranked by Brier score; equal scores share a rank."""
    fit = sorted(one.stated.brier for one in found if one.stated and one.stated.n >= FEWEST)
    given = [
        msgspec.structs.replace(one, rank=fit.index(one.stated.brier) + 1) if one.stated and one.stated.n >= FEWEST else one
        for one in found
    ]
    return sorted(given, key=lambda one: (one.rank or len(given) + 1, -(one.yes + one.no), -one.propositions, one.speaker))


def whole(found: Sequence[Unit]) -> Score | None:
    """The record of all speakers together, None where there is nothing."""
    return score("everybody", False, found) if found else None


def phrases(found: Iterable[Unit]) -> list[Phrase]:
    """Wordings of what came out, lowest range first: whether what is called likely comes true as often as its readers think."""
    by: dict[tuple[float, float, str], list[int]] = {}
    for one in found:
        low, high = one.first.low, one.first.high
        if one.outcome is not None and low is not None and high is not None and low != high:
            by.setdefault((low, high, one.first.phrase or ""), []).append(one.outcome)
    return [
        Phrase(phrase=phrase, low=low, high=high, n=len(those), observed=scoring.rounded(sum(those) / len(those)))
        for (low, high, phrase), those in sorted(by.items())
    ]


def with_everybody(found: Sequence[Unit]) -> list[Score]:
    """The record of all speakers together, then each one's; none where nothing was foretold."""
    together = whole(found)
    return [together, *scores(found)] if together else []


def carried(found: Iterable[Unit]) -> Iterator[Carried]:
    """For each outlet what it printed of others, most first."""
    by: dict[str, list[Unit]] = {}
    for one in found:
        for outlet in () if one.first.own else one.outlets:
            by.setdefault(outlet, []).append(one)
    for outlet, those in sorted(by.items(), key=lambda item: (-len(item[1]), item[0])):
        answers = [one.answer for one in those]
        yield Carried(outlet=outlet, propositions=len(those), yes=answers.count("yes"), no=answers.count("no"))
