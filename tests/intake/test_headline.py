import pytest

from sayso.intake.headline import byline, dateline, headline

BODY = (
    "The harbour master said on Friday that the lower gate would stay shut until the ice had gone, and that no barge could pass."
)


def title(text: str) -> str | None:
    found = headline(text)
    return text[slice(*found)] if found else None


def test_the_first_line_that_is_no_furniture_is_the_headline() -> None:
    assert (
        title(f"World\r\n\r\nGuard ‘May Close the Gate’ if Ministry Refuses\r\n\r\n{BODY}")
        == "Guard ‘May Close the Gate’ if Ministry Refuses"
    )


@pytest.mark.parametrize(
    "line",
    [
        "The gate is shut.",
        "Gate",
        "He said it was shut. Nobody came",
        "By Ana Mirel and Jost Harde",
        "Ana Mirel and Jost Harde",
        "Boats at the gate (Jost Harde/Reuters)",
        "and so it went on",
    ],
)
def test_first_lines_that_are_sentences_names_or_captions_are_none(line: str) -> None:
    assert title(f"{line}\n\n{BODY}") is None


@pytest.mark.parametrize("text", ["", " ", "Gate stays shut for winter", "Gate stays shut for winter\n\nYes."])
def test_a_line_without_prose_below_is_no_headline(text: str) -> None:
    assert title(text) is None


def test_bylines_and_dates_at_the_top_are_found() -> None:
    text = f"Gate stays shut for winter\nBy Ana Mirel and Jost Harde\nFriday, 9 April 2031\n\n{BODY}"
    found, day = byline(text), dateline(text)
    assert found is not None
    assert found[1] == "Ana Mirel and Jost Harde"
    assert day is not None
    assert (text[slice(*day[0])], day[1]) == ("Friday, 9 April 2031", "2031-04-09")


def test_dates_in_sentences_are_not_the_documents() -> None:
    assert dateline(f"{BODY} It was shut on 9 April 2031, he said, and has been since.") is None
