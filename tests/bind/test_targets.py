import msgspec
import pytest

from sayso.bind import targets
from sayso.model import Event, Forecast, Plover, Record, Span, record_id
from sayso.text.parse import Parse
from tests.bind.made import document, reader
from tests.reading import lexicon, parsed

NOBODY: tuple[str, ...] = ()


def span(parse: Parse, words: str) -> Span:
    at = parse.document.text.index(words)
    return at, at + len(words)


def event(parse: Parse, trigger: str, *, sides: tuple[str, ...] = NOBODY, reality: str = "foretold") -> Event:
    at, doc = span(parse, trigger), parse.document.id
    return Event(
        id=record_id(doc, "event", at), doc=doc, anchor=(at,), kernel=at, score=0.9, by="hand/1", trigger=at, actors=sides,
        plover=Plover("ASSAULT"), reality=reality,
    )  # fmt: skip


def foretold(text: str, proposition: str, *events: dict[str, str | tuple[str, ...]]) -> str | None:
    """The trigger of the event that a forecast of these words foretells."""
    parse = parsed(text)
    at, doc = span(parse, proposition), parse.document.id
    forecast = Forecast(
        id=record_id(doc, "forecast", at),
        doc=doc,
        anchor=(at,),
        kernel=at,
        score=0.9,
        by="hand/1",
        kind="threat",
        proposition=(at,),
    )
    found: tuple[Record, ...] = (forecast, *(event(parse, **one) for one in events))  # type: ignore[arg-type]
    bound = targets.bind(parse, found, lexicon())
    assert bound[1:] == found[1:]
    assert isinstance(bound[0], Forecast)
    assert msgspec.structs.replace(bound[0], event=None) == forecast
    triggers = {one.id: parse.document.text[slice(*one.trigger)] for one in bound if isinstance(one, Event)}
    return triggers[bound[0].event] if bound[0].event else None


def test_the_event_at_the_root_is_the_one_foretold() -> None:
    said = "The rebels will attack Orvel and burn the talks, the mayor said."
    assert foretold(said, said[:43], {"trigger": "talks"}, {"trigger": "attack", "reality": "denied"}) == "attack"


def test_the_event_below_a_verb_that_names_none_is_found() -> None:
    said = "The rebels may begin to attack the harbour of Orvel."
    assert foretold(said, said[:-1], {"trigger": "attack"}) == "attack"


def test_an_event_elsewhere_is_not_the_one_foretold() -> None:
    said = "After the raid the rebels will leave Orvel. The army attacked them."
    assert foretold(said, "the rebels will leave Orvel", {"trigger": "raid"}, {"trigger": "attacked"}) is None


@pytest.mark.parametrize("aside", ["once the soldiers arrive", "if the soldiers arrive", "when the soldiers arrive"])
def test_a_clause_beside_the_claim_does_not_hold_what_it_foretells(aside: str) -> None:
    said = f"The gates will rust {aside}."
    assert foretold(said, said[:-1], {"trigger": "arrive"}) is None


def test_what_has_happened_below_the_root_is_looked_back_on() -> None:
    said = "The court will examine the raid."
    told = {reality: foretold(said, said[:-1], {"trigger": "raid", "reality": reality}) for reality in ("happened", "foretold")}
    assert told == {"happened": None, "foretold": "raid"}


def test_among_equals_the_first_with_sides_is_taken() -> None:
    said = "Strikes may follow raids."
    events = [{"trigger": one} for one in ("Strikes", "raids")]
    assert foretold(said, said[:-1], *events) == "Strikes"
    assert foretold(said, said[:-1], events[0], {"trigger": "raids", "sides": ("0.m1-2",)}) == "raids"


def test_a_reading_ties_a_threat_to_what_it_threatens() -> None:
    text = "“We will attack the harbour of Orvel,” Bero Tann, the commander of the rebels, said on Friday."
    records = reader().read(document(text, "2031-04-09"))
    events = {one.id: text[slice(*one.trigger)] for one in records if isinstance(one, Event)}
    assert [events.get(one.event or "") for one in records if isinstance(one, Forecast)] == ["attack"]
