import msgspec
import pytest

from sayso.ask.foretold import Foretelling
from sayso.ledger.deeds import Party
from sayso.show import foretold

GUARD, PORT = Party(name="River Guard", kind="organization", country="TRV", sector="REB"), Party(name="Veld", kind="place")
ROW = Foretelling(
    doc="0", spans=((0, 4),), quote="rain", id="0.f0-4", kind="threat", speaker="Bramm", own=False, chain=("Post", "Bramm"), condition=None,
    condition_spans=(), condition_from=None, wording="may", low=0.3, high=0.6, phrase="may", survey="a survey, n = 9", earliest=None,
    latest=None, due="2031-05-02", due_from="ours", state="due", questions=0, answer=None, verdict=None, printed=1, event="0.e0-4", event_type="ASSAULT",
    event_actors=(GUARD,), event_recipients=(PORT,), event_words="rain", event_spans=((0, 4),), outlet="Post", published=None,
    title=None, score=0.9, by="hand/1",
)  # fmt: skip


@pytest.mark.parametrize(
    ("actors", "recipients", "words"),
    [
        ((GUARD,), (PORT,), "assault: River Guard [TRV REB] → Veld"), ((GUARD,), (), "assault: River Guard [TRV REB]"),
        ((), (PORT,), "assault: – → Veld"), ((), (), "assault"),
    ],
)  # fmt: skip
def test_an_event_is_told_by_type_and_the_sides_there_are(
    actors: tuple[Party, ...], recipients: tuple[Party, ...], words: str
) -> None:
    assert foretold.event(msgspec.structs.replace(ROW, event_actors=actors, event_recipients=recipients)) == words


def test_a_claim_without_an_event_tells_of_none() -> None:
    bare = msgspec.structs.replace(ROW, event_type=None)
    assert foretold.event(bare) is None
    assert foretold.parts(bare)[2] == ""
    assert foretold.parts(ROW)[2] == " [assault: River Guard [TRV REB] → Veld]"


def test_a_range_is_said_to_be_the_readers_and_a_number_the_speakers() -> None:
    assert foretold.likelihood(ROW) == "“may”: 30–60 % to readers"
    assert foretold.likelihood(msgspec.structs.replace(ROW, high=0.3)) == "stated: 30 %"
    assert foretold.likelihood(msgspec.structs.replace(ROW, low=None, high=None)) is None
