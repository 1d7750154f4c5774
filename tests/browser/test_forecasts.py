"""Forecasts of the sample articles settled by hand, through the real server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import View
from sayso.ledger.foretold import Claim, claims_of
from sayso.ledger.questions import questions, resolutions
from tests.browser.conftest import Desk, serving
from tests.browser.test_looks import AXE, GRAVE
from tests.samples import foretelling

DAY = "2024-03-10"
PROMISED, THREATENED = foretelling.PROMISED[1][:35], foretelling.THREATENED[1][:29]
PAGES = ("/forecasts", "/forecasts?state=settled", "/forecasts/score", "/forecasts/by?name=Dormande", PROMISED, THREATENED)


class Shelf(Desk):
    """A desk over the sample articles, with the claims that the tests go through."""

    path: Path


@pytest.fixture(scope="module")
def shelved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    path = foretelling.filled(tmp_path_factory.mktemp("forecasts") / "samples.sayso")
    with serving(path) as address:
        yield path, address


@pytest.fixture
def shelf(chromium, shelved: tuple[Path, str]) -> Iterator[Shelf]:  # type: ignore[no-untyped-def]
    path, address = shelved
    made = Shelf(chromium, address)
    made.path = path
    yield made
    for context in made.contexts:
        made.complaints += [f"policy: {what}" for page in context.pages for what in page.evaluate("refused")]
        context.close()
    assert made.complaints == []


def claim(shelf: Shelf, words: str) -> Claim:
    """The first claim with these words."""
    with View(shelf.path) as view:
        return next(one for one in claims_of(view, DAY, order="date") if words in one.proposition)


def settled(shelf: Shelf, made: Claim, words: str, answer: str):  # type: ignore[no-untyped-def]
    """The claim's page once a question was asked and answered on the suggested sentence with these words."""
    page = shelf.page(f"/forecasts/c/{made.id}")
    form = page.locator("form[action$='/question']")
    for name, value in (("criteria", "A reporter at the gate says so."), ("due", "2024-03-02"), ("who", "Ada")):
        form.locator(f"[name={name}]").fill(value)
    form.get_by_role("button", name="Open the question").click()
    form = page.locator("form[action*='/resolve/']")
    form.locator(".suggested label", has_text=words).get_by_role("checkbox").check()
    form.get_by_label(answer).check()
    form.locator("[name=who]").fill("Ben")
    form.get_by_role("button", name="Resolve").click()
    page.locator(".decision").wait_for()
    return page


def decided(shelf: Shelf, made: Claim) -> list[tuple[str, str, str]]:
    """(who, answer, words) of what stands in the ledger for a claim."""
    with View(shelf.path) as view:
        found = [one for asked in questions(view, made.id) for one in resolutions(view, asked.id)]
        texts = {place.doc: view.document(place.doc).text for one in found for place in one.evidence}  # type: ignore[union-attr]
    return [(one.who, one.answer, texts[place.doc][slice(*place.spans[0])]) for one in found for place in one.evidence]


def test_what_a_later_article_settles_is_suggested_resolved_by_hand_and_stands_in_its_speakers_record(shelf: Shelf) -> None:
    promised = claim(shelf, PROMISED)
    assert "Dormande" in promised.speaker
    page = settled(shelf, promised, foretelling.OPENED, "came true")
    ((who, answer, words),) = decided(shelf, promised)
    assert (who, answer, foretelling.OPENED in words) == ("Ben", "yes", True)
    assert words in page.locator(".decision blockquote").text_content()
    page.get_by_role("link", name="all of this speaker’s forecasts").click()
    kept = page.locator("[data-answer]", has_text=PROMISED).first
    assert kept.locator(".answer").text_content() == "came true"


def test_one_whose_condition_never_came_ends_void_and_counts_for_nothing(shelf: Shelf) -> None:
    threatened = claim(shelf, THREATENED)
    assert threatened.condition == "If the gate is still shut on March 1"
    page = settled(shelf, threatened, foretelling.CALLED_OFF, "void: its condition never came")
    assert [row[:2] for row in decided(shelf, threatened)] == [("Ben", "void")]
    page.get_by_role("link", name="all of this speaker’s forecasts").click()
    assert page.locator("[data-answer]", has_text=THREATENED).locator(".answer").text_content().startswith("void")
    assert "1 void" in page.locator(".figures").text_content()
    assert "0 came true" in page.locator(".figures").text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious_on_pages_of_forecasts(shelf: Shelf, path: str, scheme: str) -> None:
    page = shelf.page(path if path.startswith("/") else f"/forecasts/c/{claim(shelf, path).id}", scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.evaluate(AXE)
    assert page.evaluate(GRAVE) == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_of_forecasts_fit_a_phone(shelf: Shelf, path: str) -> None:
    page = shelf.page(path if path.startswith("/") else f"/forecasts/c/{claim(shelf, path).id}", width=320)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
