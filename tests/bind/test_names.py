import pytest

from tests.bind.made import bound, document, reader


def to(text: str, words: str) -> str | None:
    """Whom the last mention with these words refers to."""
    return [name for phrase, name in bound(text) if phrase == words][-1]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Orla Venn keeps the archive. Venn opened it.", "Venn", "Orla Venn"),
        ("Venn opened the archive. Orla Venn, a teacher, keeps it.", "Venn", "Orla Venn"),
        ("Sen. Orla B. Venn keeps the archive. Orla Venn opened it.", "Orla Venn", "Orla B. Venn"),
        ("Hassan al-Rabun led the council. Rabun resigned.", "Rabun", "Hassan al-Rabun"),
        ("The Northern Grain Board (NGB) met. The NGB closed a mill.", "The NGB", "Northern Grain Board"),
        ("The Harbour Safety Committee met. The committee closed a pier.", "The committee", "Harbour Safety Committee"),
        ("Fighters of the Islamic State fled. Daesh lost the town.", "Daesh", "Islamic State"),
        ("Norwegian Prime Minister Tavo Merrin left. The prime minister was tired.", "The prime minister", "Tavo Merrin"),
        ("Iraqi forces took the hill. The mayor said Iraqi forces left it.", "Iraqi forces", "Iraqi forces"),
    ],
)
def test_a_short_form_refers_to_the_full_name(text: str, short: str, full: str) -> None:
    assert to(text, short) == full


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Piet Lom and Karel Lom own the mill.", "Karel Lom"),
        ("Mr. Piet Lom owns the mill. Mrs. Lom owns the boat.", "Mrs. Lom"),
        ("Officials met in May. Officials met again in June.", "Officials"),
        ("Norwegian Prime Minister Tavo Merrin met the Danish prime minister.", "the Danish prime minister"),
        ("Orla Venn met a teacher.", "a teacher"),
        ("Washington refused to sign. He moved to a house in Washington.", "Washington"),
    ],
)
def test_what_may_be_another_stays_apart(text: str, words: str) -> None:
    assert to(text, words) is None


def test_a_short_name_has_its_titles_country_and_sector() -> None:
    text = "Danish Defence Minister Orla Venn flew home. Venn was tired. She slept."
    records = reader().read(document(text))
    codes = {r.name: (r.country, r.sector) for r in records if hasattr(r, "refers_to")}
    assert codes["Venn"] == codes["She"] == ("DNK", "GOV")


def test_an_office_takes_its_holders_country() -> None:
    text = "Danish Foreign Minister Orla Venn flew home. Venn's office said she was tired."
    records = reader().read(document(text))
    assert [(r.country, r.sector) for r in records if getattr(r, "name", "") == "Venn's office"] == [("DNK", "GOV")]


def test_the_fullest_mention_refers_to_nobody() -> None:
    text = "Venn opened the archive. Orla Venn, a teacher, keeps it. She is old."
    records = [r for r in reader().read(document(text)) if hasattr(r, "refers_to")]
    full = {r.id for r in records if r.refers_to is None}
    assert all(r.refers_to is None or r.refers_to in full for r in records)
