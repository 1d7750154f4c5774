"""Codes: countries' two letters by their three, as other programs want them."""

import importlib.resources


def iso2() -> dict[str, str]:
    """Two-letter codes in small letters by ISO-3."""
    lines = importlib.resources.files("sayso.lexicon").joinpath("iso2.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {three: two for three, two, _ in (line.split("\t") for line in lines)}
