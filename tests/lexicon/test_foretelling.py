import pytest

from sayso.errors import ModelError
from sayso.lexicon import foretelling

HEAD = "feature\tforecast\tprediction\twarning\tthreat\tpromise\tplan\tdemand"


def test_features_add_up_and_unknown_ones_weigh_nothing() -> None:
    model = foretelling.read([HEAD, "threshold\t0.4\t\t\t\t\t\t", "\t-1\t\t\t\t\t\t", "l=modal:will\t3\t1\t\t\t\t\t"])
    assert model.threshold == 0.4
    assert model.score([]) < 0.4 < model.score(["l=modal:will", "unheard of"])
    shares = model.shares(["l=modal:will"])
    assert shares.index(max(shares)) == 0
    assert abs(sum(shares) - 1) < 1e-9


def test_what_ships_knows_every_kind() -> None:
    model = foretelling.load()
    assert 0.1 < model.threshold < 0.9
    assert all(any(row[k] for row in model.kinds.values()) for k in range(len(foretelling.KINDS)))


@pytest.mark.parametrize("row", ["l=x\tmany\t\t\t\t\t\t", "l=x\t1\t2"])
def test_a_row_that_does_not_hold_is_named(row: str) -> None:
    with pytest.raises(ModelError, match="line 2"):
        foretelling.read([HEAD, row])
