import json

import pytest

from eval import attribution
from sayso.run import Reader
from tests.reading import engine, lexicon

TEXT = "The harbour master said the ferry had left before dawn."
GOLD = {"id": "a", "text": TEXT, "attrs": [{"source": [[0, 18]], "cue": [[19, 23]], "content": [[24, 54]]}]}


def test_predictions_have_the_shape_that_the_scorer_wants() -> None:
    (found,) = attribution.predictions([GOLD], Reader(engine(), lexicon()))
    assert json.loads(json.dumps(found))["statements"][0]["content"] == [[24, 54]]


@pytest.mark.skipif(not (attribution.shared() / "score").is_dir(), reason="the scorers are not here")
def test_a_perfect_reading_scores_a_hundred() -> None:
    by_id = {row["id"]: row["statements"] for row in attribution.predictions([GOLD], Reader(engine(), lexicon()))}
    assert attribution.scorer("attribution").score([GOLD], by_id)["strict"] == [100.0, 100.0, 100.0]
