from collections import Counter

from train.data import OURS, POLNEAR, Article, Attr

from sayso.lexicon import cues as table
from sayso.text.attributions_parts import Candidate
from train import cues

TEXT = "Holm said the reeve thinks the dam holds"
SAID = Candidate("clause", "say", 1, ((0, 4),), ((5, 9),), ((10, 40),))
THINKS = Candidate("clause", "think", 4, ((10, 19),), ((20, 26),), ((27, 40),))
GOLD = Attr([(0, 4)], [(5, 9)], [(10, 40)])


def counted(guideline: int, attrs: list[Attr]) -> cues.Counts:
    counts = cues.Counts(Counter(), Counter())
    cues.add(counts, [SAID, THINKS], Article("a", TEXT, attrs, guideline))
    return counts


def test_a_candidate_is_right_by_its_cue_and_half_of_its_content() -> None:
    counts = counted(OURS, [GOLD])
    assert counts.seen == {("say", "clause"): 1, ("think", "clause"): 1}
    assert counts.right["say", "clause"] == 1
    assert counts.right["think", "clause"] == 0
    assert not cues.is_right(SAID, [Attr([(0, 4)], [(5, 9)], [(36, 40)])])


def test_inside_a_content_is_left_out_where_the_guideline_never_looks() -> None:
    assert counted(POLNEAR, [GOLD]).seen == {("say", "clause"): 1}


def test_seldom_words_tell_the_patterns_rate_apart_by_acts() -> None:
    counts = cues.Counts(
        Counter({("say", "clause"): 90, ("hum", "clause"): 2, ("avow", "clause"): 3}),
        Counter({("say", "clause"): 80, ("hum", "clause"): 1, ("avow", "clause"): 2}),
    )
    found = {(row.lemma, row.pattern): row for row in cues.rows(counts, {"say": ("say", True), "avow": ("claim", True)})}
    assert found["*", "clause"][4:] == (2, 1)
    assert found["+", "clause"][4:] == (3, 2)
    assert found["avow", "clause"][2:4] == ("claim", True)
    assert ("hum", "clause") not in found


def test_the_shipped_table_is_rows_by_hand_and_counted_ones_of_this_form() -> None:
    hand, kept = cues.shipped()
    assert {row["pattern"] for row in hand} > {"*"}
    assert min(seen for (lemma, _), (seen, _) in kept.items() if lemma not in ("*", "+")) == table.FEWEST
    listed = table.load().acts
    assert all(row["lemma"] in listed for row in hand if row["pattern"] == "*")


def test_a_table_that_is_written_can_be_read() -> None:
    hand, _ = cues.shipped()
    rows = [cues.Row("humlike", "clause", "say", True, 9, 8), cues.Row("*", "clause", "say", True, 4, 2)]
    found = table.read(list(cues.written(hand, rows)))
    assert found.pairs["clause", "humlike"].score > 0.5


def test_what_differs_is_told() -> None:
    lines = list(cues.compared({("say", "clause"): (4, 4), ("hum", "tag"): (3, 0)}, {("say", "clause"): (4, 2)}))
    assert lines[0] == "1 rows ship, 2 are counted here, 1 in both, 0 of them with the same numbers"
    assert "2 of 4 ships, 4 of 4 here" in lines[1]
