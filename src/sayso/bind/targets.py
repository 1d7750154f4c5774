"""Targets: the event that a forecast foretells.

What it finds: of the events whose trigger lies in the proposition the one nearest to its root, among equals the first with sides.
What it misses: events that no word of the proposition names ("it may come to that"); of several foretold at once, all but one.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from sayso.lexicon import Lexicon
from sayso.model import Event, Forecast, Record, Spans
from sayso.model.span import any_covers
from sayso.text.parse import Parse, Token

COMES = ("foretold", "conditional", "demanded", "hypothetical")
"""How an event that lies ahead is told; at the root of a proposition any event is the one foretold."""

ASIDE = frozenset({"advcl", "acl:relcl", "parataxis"})
"""Clauses beside the claim: "once the gate is mended", "men who come at night"."""

Rank = tuple[int, bool, int, str]


def bind(parse: Parse, records: tuple[Record, ...], lexicon: Lexicon) -> tuple[Record, ...]:
    """The records, every forecast with the id of the event it foretells where a word of its proposition names one."""
    del lexicon
    events = sorted((r for r in records if isinstance(r, Event)), key=lambda e: (e.trigger, e.id))
    scene = _Scene(parse.tokens, events)
    return tuple(msgspec.structs.replace(r, event=scene.target(r.proposition)) if isinstance(r, Forecast) else r for r in records)


class _Scene:
    """A document's words and events, asked by proposition."""

    def __init__(self, tokens: Sequence[Token], events: Sequence[Event]) -> None:
        self.tokens, self.events = tokens, events
        self.subjects = frozenset(t.head for t in tokens if t.dep.startswith(("nsubj", "csubj")))

    def target(self, proposition: Spans) -> str | None:
        """Id of the event nearest to the root of a proposition, None where there is none."""
        return min(self.ranked(proposition), default=(0, False, 0, None))[3]

    def ranked(self, proposition: Spans) -> Iterator[Rank]:
        """(steps to the root, whether without sides, place, id) of each event that a proposition may foretell."""
        for start, end in proposition:
            first, last = (bisect_left(self.events, place, key=lambda e: e.trigger[0]) for place in (start, end))
            for event in self.events[first:last]:
                steps = self.steps(event.trigger[0], proposition)
                if steps == 0 or (steps is not None and event.reality in COMES):
                    yield steps, not (event.actors or event.recipients), event.trigger[0], event.id

    def steps(self, place: int, proposition: Spans) -> int | None:
        """How many heads lie between the token at a place and the root of a proposition; None from a clause beside it."""
        tokens, steps = self.tokens, 0
        at = min(bisect_left(tokens, place, key=lambda t: t.start), len(tokens) - 1)
        while (up := tokens[at].head) != at and any_covers(proposition, (tokens[up].start, tokens[up].end)):
            if tokens[at].dep in ASIDE or (tokens[at].dep == "conj" and at in self.subjects):
                return None
            at, steps = up, steps + 1
        return steps
