from collections import Counter

import pytest
from eval.forecasts import report, tally

from eval import shared

TEXT = "Ana said the dam will break if it rains. Ossaly will win."
SAID = {"id": "s1", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 39]]}
AHEAD = {"proposition": [[9, 27]], "condition": [[28, 39]], "kind": "prediction", "within": "s1"}


@pytest.mark.skipif(shared.folder() is None, reason="the scorers lie in the shared folder")
def test_kind_voice_and_condition_are_counted_of_what_was_found() -> None:
    gold = {
        "statements": [SAID],
        "forecasts": [AHEAD, {"proposition": [[41, 56]], "condition": None, "kind": "plan", "within": None}],
    }
    read = [
        SAID | {"type": "statement", "id": "m"},
        AHEAD | {"type": "forecast", "within": "m", "condition": None, "kind": "warning"},
    ]
    counts = tally(TEXT, gold, read, shared.scorer("whole"))
    assert (counts["found"], counts["kind"], counts["voice"], counts["condition"]) == (1, 0, 1, 0)
    assert report(counts)["forecasts"] == pytest.approx(66.7)


def test_nothing_found_is_nought() -> None:
    assert report(Counter(gold=3))["kind"] == 0.0
