"""`check` finds each kind of flaw and says where it is; a whole ledger has none."""

from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.ledger.made import document, harbour


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.sayso"
    with Ledger(path) as ledger:
        for outlet in ("Coast Courier", "Inland Post"):
            doc = document(outlet=outlet)
            ledger.write(doc, harbour(doc))
    return path


def test_a_whole_ledger_has_no_flaw(path):
    with Ledger(path) as ledger:
        assert ledger.check() == ()


@pytest.mark.parametrize(
    ("sql", "kinds"),
    [
        ("UPDATE document SET text = replace(text, 'nine', 'nice') WHERE key = 1", {"hash", "index", "offset"}),
        ("UPDATE document SET chars = 3 WHERE key = 2", {"offset"}),
        ("UPDATE facts SET outlet = 'Another' WHERE key = 1", {"hash"}),
        ("DELETE FROM facts WHERE key = 1", {"orphan"}),
        ("DELETE FROM document WHERE key = 1", {"orphan", "index"}),
        ("UPDATE record SET retired = '2031' WHERE type = 'mention' AND key = 1", {"orphan", "offset", "record"}),
        ("UPDATE record SET kernel_start = 1 WHERE key = 4", {"record"}),
        ("UPDATE record SET body = '{}' WHERE key = 4", {"record"}),
        ('UPDATE record SET body = replace(body, \'"within":"\', \'"within":"x\')', {"orphan", "record"}),
        ("UPDATE statement SET content = 'We lost ten days' WHERE key = 4", {"offset", "index"}),
        ("DELETE FROM statement WHERE key = 4", {"offset", "index"}),
        ("DELETE FROM input WHERE doc = (SELECT id FROM document LIMIT 1)", set()),
        ("UPDATE input SET doc = 'gone'  WHERE doc = (SELECT id FROM document LIMIT 1)", {"orphan"}),
        ("INSERT INTO words(words) VALUES ('delete-all')", {"index"}),
    ],
)
def test_every_kind_of_damage_is_named(path, sql, kinds):
    with Ledger(path) as ledger:
        ledger.connection.execute(sql)
        flaws = ledger.check()
    assert {flaw.kind for flaw in flaws} == kinds
    assert all(flaw.where and flaw.what for flaw in flaws)
