"""Linking by groups of keys finds what a ledger of the same articles finds, whoever does the tasks."""

import importlib.util
import random

import msgspec
import pytest

from sayso.ledger import Ledger, View
from sayso.ledger.links import links
from sayso.linking import Linking
from sayso.linking_actors import ActorLinking
from sayso.scale import comparing, signing
from sayso.scale.columns import rows
from sayso.scale.engines.here import Here
from sayso.scale.engines.local import Local
from sayso.scale.into import into
from sayso.scale.plan import load
from sayso.scale.running import checked
from tests.link.made import LEXICON
from tests.scale import made

pytestmark = pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="needs sayso[parquet]")

QUOTES = ["the northern gate will not hold another winter", "no crane was ever promised to this harbour by anybody at all"]
WHO = ["Ilse Marrow", "harbour master Ilse Marrow", "Anton Brisk", "Orla Venn"]


def article(n: int, chance: random.Random) -> bytes:
    """An article that says what many say, and copies from one of a few texts or says something of its own."""
    words = [
        chance.choice(["stone", "river", "gate", "salt", "winter", "rope", "keel", "lantern", "north", "crane", "tide", "barge"])
        for _ in range(90)
    ]
    own = (
        " ".join(words)
        if n % 3
        else " ".join(
            f"{word}{n % 4}" for word in ["over", "the", "long", "wall", "they", "came", "at", "dawn", "with", "ropes"] * 8
        )
    )
    said = f"“{QUOTES[n % 7 > 4]},” {WHO[chance.randrange(4)]} said on Monday. " if n % 5 < 4 else ""
    return msgspec.json.encode({"text": f"{said}{own}.", "outlet": f"Outlet {n}", "date": f"2031-04-{n % 28 + 1:02}"})


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    path, chance = tmp_path_factory.mktemp("in") / "in.jsonl", random.Random(4)
    lines = [article(n, chance) for n in range(120)]
    path.write_bytes(b"\n".join([*lines[:60], lines[3], *lines[60:]]))
    return path


@pytest.fixture(scope="module")
def run(source, tmp_path_factory):
    folder = tmp_path_factory.mktemp("linked") / "run"
    return folder, made.run(folder, source, Here(made.Witness), articles=50, link=True)


def found(folder) -> dict[str, str]:
    return {row["id"]: row["body"] for file in sorted(folder.glob("links/*/links.parquet")) for row in rows(file)}


def test_the_links_are_those_of_a_ledger_with_the_same_articles(run, tmp_path):
    with Ledger(tmp_path / "a.sayso") as ledger:
        into(run[0], ledger, made.Witness, lambda _: None)
        Linking(ledger, LEXICON).run()
        ActorLinking(ledger, LEXICON).run()
    with View(tmp_path / "a.sayso") as view:
        linked = {link.id: msgspec.json.encode(link).decode() for link in links(view)}
    assert {msgspec.json.decode(body)["kind"] for body in linked.values()} == {"copy", "quote", "conflicts", "actor"}
    assert found(run[0]) == linked


def test_so_many_share_a_number_that_not_all_are_compared(run):
    keys = [row for file in run[0].glob("keys/*/keys.parquet") for row in rows(file)]
    for space, most in enumerate(signing.MOST):
        values = [row["value"] for row in keys if row["space"] == space]
        assert max(map(values.count, dict.fromkeys(values))) > most


def test_an_article_that_stands_twice_is_linked_once(run):
    assert run[1].counts["once"] == {"documents": 120, "again": 1}
    assert sum(row["doc_a"] == row["doc_b"] for file in run[0].glob("links/*/links.parquet") for row in rows(file)) == 0


def test_two_processes_link_as_one_does_byte_for_byte(run, source, tmp_path):
    made.run(tmp_path / "run", source, Local(2, made.Witness), articles=50, link=True)
    assert made.files(tmp_path / "run") == made.files(run[0])


def test_damaged_keys_are_made_again_and_nothing_else(run, source):
    before = made.files(run[0])
    file = run[0] / "keys" / "000000-000001" / signing.KEYS
    file.write_bytes(b"")
    assert checked(run[0], load(run[0])) == ["keys/000000-000001: keys.parquet is not what was written"]
    again = made.run(run[0], source, Here(made.Witness), articles=50, link=True)
    assert again.made == 1
    assert made.files(run[0]) == before
    assert comparing.STAGE in again.counts
