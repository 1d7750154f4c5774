"""What a run of adding comes to, counted step by step."""

import re
from collections import Counter

from sayso.adding import Step
from sayso.ledger.statements import worded
from sayso.model import Document, Record, Statement

NUMBER = re.compile(r"(?<![\w-])\d[\d,.]*(?!\w)")


class Tally:
    """Counts over the steps of a run; `deepest` is the longest chain of names met."""

    def __init__(self) -> None:
        self.steps: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.forms: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.known = 0
        self.renewed = 0
        self.nested = 0
        self.deepest: tuple[str, ...] = ()
        self.links: dict[str, int] = {}

    def add(self, step: Step) -> None:
        """Nothing; the step is counted."""
        self.steps[step.what] += 1
        self.known += step.known if step.what == "file" else step.what == "known"
        if step.problem:
            self.reasons[reason(step.problem.origin, step.problem.why)] += 1
        if step.document and step.written:
            self.renewed += not step.written.new
            self.count(step.document, step.records)

    def count(self, document: Document, records: tuple[Record, ...]) -> None:
        """Nothing; what was found in a document is counted."""
        self.found.update(str(record.__struct_config__.tag) for record in records)
        statements = [record for record in records if isinstance(record, Statement)]
        self.forms.update(statement.form for statement in statements)
        nested = [statement for statement in statements if statement.within]
        self.nested += len(nested)
        if nested:
            links = {row.id: (row.speaker, row.within) for row in worded(document, records)}
            chains = [chain(links, statement.id) for statement in nested]
            self.deepest = max([self.deepest, *chains], key=len)

    @property
    def new(self) -> int:
        """Documents that were not in the ledger before."""
        return self.steps["read"] - self.renewed

    def summary(self) -> dict[str, object]:
        """Everything counted, for programs."""
        counts = {"new": self.new, "renewed": self.renewed, "known": self.known, "forgotten": self.steps["forgotten"]}
        found = {"found": dict(sorted(self.found.items())), "forms": dict(sorted(self.forms.items()))}
        chains = {"nested": self.nested, "deepest": self.deepest}
        return {
            **counts,
            "set_aside": self.steps["aside"],
            "reasons": dict(self.reasons.most_common()),
            **found,
            **chains,
            "links": self.links,
        }


def chain(links: dict[str, tuple[str, str | None]], id: str) -> tuple[str, ...]:
    """The speakers from the outermost statement down to this one."""
    names: dict[str, str] = {}
    here: str | None = id
    while here is not None and here in links and here not in names:
        names[here], here = links[here]
    return tuple(reversed(names.values()))


def reason(origin: str, why: str) -> str:
    """A problem's reason without the input's name and without numbers, so that like ones are counted together.

    >>> reason("in/a.txt", "in/a.txt: not UTF-8 at byte 17")
    'not UTF-8 at byte N'
    """
    return NUMBER.sub("N", why.removeprefix(f"{origin}: "))[:80]
