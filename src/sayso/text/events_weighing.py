"""What the steps up from a trigger make of its act: holds or not, how sure, how that shows, on which condition."""

import msgspec

from sayso.model import Span, Spans


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
