import pytest

from sayso.intake.language import language

FRENCH = "Le ministre a déclaré vendredi que l’écluse resterait fermée jusqu’au printemps, selon les bateliers du canal. " * 2
ENGLISH = "The minister said on Friday that the lock would stay shut until the spring, the boatmen of the canal reported. " * 2


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("Министр заявил в пятницу, что шлюз закрыт.", "ru"),
        ("", None),
        ("12:30 — 44!", None),
        ("Gate shut", None),
    ],
)
def test_languages_are_told_where_there_is_enough(text: str, want: str | None) -> None:
    assert language(text) == want


def test_a_hint_decides_only_where_the_text_does_not() -> None:
    assert language("Gate shut", "en-GB") == "en"
    assert language(FRENCH, "en") == "fr"
    assert language("Gate shut", "not a code at all") is None
