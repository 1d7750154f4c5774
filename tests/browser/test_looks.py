from pathlib import Path

import pytest

from tests.browser.conftest import Desk
from tests.show import made

DOC, RECORDS = made.sample()
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
PATHS = (
    "/",
    "/said",
    "/find?q=boatmen",
    "/problems",
    "/sql",
    "/sql?q=SELECT+id,+text+FROM+document",
    f"/d/{DOC.id}",
    f"/d/{DOC.id}#r={RECORDS[1].id}",
    "/network",
    "/map",
    "/timeline",
    "/searches",
    "/searches?path=/said&by=Bramm",
    "/api",
)
GRAVE = """async () => {
  const found = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
  return found.violations.filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html + " " + node.failureSummary).join(" | ")}`);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(desk, path: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(path, scheme=scheme)
    page.evaluate(AXE)
    assert page.evaluate(GRAVE) == []


@pytest.mark.parametrize("width", [320, 800])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_the_window(desk, path: str, width: int) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_light_and_dark_differ(desk) -> None:  # type: ignore[no-untyped-def]
    colours = [
        desk.page("/", scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor") for scheme in ("light", "dark")
    ]
    assert colours == ["rgb(255, 253, 249)", "rgb(21, 23, 26)"]


def test_source_cue_and_content_differ_without_colour(desk) -> None:  # type: ignore[no-untyped-def]
    page = desk.page(f"/d/{DOC.id}")
    style = "(one) => getComputedStyle(document.querySelector(`#text ${one}`)).textDecorationStyle"
    assert [page.evaluate(style, one) for one in (".source", ".cue", ".content.direct", ".content.indirect")] == [
        "double", "dotted", "solid", "dashed",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/said", "/events", "/actors", "/"])
def test_on_a_phone_the_first_answer_is_in_the_first_window(desk: Desk, path: str) -> None:
    page = desk.page(path, width=390, height=844)
    assert page.locator("[data-answer]").first.bounding_box()["y"] < 600


def test_on_a_phone_a_name_in_a_table_is_not_broken_into_letters(desk: Desk) -> None:
    page = desk.page("/actors", width=390)
    assert page.locator("tbody th").first.bounding_box()["width"] >= 150


def test_on_a_phone_the_page_one_is_on_is_in_view_in_the_masthead(desk: Desk) -> None:
    box = desk.page("/sql", width=390).locator(".masthead [aria-current]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


PEEPING = """() => {
  const [form, panel] = [document.querySelector(".judge"), document.querySelector(".panel")];
  return panel.getBoundingClientRect().bottom - form.getBoundingClientRect().bottom;
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_card_peeps_out_below_the_form_for_deciding(desk: Desk, width: int) -> None:
    page = desk.page(f"/d/{DOC.id}#r={RECORDS[1].id}", width=width)
    page.wait_for_selector(".judge:not([hidden])")
    assert abs(page.evaluate(PEEPING)) < 2


CLIPPED = """() => [...document.querySelectorAll("input[placeholder]")].filter((one) => {
  const [style, pen] = [getComputedStyle(one), document.createElement("canvas").getContext("2d")];
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  return pen.measureText(one.placeholder).width > one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}).map((one) => `${one.name}: ${one.placeholder}`)"""


@pytest.mark.parametrize("path", ["/said", "/events", "/actors", "/forecasts", "/conflicts", "/timeline"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_hint_in_a_field_is_clipped(desk: Desk, path: str, width: int) -> None:
    assert desk.page(path, width=width).evaluate(CLIPPED) == []
