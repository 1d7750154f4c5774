"""Data given to readers and to link: names, roles, states, places, cues, each with its source and dates."""

from sayso.lexicon.entries import Entry, Role
from sayso.lexicon.lexicon import Lexicon

__all__ = ["Entry", "Lexicon", "Role"]
