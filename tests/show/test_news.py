from xml.etree import ElementTree

from sayso.model import Document
from sayso.show.news import atom

ATOM = "{http://www.w3.org/2005/Atom}"


def document(**fields: object) -> Document:
    return Document(**{"id": "1" * 16, "text": "Words.", "origin": "a", "sha256": "", **fields})


def test_every_document_is_an_entry_with_its_time() -> None:
    root = ElementTree.fromstring(atom([(document(title="Gate & <lock>", url="https://quay.example/g"), "2031-04-09T07:05:00Z")]))
    (entry,) = root.iter(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}{name}") for name in ("title", "updated", "summary")] == [
        "Gate & <lock>",
        "2031-04-09T07:05:00Z",
        "Words.",
    ]
    assert root.findtext(f"{ATOM}updated") == "2031-04-09T07:05:00Z"


def test_odd_titles_and_addresses_that_are_none_do_no_harm() -> None:
    text = atom(
        [(document(title="\x1b]0;x\x07\x00\u202eGate\n", outlet="\x00", url="javascript:alert(1)"), "2031-04-09T07:05:00Z")]
    )
    root = ElementTree.fromstring(text)
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "]0;xGate "
    assert "javascript" not in text


def test_nothing_is_a_feed_too() -> None:
    assert ElementTree.fromstring(atom([])).findtext(f"{ATOM}title") == "New in the ledger"
