"""Codes of actors in words: states by their names, PLOVER's sectors as people call them."""

from collections.abc import Mapping
from functools import cache

from sayso.lexicon import tables

SECTORS = {
    "AGR": "farming", "BUS": "business", "COP": "police", "CRM": "crime", "CVL": "civilians", "EDU": "education", "ELI": "elite",
    "GOV": "government", "JRN": "press", "JUD": "courts", "LAB": "labour", "LEG": "parliament", "MED": "health", "MIL": "military",
    "NGO": "non-governmental", "OPP": "opposition", "PRE": "former holder", "PRM": "militia on the government’s side", "PTY": "party",
    "REB": "rebels", "REF": "refugees", "REL": "religion", "SOC": "society", "SPY": "intelligence", "UAF": "armed group", "UNK": "",
}  # fmt: skip

BEYOND = {
    "UNO": "United Nations", "EUR": "Europe", "IGO": "international organization", "NGO": "non-governmental", "MNC": "company of many countries",
}  # fmt: skip
"""What has a code as a country has, and is none."""


@cache
def states() -> Mapping[str, str]:
    """Names of states by their codes."""
    return {row["code"]: row["name"] for row, _ in tables.states()}


def country(code: str) -> str:
    """The name of a state or of what is beyond states, the code itself where it is not known.

    >>> country("IRN"), country("UNO"), country("XYZ")
    ('Iran', 'United Nations', 'XYZ')
    """
    return states().get(code) or BEYOND.get(code, code)


def sector(code: str) -> str:
    """A sector in words, the code itself where it is not known.

    >>> sector("MIL"), sector("XYZ")
    ('military', 'XYZ')
    """
    return SECTORS.get(code, code)
