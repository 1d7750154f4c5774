import pytest

from tests.show import made

DOC, RECORDS = made.sample()
KESTREL, AUTHORITY, MINISTER, BRAMM = (record.id for record in RECORDS[:4])


def chosen(page) -> str | None:  # type: ignore[no-untyped-def]
    """The record whose card is open; the address must say the same."""
    found: str | None = page.evaluate("document.querySelector('details[open]')?.dataset.card ?? null")
    assert page.evaluate("decodeURIComponent(location.hash)") == (f"#r={found}" if found else "")
    return found


def test_j_and_k_go_through_the_statements_and_u_goes_outward(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}")
    seen = []
    for key in ("j", "j", "j", "k", "u", "Escape"):
        page.keyboard.press(key)
        seen.append(chosen(page))
    assert seen == [KESTREL, AUTHORITY, MINISTER, AUTHORITY, KESTREL, None]


def test_back_and_forward_go_through_what_was_selected(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.go_back()
    assert chosen(page) == KESTREL
    page.go_forward()
    assert chosen(page) == AUTHORITY


def test_nested_statements_are_reached_by_clicking_again(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}")
    words = page.locator(f"[data-r='{MINISTER}'][data-role=content]")
    seen = []
    for _ in range(4):
        words.click()
        seen.append(chosen(page))
    assert seen == [MINISTER, AUTHORITY, KESTREL, MINISTER]


def test_all_pieces_of_a_quotation_light_up_together(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}#r={BRAMM}")
    assert page.locator(".content.on").all_text_contents() == ["“Nobody asked the boatmen,”", "“and nobody will.”"]


@pytest.mark.parametrize("width", [1280, 380])
def test_a_permalink_opens_marked_and_in_sight(desk, width: int) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}#r={RECORDS[6].id}", width=width, height=420)
    mark = page.locator(".content.on").first.bounding_box()
    sheet = page.locator(".panel").bounding_box()
    assert 0 <= mark["y"] < (420 if width > 1000 else sheet["y"])
    assert chosen(page) == RECORDS[6].id


def test_a_span_opens_marked_and_in_sight(desk) -> None:  # type: ignore[no-untyped-def]
    start, end = made.span(DOC.text, "injured on Thursday")
    page = desk.page(f"/d/{DOC.id}?span={start}-{end}", height=420)
    assert "".join(page.locator("mark.hit").all_text_contents()) == "injured on Thursday"
    assert 0 <= page.locator("mark.hit").first.bounding_box()["y"] < 420


def test_search_and_help_have_their_keys(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}")
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="hidden")
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.name === 'q'")
    page.keyboard.type("boatmen j")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find?q=boatmen+")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/*span=*")
    assert page.locator("mark.hit").first.text_content() == "boatmen"


def test_the_card_of_a_mention_is_its_actors(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}#r={RECORDS[5].id}")
    assert page.locator("details[open] .head").text_content() == "Ilse Bramm"
    assert page.locator(".mention.on").all_text_contents() == ["Ilse Bramm", "Bramm"]


def test_a_time_shows_its_date_on_focus(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}")
    page.locator("#text time").first.focus()
    shown = page.evaluate("getComputedStyle(document.activeElement, '::after').content")
    assert shown == '"date 2031-05-02"'


def test_marks_can_be_hidden_layer_by_layer(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}")
    line = "getComputedStyle(document.querySelector('#text .content')).textDecorationLine"
    assert page.evaluate(line) == "underline"
    page.get_by_label("statements", exact=True).uncheck()
    assert page.evaluate(line) == "none"


def test_citing_copies_words_and_offsets(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}#r={MINISTER}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("details[open] [data-copy]").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("“the locks stay shut”, the minister, Lantern Post")


def test_without_scripts_the_text_and_every_card_are_there(desk) -> None:  # type: ignore[no-untyped-def]
    context = desk.chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk.served}/d/{DOC.id}#r={BRAMM}")
    assert page.locator("details.card").count() == 10
    assert page.locator("#text .content:visible").count() >= 5
    context.close()
