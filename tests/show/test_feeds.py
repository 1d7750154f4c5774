from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.foretold import Claim
from sayso.model import Forecast
from sayso.show.feeds import atom, calendar, folded, worded


def claim(words: str, speaker: str = "Ada") -> Claim:
    record = Forecast(
        id="a.f1-2", doc="a", anchor=((1, 2),), kernel=(1, 2), score=1.0, by="x", kind="plan", proposition=((1, 2),)
    )  # fmt: skip
    return Claim(
        id="a.f1-2", doc="a", outlet=None, published=None, title=None, kind="plan", speaker=speaker, own=False, chain=("x", speaker),
        proposition=words, condition=None, condition_from=None, wording="", low=None, high=None, phrase=None, survey=None,
        earliest=None, latest=None, due="2031-04-30", due_from="theirs", state="due", questions=0, answer=None, verdict=None, printed=1, event_type=None,
            event_actors=(), event_recipients=(), event_words=None, event_spans=(), forecast=record,
    )  # fmt: skip


@given(st.text(max_size=300))
def test_no_line_of_a_calendar_is_longer_than_75_octets_and_nothing_is_lost(words: str) -> None:
    line = folded(worded(words))
    assert all(len(part.encode()) <= 75 for part in line.removesuffix("\r\n").split("\r\n"))
    assert line.replace("\r\n ", "").removesuffix("\r\n") == worded(words)


@given(st.text(max_size=100), st.text(max_size=100))
def test_any_text_gives_a_well_formed_feed(words: str, speaker: str) -> None:
    feed = ElementTree.fromstring(atom([claim(words, speaker)], "http://127.0.0.1").encode())
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 1


@given(st.text(max_size=100))
def test_no_text_makes_a_line_of_its_own_in_a_calendar(words: str) -> None:
    lines = "".join(calendar([claim(words)], "http://127.0.0.1")).replace("\r\n ", "").split("\r\n")
    assert [line.partition(":")[0].partition(";")[0] for line in lines if line][5:] == [
        "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "END", "END",
    ]  # fmt: skip
