import json

import pytest

from eval import events, giving, shared
from sayso.lexicon import pairing
from sayso.model import Document
from sayso.run import Reader
from sayso.text.events import Scene
from tests.reading import document, engine, lexicon, parsed

TEXT = "Halden's police arrested nine reporters on Monday."
RAID = "The army of Iraq attacked Syrian troops on Friday."


def reader() -> Reader:
    return Reader(engine(), lexicon())


def test_the_type_between_two_sides_is_that_of_the_word_near_both() -> None:
    text = "The mayor thanked the nurses, and police arrested nine reporters."
    scene = Scene(parsed(text), lexicon())
    assert giving.pair_type(scene, pairing.load(), [[30, 40]], [[50, 64]]) == "COERCE"


def test_given_writes_a_type_for_every_row_whatever_it_says() -> None:
    rows = [
        {"id": "a", "text": TEXT, "source_spans": [[0, 15]], "target_spans": [[25, 39]]},
        {"id": "b", "text": "", "source_spans": [], "target_spans": []},
    ]
    assert [row["id"] for row in events.given(rows, reader())] == ["a", "b"]


def test_plain_gives_countries_of_both_sides() -> None:
    (row,) = events.plain([{"id": "a", "text": RAID}], reader())
    assert row["events"] == [{"type": "ASSAULT", "actors": ["IRQ"], "recipients": ["SYR"]}]


def test_an_act_without_a_side_of_a_known_country_is_left_out_of_plain() -> None:
    (row,) = events.plain([{"id": "a", "text": "Gunmen attacked a bus near the river on Friday."}], reader())
    assert row["events"] == []


def test_what_did_not_happen_is_left_out_of_plain() -> None:
    (row,) = events.plain([{"id": "a", "text": "The army of Iraq did not attack the camp in Syria."}], reader())
    assert row["events"] == []


def test_a_country_is_that_of_the_fullest_mention() -> None:
    made: Document = document("Omar Saleh, president of Iraq, spoke. Saleh criticised Syria.")
    records = reader().read(made)
    mentions = {r.id: r for r in records if type(r).__name__ == "Mention"}
    short = next(m for m in mentions.values() if m.name == "Saleh" or m.span[0] == 38)
    assert events.countries([short.id], mentions) == ["IRQ"]


@pytest.mark.skipif(shared.folder() is None, reason="no shared data beside the project")
def test_cameo_rows_become_plover_rows_without_statements() -> None:
    row = {
        "id": "a",
        "text": TEXT,
        "events": [{"source": "USA", "target": "IGOUNO", "code": "190"}, {"source": "A", "target": "B", "code": "010"}],
    }
    made = events.recoded(row, events.crosswalk())
    assert made["events"] == [{"actors": [{"code": "USA"}], "recipients": [{"code": "UNO"}], "code08": "ASSAULT"}]


@pytest.mark.skipif(shared.folder() is None, reason="no shared data beside the project")
def test_rows_without_codes_are_not_scored() -> None:
    right = [{"id": "a", "type": "COERCE"}]
    assert events.scored("given", [{"id": "a"}], right) is None
    assert events.scored("given", [{"id": "a", "code": "COERCE"}], right) == pytest.approx(
        {"accuracy": 1.0, "macro_f1": 1.0, "quad_macro_f1": 0.25, "pairs": 1}
    )
    assert json.dumps(right)
