from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.text.parse import MentionFound
from tests.bind.made import document, found, reader


def code(mention: MentionFound) -> tuple[str, str | None, str | None]:
    return mention.kind, mention.country, mention.sector


@pytest.mark.parametrize(
    ("text", "phrase", "name", "kind"),
    [
        ("Author, journalist and peace activist Tavo Merrin spoke.", "Author, journalist and peace activist Tavo Merrin", "Tavo Merrin", "person"),
        ("Ilo Brandt, a tax lawyer, sued the city.", "Ilo Brandt, a tax lawyer", "Ilo Brandt", "person"),
        ("The ministry of fisheries met Gen. Odo Q. Strell on Monday.", "Gen. Odo Q. Strell", "Odo Q. Strell", "person"),
        ("Norwegian Prime Minister Tavo Merrin resigned.", "Norwegian Prime Minister Tavo Merrin", "Tavo Merrin", "person"),
        ("Secretary of Agriculture Tavo Merrin resigned.", "Secretary of Agriculture Tavo Merrin", "Tavo Merrin", "person"),
        ("The mayor and General Odo Strell met.", "General Odo Strell", "Odo Strell", "person"),
        ("Kenya's foreign minister, Odo Strell, said so.", "Kenya's foreign minister, Odo Strell", "Odo Strell", "person"),
    ],
)  # fmt: skip
def test_titles_and_appositions_belong_to_the_name(text: str, phrase: str, name: str, kind: str) -> None:
    mention = found(text)[phrase]
    assert (mention.name, mention.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("US forces left the valley.", "US forces", ("group", "USA", "MIL")),
        ("Iraqi militias attacked the convoy.", "Iraqi militias", ("group", "IRQ", "PRM")),
        ("The Kenyan parliament voted on it.", "The Kenyan parliament", ("organization", "KEN", "LEG")),
        ("Iran-backed militias attacked the convoy.", "Iran-backed militias", ("group", None, "PRM")),
        ("Quds Force commander Odo Strell was seen.", "Quds Force commander Odo Strell", ("person", "IRN", "MIL")),
        ("Former Danish minister Odo Strell was seen.", "Former Danish minister Odo Strell", ("person", "DNK", "ELI")),
        ("Norway's Health Ministry closed schools.", "Norway's Health Ministry", ("organization", "NOR", "GOV")),
        ("A Peruvian police spokesman confirmed it.", "A Peruvian police spokesman", ("role", "PER", "COP")),
        ("The UN Security Council met.", "The UN Security Council", ("organization", "UNO", None)),
    ],
)  # fmt: skip
def test_country_and_sector(text: str, phrase: str, expected: tuple[str, str | None, str | None]) -> None:
    assert code(found(text)[phrase]) == expected


def test_an_office_is_dated() -> None:
    text = "The speech by Angela Merkel was long."
    sectors = [found(text, date)["Angela Merkel"].sector for date in ("2000-01-01", "2015-05-05", "2023-01-01")]
    assert sectors == [None, "GOV", "ELI"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington refused to withdraw its soldiers.", ("state", "USA", "GOV")),
        ("Trains to the coast leave from a hall in Washington.", ("place", "USA", None)),
        ("They complained of Washington's disrespect for treaties.", ("state", "USA", "GOV")),
        ("They walked Washington's streets for hours.", ("place", "USA", None)),
    ],
)
def test_a_capital_is_a_government_or_a_city_by_context(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert code(found(text)["Washington"]) == expected


def test_a_capital_in_a_newspapers_name_is_neither() -> None:
    assert code(found("The Washington Post reported it.")["The Washington Post"]) == ("organization", "USA", "JRN")


def test_a_surname_alone_is_the_person_named_before() -> None:
    mention = found("Journalist Tavo Merrin wrote a book. It was long. Readers liked Merrin.")["Merrin"]
    assert mention.kind == "person"


def test_an_adjective_before_a_noun_is_no_mention_of_its_own() -> None:
    assert "Iraqi" not in found("Iraqi farmers sold wheat.")


def test_a_headline_read_as_one_name_is_dropped() -> None:
    assert all("May" not in words for words in found("Miners May Take Action Against Owners"))


def test_pronouns_that_speak_are_mentions_and_others_of_it_are_not() -> None:
    kinds = found("It rained. The board met. “It is over,” she said, and they left.")
    assert {words for words, mention in kinds.items() if mention.kind == "pronoun"} == {"she", "they"}


def test_an_analysts_actor_wins_over_ours(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,aliases,kind,country,sector\nBaltic Wheel,,group,LVA,CRM\n", encoding="utf-8")
    own = reader().lexicon.with_actors(path)
    assert code(found("Baltic Wheel took the port.", lexicon=own)["Baltic Wheel"]) == ("group", "LVA", "CRM")


def test_spans_are_exact_after_emoji_and_accents() -> None:
    text = "😀 “Né,” said Élodie Brandt — a judge — in São Paulo. 👩‍👧 She left."
    for words, mention in found(text).items():
        assert text[mention.head[0] : mention.head[1]] in words
        assert mention.span[0] <= mention.core[0] < mention.core[1] <= mention.span[1]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aA Uu.S,-'’\"()\n\tMr. Gen. é😀president of the US ", max_size=80))
def test_odd_text_never_raises_and_no_two_mentions_share_a_head(text: str) -> None:
    doc = document(text)
    analysis = next(reader().engine.analyse([doc]))
    from sayso.text import mentions

    all_ = mentions.find(doc, analysis.tokens, analysis.sentences, analysis.names, reader().lexicon)
    assert len({m.head for m in all_}) == len(all_)
    assert all(a.span <= b.span for a, b in pairwise(all_))
    assert all(0 <= m.span[0] <= m.head[0] < m.head[1] <= m.span[1] <= len(text) for m in all_)


def test_a_name_that_was_cut_before_its_head_is_none() -> None:
    text = "Kenya handed equipment to the Ministry of Health of Ethiopia on Friday."
    mentions = found(text)
    assert next(m for phrase, m in mentions.items() if phrase.startswith("the Ministry")).country == "ETH"
    assert not any(phrase.startswith("of ") or phrase.endswith(" of") for phrase in mentions)


def test_a_body_is_of_the_country_that_follows_it() -> None:
    assert (
        next(m for p, m in found("The 32 Artillery Brigade of the Nigerian Army left Akure.").items() if "Brigade" in p).country
        == "NGA"
    )
