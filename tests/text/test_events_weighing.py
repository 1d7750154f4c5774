import pytest

from sayso.text.events_weighing import STATUSES, Status, Voice, with_encoder

VOICE = Voice((), "say", ())


def chances(value: str, chance: float) -> tuple[float, ...]:
    return tuple(chance if name == value else (1 - chance) / (len(STATUSES) - 1) for name in STATUSES)


def test_a_sure_encoder_outweighs_the_rules() -> None:
    assert with_encoder(Status("CT+", "happened"), chances("PS+", 0.95), None) == Status("PS+", "hypothetical")


def test_an_unsure_encoder_does_not() -> None:
    assert with_encoder(Status("CT+", "happened"), chances("PS+", 0.6), None) == Status("CT+", "happened")


def test_without_an_encoder_the_rules_decide() -> None:
    assert with_encoder(Status("PR+", "foretold"), (), None) == Status("PR+", "foretold")


def test_what_stands_under_a_condition_stays_open() -> None:
    found = Status("PS+", "conditional", ((3, 9),))
    assert with_encoder(found, chances("CT+", 0.99), None) == found


@pytest.mark.parametrize(
    ("value", "voice", "reality"),
    [("CT+", None, "happened"), ("CT+", VOICE, "claimed"), ("CT-", VOICE, "denied"), ("PR+", None, "foretold")],
)
def test_how_it_shows_goes_with_the_status(value: str, voice: Voice | None, reality: str) -> None:
    assert with_encoder(Status("PS+", "demanded"), chances(value, 0.97), voice).reality == reality


def test_of_two_kinds_of_possible_the_rules_say_which() -> None:
    assert with_encoder(Status("PS+", "demanded"), chances("PS-", 0.97), None).reality == "demanded"
