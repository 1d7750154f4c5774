import pytest

from tests.browser.test_looks import AXE, GRAVE

PATHS = ("/events", "/actors", "/events?status=happened&deadly=true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious_on_pages_of_events(desk, path: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(path, scheme=scheme)
    page.evaluate(AXE)
    assert page.evaluate(GRAVE) == []


@pytest.mark.parametrize("path", PATHS)
def test_pages_of_events_fit_a_phone(desk, path: str) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_an_event_is_gone_through_by_keyboard_and_opens_at_its_words(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page("/events")
    assert page.locator("[data-answer]").count() >= 1
    words = page.locator("[data-answer] mark").first.text_content()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/d/**")
    assert page.locator(".trigger.on").first.text_content() == words


def test_how_an_event_is_told_is_a_sign_and_words_beside_the_colour(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page("/events")
    told = page.locator(".status").first.text_content().split()
    assert told[0] in "●◐⊘◇!○"
    assert len(told) >= 3
