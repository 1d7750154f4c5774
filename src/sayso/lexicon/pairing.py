"""Pairing: what a linear model makes of an act between two given sides (`text/events_pairs.py` describes it).

Rows of `pairing.tsv` as in `eventing.tsv`, the weight for being an event left empty: that there is one is given. Trained by
`train/pairs_model.py` on published pairs, in which CONCEDE and RETREAT are one type; here that one is called RETREAT.
"""

import importlib.resources

from sayso.lexicon.triggers import Eventing, model

FILE = "pairing.tsv"


def load() -> Eventing:
    """The model that ships with sayso; its `kinds` are what counts. Raises ModelError for a row that does not hold."""
    text = importlib.resources.files("sayso.lexicon").joinpath(FILE).read_text(encoding="utf-8")
    return model(text.splitlines())
