"""What the steps up from a trigger make of its act: holds or not, how sure, how that shows, on which condition; and what an encoder makes of it."""

from collections.abc import Sequence

import msgspec

from sayso.model import Span, Spans

STATUSES = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu")
RULES = 0.4  # what the rules' word weighs beside the encoder's chances (train and dev parts of the gold)
SHOWN = {"PR": "foretold", "PS": "hypothetical", "Uu": "hypothetical"}


class Voice(msgspec.Struct, frozen=True):
    """The statement an event stands in: its cue, its act and its content."""

    cue: Spans
    act: str
    content: Spans


class Status(msgspec.Struct, frozen=True):
    """Status, how it shows (a word of `Event.reality`), and the condition."""

    value: str
    reality: str
    condition: Spans | None = None


class Weighing:
    """What the steps up from a trigger have made of its act so far."""

    def __init__(self) -> None:
        self.holds = True
        self.sure = "CT"
        self.reality = "happened"
        self.condition: Span | None = None

    def turn(self) -> None:
        """Not so."""
        self.holds = not self.holds

    def soften(self, sure: str, reality: str) -> None:
        """Less than certain: PS outweighs PR, the first way it shows is kept."""
        if sure == "PS" or self.sure == "CT":
            self.reality = reality if self.sure == "CT" or reality == "conditional" else self.reality
            self.sure = sure

    def result(self, voice: Voice | None) -> Status:
        """The status that the steps add up to."""
        value = "Uu" if self.sure == "Uu" else f"{self.sure}{'+' if self.holds else '-'}"
        reality = self.reality
        if self.sure == "CT":
            reality = "denied" if not self.holds else "claimed" if voice is not None else "happened"
        return Status(value, reality, (self.condition,) if self.condition else None)


def with_encoder(found: Status, chances: Sequence[float], voice: Voice | None) -> Status:
    """The status by the rules and by an encoder's chances (in the order of `STATUSES`) together; what stands under a condition stays as it is."""
    if not chances or found.condition:
        return found
    worth = [RULES * (name == found.value) + (1 - RULES) * chance for name, chance in zip(STATUSES, chances, strict=True)]
    value = STATUSES[max(range(len(STATUSES)), key=worth.__getitem__)]
    if value == found.value:
        return found
    if value.startswith("CT"):
        return Status(value, "denied" if value == "CT-" else "claimed" if voice is not None else "happened")
    return Status(value, found.reality if found.value[:2] == value[:2] else SHOWN[value[:2]])
