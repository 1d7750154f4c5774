"""The documentation says what is there."""

import re
from pathlib import Path

import pytest
from docs import reference
from docs.screenshots import SHOTS

from tests import tree

DOCS = tree.PROJECT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), tree.PROJECT / "README.md", tree.PROJECT / "SECURITY.md", tree.PROJECT / "CHANGELOG.md"])


def test_the_command_reference_is_current() -> None:
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == reference.page(), "make docs"


@pytest.mark.parametrize("words", [words for words, _ in reference.commands()])
def test_every_command_is_documented(words: str) -> None:
    command = dict(reference.commands())[words]
    assert len((command.help or "").split()) >= 3
    unexplained = [p.name for p in command.params if p.param_type_name == "option" and not p.help and p.name != "help"]
    assert unexplained == []


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(tree.PROJECT).as_posix() for page in PAGES])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(tree.PROJECT).as_posix() for page in PAGES])
def test_verbs_named_in_a_page_exist(page: Path) -> None:
    known = {words.split()[0] for words, _ in reference.commands()}
    named = set(re.findall(r"^(?:    |\$ )sayso ([a-z]+)\b", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named - known == set()


def test_the_pictures_that_pages_show_are_there_and_none_is_left_over() -> None:
    shots = {f"{name}.webp" for name in SHOTS}
    assert {file.name for file in (DOCS / "pictures").glob("*.webp")} == shots
    assert all(file.stat().st_size < 400_000 for file in (DOCS / "pictures").glob("*.webp"))
