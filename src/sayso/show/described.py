"""The page of all addresses: what each gives, in which forms, and what it can be asked."""

from collections.abc import Sequence

import msgspec

from sayso.show.render import render


class Parameter(msgspec.Struct, frozen=True):
    """What an address can be asked: its name, what it takes, a sentence."""

    name: str
    kind: str
    words: str


class Address(msgspec.Struct, frozen=True):
    """An address with its forms (page, json, csv) and parameters; `sends` where it takes a form."""

    path: str
    words: str
    forms: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    sends: bool


def described_page(rows: Sequence[Address]) -> str:
    """All addresses in the order of the alphabet."""
    return render("api.html", rows=rows, home="/", inline=None, here="/api")
