import re

import pytest

from eval import shared
from sayso.export import polecat
from sayso.export.article import Article
from sayso.lexicon import Lexicon, plover
from tests.export.made import articles, traps
from tests.ledger.doing import raid


@pytest.fixture(scope="module")
def coder() -> polecat.Coder:
    return polecat.Coder(Lexicon.load(), plover.load())


@pytest.fixture(scope="module")
def rows(coder: polecat.Coder) -> list[tuple[dict[str, str], dict[str, str]]]:
    made = coder.rows([Article(*raid())])
    return [
        (dict(zip(polecat.HEADER, row, strict=True)), dict(zip(polecat.COMPANION, beside, strict=True))) for row, beside in made
    ]


@pytest.mark.skipif(shared.folder() is None, reason="no shared data beside the project")
def test_the_header_is_that_of_the_loaders() -> None:
    text = (shared.folder() or shared.PROJECT).joinpath("PLOVER.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^Event ID \|.*$", text, re.MULTILINE)
    assert tuple(re.sub(r" \(.*\)", "", name.strip()) for name in line.split("|")) == polecat.HEADER


def test_there_are_forty_columns_and_no_tab_or_line_end_in_a_cell(coder: polecat.Coder) -> None:
    assert len(polecat.HEADER) == 40
    for row, beside in coder.rows(articles()):
        assert (len(row), len(beside)) == (40, len(polecat.COMPANION))
        assert polecat.line(row).decode().count("\t") == 39
        assert not any(mark in cell for cell in (*row, *beside) for mark in "\t\n\r\0")
        assert all((*row, *beside))


def test_negated_events_leave_and_others_say_how_they_are_told(rows: list[tuple[dict[str, str], dict[str, str]]]) -> None:
    assert [(row["Event Type"], row["Event Mode"], beside["Reality"]) for row, beside in rows] == [
        ("ASSAULT", "None", "happened"),
        ("ASSAULT", "None", "claimed"),
        ("COERCE", "future", "foretold"),
    ]


def test_an_event_is_coded_as_polecat_codes(rows: list[tuple[dict[str, str], dict[str, str]]]) -> None:
    row, beside = rows[0]
    wanted = {
        "Event Date": "2031-04-07", "Intensity": "-9", "Quad Code": "MATERIAL CONFLICT", "Actor Name": "Soldiers of Orrin",
        "Actor Country": "ORR", "Actor COW": "None", "Primary Actor Sector": "MIL", "Recipient Name": "the customs house",
        "Raw Placename": "Vellin", "Source": "Sill Courier", "Publication Date": "2031-04-08", "Story People": "Tova Lindqvar",
        "Language": "English",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted
    assert (beside["Event ID"], beside["Status"], beside["Voice"], beside["Own Voice"]) == (
        row["Event ID"],
        "CT+",
        "Sill Courier",
        "yes",
    )


def test_every_row_of_the_companion_points_at_its_words(coder: polecat.Coder) -> None:
    for article in articles():
        text = article.document.text
        for _, cells in coder.rows([article]):
            beside = dict(zip(polecat.COMPANION, cells, strict=True))
            assert text[int(beside["Trigger Start"]) : int(beside["Trigger End"])] == beside["Trigger"]
            spans = [tuple(map(int, place.split(":"))) for place in beside["Spans"].split(" ")]
            assert " … ".join(text[start:end] for start, end in spans) == beside["Quotation"]
            assert beside["Text SHA-256"] == article.sha256


def test_modes_that_a_type_has_not_are_left_out_and_the_strongest_scores() -> None:
    known = plover.load()
    assert known.modes("ASSAULT", ("drone", "resign", "beat")) == ("drone", "beat")
    assert known.intensity("ASSAULT", ("drone", "resign", "beat")) == -9.5
    assert known.intensity("RETREAT", ()) == 6.5
    assert polecat.QUADS[known.quads["RETREAT"]] == "MATERIAL COOPERATION"


def test_a_title_is_what_stands_before_a_persons_name() -> None:
    article = Article(*raid())
    mayor = next(m for m in article.mentions.values() if m.name == "Tova Lindqvar")
    assert polecat.title(article, mayor) == "mayor"


def test_traps_stay_in_their_cells(coder: polecat.Coder) -> None:
    ((row, _),) = coder.rows([traps()])
    assert dict(zip(polecat.HEADER, row, strict=True))["Source"] == '@Outlet "x"'
