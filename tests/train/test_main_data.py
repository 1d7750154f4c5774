"""Our own sentences, from which main events of sentences are learnt: every line holds what its header says."""

import random
import re

import pytest
from tests.bind.made import reader
from train.main_data import COUNTRY, MARKED, OWN, own

from sayso.lexicon.triggers import TYPES

LINES = OWN.read_text(encoding="utf-8").splitlines()


def test_every_line_has_a_type_and_its_marks() -> None:
    wrong = []
    for line in LINES:
        kind, _, marked = line.partition("\t")
        marks = [m[1] for m in MARKED.finditer(marked)]
        fits = not marks.count("!") if kind == "NONE" else marks.count("!") == 1 and 0 < len(marks) - 1 <= 2
        bare = COUNTRY.sub("", MARKED.sub(r"\2", marked))
        if kind not in (*TYPES, "NONE") or not fits or re.search(r"[\[\]{}]", bare):
            wrong.append(line)
    assert wrong == []


def test_no_country_that_is_real_is_said_to_do_anything() -> None:
    named = [state for state in reader().lexicon.states if len(state) > 3]
    text = " " + re.sub(r"[^\w]+", " ", " ".join(LINES)).lower() + " "
    assert [state for state in named if f" {state.lower()} " in text] == []


@pytest.mark.parametrize("one", list(own(random.Random(1), copies=1))[:400:40], ids=lambda one: one.id)
def test_marks_are_taken_out_and_their_places_kept(one) -> None:
    assert not re.search(r"[\[\]{}]", one.text)
    for s, e in (*(one.source or ()), *(one.target or ())):
        assert one.text[s:e] == one.text[s:e].strip() != ""


def test_copies_of_a_sentence_belong_to_one_part() -> None:
    found = list(own(random.Random(1), copies=3))[:30]
    assert all(len({one.part for one in found[i : i + 3]}) == 1 for i in range(0, 30, 3))
