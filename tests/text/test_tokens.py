import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.tokens import tokens


def cut(text):
    return [text[a:b] for a, b in tokens(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They didn't, won’t, can't.", "They|did|n't|,|wo|n’t|,|ca|n't|."),
        ("We've said he’ll go", "We|'ve|said|he|’ll|go"),
        ("the minister's anti-war bloc", "the|minister|'s|anti|-|war|bloc"),
        ("the ministers' U.S.-led talks", "the|ministers|'|U.S.-led|talks"),
        ("Gen. A. Ruiz of the U.S.", "Gen.|A.|Ruiz|of|the|U.S."),
        ("$3,000 or 5% of 1990-2003", "$|3,000|or|5|%|of|1990|-|2003"),
        ("a 29-year-old with an F-16", "a|29|-|year|-|old|with|an|F-16"),
        ("“Cannot” (he said)...", "“|Can|not|”|(|he|said|)|..."),
        ("O'Brien's end.The next", "O'Brien|'s|end|.|The|next"),
        ("see https://tarn.example/a,b. Then", "see|https://tarn.example/a,b|.|Then"),
        ("at 10am or 7:30 p.m.", "at|10|am|or|7:30|p.m."),
    ],
)
def test_the_cut_is_the_treebanks(text, wanted):
    assert "|".join(cut(text)) == wanted


@given(st.text(max_size=80))
def test_every_character_but_white_space_lies_in_one_token(text):
    spans = tokens(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(spans))
    assert "".join(cut(text)) == "".join(text.split())


def test_a_stretch_is_cut_as_it_would_be_alone():
    text = "He left. They didn't."
    assert tokens(text, 9) == [(a + 9, b + 9) for a, b in tokens(text[9:])]
