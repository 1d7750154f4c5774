from sayso.model import Event
from tests.bind.made import document, reader
from tests.text.encoder_weights import needs_weights

LEAD = "Georgian demonstrators received weapons from the Turkish government on Friday."
MORE = "The ministers spoke of it at noon. Nobody was hurt. Rain fell in the hills."


def events(text: str) -> list[Event]:
    return [r for r in reader().read(document(text)) if isinstance(r, Event)]


@needs_weights
def test_the_main_event_of_a_lead_says_how_it_was_read() -> None:
    (one,) = [e for e in events(LEAD) if e.by.endswith("+main/1")]
    assert LEAD[slice(*one.trigger)] == "received"


@needs_weights
def test_in_an_article_no_event_is_read_so() -> None:
    assert not [e for e in events(f"{LEAD} {MORE}") if "+main" in e.by]
