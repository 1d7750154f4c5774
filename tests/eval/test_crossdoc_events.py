from eval import crossdoc_events

ROW = {
    "id": "1", "topic": 1, "text": "Police arrested Marrow. She was arrested at dawn.",
    "mentions": [
        {"spans": [[7, 15]], "tag": "ACTION_OCCURRENCE", "validated": True, "chain": "a"},
        {"spans": [[32, 40]], "tag": "ACTION_OCCURRENCE", "validated": True, "chain": "a"},
        {"spans": [[44, 48]], "tag": "TIME_OF_THE_DAY", "validated": True, "chain": "t"},
    ],
}  # fmt: skip


def test_mentions_of_acts_come_with_their_sentence() -> None:
    found = crossdoc_events.mentions(ROW)
    assert [(one.words, one.sentence.strip()) for one in found] == [
        ("arrested", "Police arrested Marrow."), ("arrested", "She was arrested at dawn."),
    ]  # fmt: skip


def test_one_cluster_for_one_chain_scores_a_hundred_and_two_do_not() -> None:
    found = crossdoc_events.mentions(ROW)
    assert crossdoc_events.scores(found, {0: 0, 1: 0})["mean"] == 100.0
    assert crossdoc_events.scores(found, {0: 0, 1: 1})["mean"] < 60
