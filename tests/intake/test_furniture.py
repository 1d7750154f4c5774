import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.furniture import furniture
from sayso.intake.headline import headline

BODY = (
    "The harbour master said on Friday that the lower gate would stay shut until the ice had gone.\n\n"
    "“We have asked twice,” said Ilse Bramm, who leads the boatmen, “and nobody has answered.”\n"
)
TITLE = "Lower gate to stay shut, says harbour master"


def words(text: str, outlet: str | None = None) -> list[str]:
    return [text[start:end] for start, end in furniture(text, headline(text), outlet)]


def test_labels_above_the_headline_and_buttons_below_are_furniture() -> None:
    assert words(f"Region\n\n{TITLE}\n\n{BODY}\nDiscuss") == ["Region", "Discuss"]


def test_an_outlet_alone_right_under_the_standfirst_is_furniture() -> None:
    text = f"World\n\n{TITLE}\n\nBoatmen say that they were never asked about it.\nTideway\n\n{BODY}"
    assert words(text) == ["World", "Tideway"]


def test_the_given_outlet_alone_on_a_line_is_furniture_anywhere() -> None:
    assert words(f"{TITLE}\n\n{BODY}\nThe quay post\n\n{BODY}", outlet="The Quay Post") == ["The quay post"]


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "ADVERTISEMENT:", "Share", "Read more: Ice on the upper canal", "Comments (12)", "12 Comments", "Click here to subscribe",
     "Related stories", "Photo: Ana Mirel/AP", "Jost Harde/Reuters", "Sign up for our newsletter", "© 2031 Quay Post. All rights reserved.", "Join the conversation", "Have your say",
     "Tides and gates each morning by mail. By subscribing, you accept the Terms of the Quay Post"],
)  # fmt: skip
def test_what_pages_say_between_paragraphs_is_furniture(line: str) -> None:
    assert words(f"{TITLE}\n\n{BODY}\n{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share the gate, Bramm told them.",
        "“Discuss it,” he said.",
        "The long wait",
        "Read more slowly, the old man said.",
        "Home at last they slept.",
    ],
)
def test_sentences_and_subheadings_between_paragraphs_are_not(line: str) -> None:
    assert words(f"{TITLE}\n\n{BODY}\n{line}\n\n{BODY}") == []


@pytest.mark.parametrize("lead", ["Related stories", "Read more:", "MORE FROM THE QUAY", "Most read"])
def test_headlines_listed_below_a_lead_in_are_furniture_until_the_next_sentence(lead: str) -> None:
    links = [
        "Minister Pell visits the upper canal after the long winter",
        "Jost Harde wins race",
        "Ana Mirel: why the ice matters",
    ]
    listed = "\n".join([lead, *links])
    assert words(f"{TITLE}\n\n{BODY}\n{listed}\n\n{BODY}") == [lead, *links]


def test_lines_below_anything_else_are_not_listed() -> None:
    assert words(f"{TITLE}\n\n{BODY}\nThe upper canal\nWhat Jost Harde saw there on that day\n\n{BODY}") == []


def test_the_headline_is_never_furniture() -> None:
    assert words(f"Locks Shut\n\n{TITLE}\n\n{BODY}") == ["Locks Shut"]
    text = f"{TITLE}\n\n{BODY}"
    assert words(text) == []


@pytest.mark.parametrize("text", ["", "Share", "Share\nDiscuss", "One\nTwo\nThree"])
def test_texts_without_prose_keep_their_lines(text: str) -> None:
    assert furniture(text, None) == () or (text == "One\nTwo\nThree" and words(text) == [])


@given(st.text(alphabet=st.sampled_from("ab. \n\r\t“”:Share©/\u2028\x00"), max_size=200))
def test_spans_are_true_and_in_order_on_any_text(text: str) -> None:
    found = furniture(text, headline(text))
    assert all(0 <= start < end <= len(text) and not text[start].isspace() for start, end in found)
    assert list(found) == sorted(found)
