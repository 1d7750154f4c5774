"""Processes that read documents side by side: in the order given, each within its time, whatever happens to one of them."""

from sayso.crew.crew import SECONDS, Crew, Result
from sayso.crew.hand import Reads

__all__ = ["SECONDS", "Crew", "Reads", "Result"]
