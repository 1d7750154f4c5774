"""No value ever becomes part of a statement of SQL, and what looks like SQL is only words."""

import ast
from pathlib import Path

import pytest

import sayso
from sayso.errors import UsageError
from sayso.ledger import Ledger, Said, View
from tests.ledger.content import content
from tests.ledger.made import document, harbour

ROOM = Path(sayso.__file__).parent / "ledger"
INJECTED = [
    "'; DROP TABLE document; --",
    '" OR 1=1 --',
    "') UNION SELECT * FROM facts --",
    "NEAR(a b, 10)",
    "{content} : x",
    "speaker:x",
    "^x AND NOT y",
    "x * y*",
    '"a" "b',
    "\\'\\\"",
    "a\0b",
    "%_%",
    "[\"x\"]",
]  # fmt: skip


def formatted(tree: ast.AST) -> list[int]:
    """Lines on which something is put into a text that goes to the database."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    asked = [call.args[0] for call in calls if call.func.attr in ("execute", "executemany") and call.args]
    inside = [node for argument in asked for node in ast.walk(argument)]
    bad = (ast.JoinedStr, ast.BinOp)
    return [
        node.lineno
        for node in inside
        if isinstance(node, bad) or (isinstance(node, ast.Attribute) and node.attr in ("format", "replace"))
    ]


@pytest.mark.parametrize("file", sorted(ROOM.glob("*.py")), ids=lambda file: file.stem)
def test_statements_are_put_together_from_constants_only(file):
    assert formatted(ast.parse(file.read_text("utf-8"))) == []


def test_the_rule_itself_finds_what_it_forbids():
    assert formatted(ast.parse("c.execute(f'SELECT {x}')\nc.execute('SELECT ' + x)\nc.execute('{}'.format(x))")) == [1, 2, 3]


def statements(view: View, option: str, words: str) -> list[Said]:
    """What is found, nothing too where there is no word to look for."""
    try:
        return list(view.statements(**{option: words}))
    except UsageError:
        return []


@pytest.mark.parametrize("words", INJECTED)
def test_what_looks_like_sql_is_only_looked_for(tmp_path, words):
    path = tmp_path / "harbour.sayso"
    doc = document(f"{words} said Ilse.", outlet=words.replace("\0", ""), origin=words)
    with Ledger(path) as ledger:
        ledger.write(doc, ())
        other = document()
        ledger.write(other, harbour(other))
        before = content(path)
        assert ledger.forgotten(words) is None is ledger.done(words, words, words)
    with View(path) as view:
        for option in ("by", "about", "containing", "in_", "form", "act"):
            assert statements(view, option, words) == []
        assert [row.id for row in view.documents(outlet=words.replace("\0", ""))] == [doc.id]
        assert view.document(words) is None is view.row(words)
        with pytest.raises(UsageError):
            view.documents(since=words)
    assert content(path) == before
