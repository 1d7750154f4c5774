import json

import pytest

from eval import events, giving, shared
from sayso.lexicon import pairing
from sayso.run import Reader
from sayso.text.events import Scene
from tests.reading import engine, lexicon, parsed
from tests.text.encoder_weights import needs_weights

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


@needs_weights
def test_the_main_act_is_given_without_a_side_of_a_known_country_too() -> None:
    (row,) = events.plain([{"id": "a", "text": "Gunmen attacked a bus near the river on Friday."}], reader())
    assert row["events"] == [{"type": "ASSAULT", "actors": [], "recipients": []}]


def test_what_did_not_happen_is_left_out_of_plain() -> None:
    (row,) = events.plain([{"id": "a", "text": "The army of Iraq did not attack the camp in Syria."}], reader())
    assert row["events"] == []


def test_force_that_is_only_possible_is_left_out_of_plain() -> None:
    (row,) = events.plain([{"id": "a", "text": "The army of Iraq may attack Syrian troops on Friday."}], reader())
    assert "ASSAULT" not in [event["type"] for event in row["events"]]


def test_an_act_without_a_recipient_is_done_to_the_country_it_is_done_in() -> None:
    (row,) = events.plain([{"id": "a", "text": "American warplanes bombed a camp in Syria on Friday."}], reader())
    assert {"type": "ASSAULT", "actors": ["USA"], "recipients": ["SYR"]} in row["events"]


def test_force_told_by_another_country_is_an_accusation() -> None:
    rows = [
        {"id": "a", "text": "Turkish officials said that Syrian troops had shelled a border post."},
        {"id": "b", "text": "Syria said that it had attacked a border post in Turkey."},
    ]
    one, other = events.plain(rows, reader())
    assert one["events"] == [{"type": "ACCUSE", "actors": ["TUR"], "recipients": ["SYR"]}]
    assert "ACCUSE" not in {event["type"] for event in other["events"]}


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
def test_rows_that_are_coded_in_plover_stay_as_they_are() -> None:
    rows = [{"id": "a", "text": TEXT, "events": [{"actors": [], "recipients": [], "code08": "AID"}]}]
    assert events.plover_rows(rows) is rows
    assert events.plover_rows([{"id": "a", "text": TEXT, "events": [{"source": "USA", "target": "IRN", "code": "190"}]}]) != rows


@pytest.mark.skipif(shared.folder() is None, reason="no shared data beside the project")
def test_rows_without_codes_are_not_scored() -> None:
    right = [{"id": "a", "type": "COERCE"}]
    assert events.scored("given", [{"id": "a"}], right) is None
    assert events.scored("given", [{"id": "a", "code": "COERCE"}], right) == pytest.approx(
        {"accuracy": 1.0, "macro_f1": 1.0, "quad_macro_f1": 0.25, "pairs": 1}
    )
    assert json.dumps(right)
