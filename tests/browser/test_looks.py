from pathlib import Path

import pytest

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
