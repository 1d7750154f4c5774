"""Deciding on the pages, by mouse and by keys, through the real server."""

import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sayso.http.knowing import FRESH_FOR
from sayso.ledger import Ledger, View
from sayso.ledger.people import let_in
from sayso.ledger.reviewed import Reviewed, reviewed
from sayso.ledger.verdicts import verdicts
from tests.browser import articles
from tests.browser.conftest import Desk, serving
from tests.browser.test_looks import AXE, GRAVE
from tests.show import made

DOC, RECORDS = made.sample()
KESTREL, AUTHORITY, MINISTER, BRAMM, NAMED = RECORDS[:5]
PICK = """([start, end]) => getSelection().setBaseAndExtent(...sayso.placeOf(start), ...sayso.placeOf(end))"""


class Room(Desk):
    """A desk over a ledger of its own."""

    path: Path


@pytest.fixture
def room(chromium, tmp_path: Path) -> Iterator[Room]:  # type: ignore[no-untyped-def]
    path = tmp_path / "veld.sayso"
    with Ledger(path) as writer:
        for doc, records in articles.by_hand():
            writer.write(doc, records, reader="hand/1")
    with serving(path) as address:
        made_room = Room(chromium, address)
        made_room.path = path
        yield made_room
        for context in made_room.contexts:
            made_room.complaints += [f"policy: {what}" for page in context.pages for what in page.evaluate("refused")]
            context.close()
    assert made_room.complaints == []


def opened(room: Room, doc, record) -> object:  # type: ignore[no-untyped-def]
    """The page of a document with a record selected and a name in the form."""
    page = room.page(f"/d/{doc.id}#r={record.id}")
    page.locator("#judge input[name=who]").fill("Ada")
    page.evaluate("document.activeElement.blur()")
    return page


def rows(room: Room, doc) -> list[Reviewed]:  # type: ignore[no-untyped-def]
    with View(room.path) as view:
        return reviewed(view, doc.id)


@pytest.mark.parametrize("name", articles.ODD)
def test_a_correction_by_selecting_words_is_exact_and_outlives_a_new_reading(room: Room, name: str) -> None:
    doc, (record,) = articles.odd(name)
    wanted = made.span(doc.text, "nobody will")
    page = opened(room, doc, record)
    page.keyboard.press("c")
    page.evaluate("document.activeElement.blur()")
    page.evaluate(PICK, list(wanted))
    page.keyboard.press("3")
    assert page.locator("fieldset[data-type=statement] output").nth(2).text_content() == "nobody will"
    page.locator("[data-save]").click()
    page.wait_for_url("**#r=*@*")
    (row,) = rows(room, doc)
    assert (row.record.content, row.record.source, row.machine) == ((wanted,), record.source, record)  # type: ignore[union-attr]
    with Ledger(room.path) as writer:
        writer.write(doc, (), reader="hand/2")
    page.reload()
    assert page.locator("#text .content.by-hand").all_text_contents() == ["nobody will"]
    assert "no longer finds this" in page.locator(".turn").first.text_content()


def test_a_record_is_corrected_by_keys_alone(room: Room) -> None:
    page = opened(room, DOC, BRAMM)
    page.keyboard.press("c")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    before = page.evaluate("document.activeElement.value")
    for _ in range(2):
        page.keyboard.press("Alt+ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_url("**#r=*@*")
    (row,) = rows(room, DOC)
    (start, end), (second, last) = BRAMM.content
    assert before == f"{start}-{end} {second}-{last}"
    assert [DOC.text[a:b] for a, b in row.record.content] == ["“Nobody asked the boatmen,”", "“and nobody"]  # type: ignore[union-attr]


def test_records_are_accepted_and_rejected_one_after_the_other_and_undone_by_keys(room: Room) -> None:
    page = opened(room, DOC, KESTREL)
    page.keyboard.press("a")
    page.wait_for_url(f"**#r={AUTHORITY.id}")
    page.keyboard.press("x")
    page.wait_for_url(f"**#r={MINISTER.id}")
    assert {row.id: row.judgement.says for row in rows(room, DOC)} == {KESTREL.id: "accept", AUTHORITY.id: "reject"}  # type: ignore[union-attr]
    page.keyboard.press("z")
    page.wait_for_url(f"**#r={AUTHORITY.id}")
    assert {row.id: row.judgement is None for row in rows(room, DOC)} == {KESTREL.id: False, AUTHORITY.id: True}


def test_words_that_no_reader_found_are_added(room: Room) -> None:
    page = opened(room, DOC, KESTREL)
    page.evaluate(PICK, list(made.span(DOC.text, "Two men were injured on Thursday")))
    page.keyboard.press("n")
    page.locator("fieldset:not([disabled]) input[name=speaker]").fill("Ilse Bramm")
    page.locator("[data-save]").click()
    page.wait_for_url("**#r=*@*")
    (row,) = rows(room, DOC)
    assert (row.machine, row.speaker, row.record.speaker) == (None, "Ilse Bramm", NAMED.id)  # type: ignore[union-attr]
    assert page.locator("#text .by-hand").all_text_contents()[0].startswith("Two men")
    assert "added" in page.locator("details[open] .ruled").text_content()


def test_two_records_are_joined_by_keys(room: Room) -> None:
    page = opened(room, DOC, BRAMM)
    page.keyboard.press("=")
    page.goto(f"{room.served}/d/{DOC.id}#r={MINISTER.id}")
    page.keyboard.press("=")
    page.wait_for_function("document.querySelector('[data-undoes]')")
    with View(room.path) as view:
        assert [(one.says, one.about, one.change.other) for one in verdicts(view)] == [("same", BRAMM.id, MINISTER.id)]


def test_the_whole_is_read_only_when_it_is_said_twice(room: Room) -> None:
    page = opened(room, DOC, BRAMM)
    page.keyboard.press("w")
    assert "once more" in page.locator("[data-hint]").text_content()
    page.keyboard.press("w")
    page.get_by_text("Read whole by").wait_for()
    with View(room.path) as view:
        assert len(verdicts(view)) == 8


def test_without_a_name_nothing_is_sent(room: Room) -> None:
    page = room.page(f"/d/{DOC.id}#r={BRAMM.id}")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.name") == "who"
    assert rows(room, DOC) == []


def test_who_comes_in_by_name_decides_in_that_name(room: Room) -> None:
    with Ledger(room.path) as writer:
        token = let_in(writer, "Ada Ünal", "review", who="Root")
    time.sleep(FRESH_FOR + 0.2)
    known = {"username": "Ada Ünal", "password": token, "send": "always"}
    context = room.chromium.new_context(http_credentials=known)
    page = context.new_page()
    page.goto(f"{room.served}/d/{DOC.id}#r={BRAMM.id}")
    name = page.locator("#judge input[name=who]")
    assert (name.input_value(), name.get_attribute("readonly")) == ("Ada Ünal", "")
    page.keyboard.press("x")
    page.get_by_text("rejected").first.wait_for(state="attached")
    context.close()
    assert [row.judgement.who for row in rows(room, DOC)] == ["Ada Ünal"]  # type: ignore[union-attr]


def test_the_queue_is_gone_through_by_keys(room: Room) -> None:
    page = room.page("/review")
    first = page.locator("[data-accept]").first.get_attribute("value").removeprefix("accept ")
    page.locator("input[name=who]").fill("Ada")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("a")
    page.wait_for_url("**done=*")
    assert page.locator(f"[value='accept {first}']").count() == 0
    page.keyboard.press("z")
    page.wait_for_url("**/review")
    page.locator(f"[value='accept {first}']").wait_for()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/*")


def test_two_actors_are_merged_and_parted_again(room: Room) -> None:
    ministry = made.span(DOC.text, "The canal authority")
    other = msgspec.structs.replace(
        NAMED, id=f"{DOC.id}.m{ministry[0]}-{ministry[1]}", name="Canal Authority", span=ministry, kernel=ministry
    )
    with Ledger(room.path) as writer:
        writer.write(DOC, [*RECORDS, other, msgspec.structs.replace(AUTHORITY, id=f"{AUTHORITY.id}.1", speaker=other.id)])
    page = room.page("/actors")
    page.get_by_label("Choose Ilse Bramm").check()
    page.get_by_label("Choose Canal Authority").check()
    page.locator("#actors input[name=who]").fill("Ada")
    page.get_by_text("The two chosen are one actor").click()
    page.get_by_text("the same actor as").first.wait_for()
    page.evaluate(AXE)
    assert page.evaluate(GRAVE) == []
    page.get_by_role("button", name="Undo").first.click()
    page.wait_for_function("!document.body.textContent.includes('the same actor as')")
    with View(room.path) as view:
        assert [one.says for one in verdicts(view)] == ["merge", "undo"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_while_deciding(room: Room, scheme: str) -> None:
    page = room.page(f"/d/{DOC.id}#r={BRAMM.id}", scheme=scheme)
    page.locator("#judge input[name=who]").fill("Ada")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("x")
    page.wait_for_load_state()
    page.get_by_text("rejected").first.wait_for(state="attached")
    for path in (f"/d/{DOC.id}#r={BRAMM.id}", "/review", "/review/decided"):
        page.goto(room.served + path)
        if path.startswith("/d/"):
            page.reload()
            page.keyboard.press("c")
        page.evaluate(AXE)
        assert page.evaluate(GRAVE) == []


@pytest.mark.parametrize("width", [320, 800])
@pytest.mark.parametrize("path", ["/review", "/review/decided", f"/d/{DOC.id}#r={BRAMM.id}"])
def test_nothing_is_wider_than_the_window(room: Room, path: str, width: int) -> None:
    page = room.page(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
