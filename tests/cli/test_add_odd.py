"""Odd texts and JSON into a ledger: none stops the run, every text comes back, adding again adds nothing."""

import json

from sayso.intake import Given, open_path
from sayso.ledger import Ledger, View
from sayso.model import Document
from tests.ledger.content import content
from tests.odd.inputs import inputs


def test_odd_inputs_go_in_whole_or_are_set_aside_and_go_in_once(sayso, simply, tmp_path):
    folder, path = tmp_path / "odd", tmp_path / "odd.sayso"
    folder.mkdir()
    for name, data in list(inputs())[::3]:
        if not name.endswith(".html"):  # pages are parsed in a process of their own, which takes its time; tests.odd has them
            (folder / name).write_bytes(data)
    first = json.loads(sayso("add", folder, "--ledger", path, "--workers", 1, "--json").out)
    assert first["new"] + first["known"] + first["set_aside"] >= 80
    before = content(path)
    again = json.loads(sayso("add", folder, "--ledger", path, "--workers", 1, "--json").out)
    assert (again["new"], again["renewed"]) == (0, 0)
    assert again["set_aside"] == first["set_aside"]
    assert content(path) == before
    with Ledger(path) as ledger:
        assert ledger.check() == ()
    with View(path) as view:
        for file in sorted(folder.iterdir())[::7]:
            for found in open_path(file, Given()):
                if isinstance(found, Document):
                    assert view.document(found.id).text == found.text


def test_a_faulty_list_of_actors_is_told_before_anything_is_made(sayso, tmp_path):
    (tmp_path / "mine.csv").write_text("name,kind\nOrrin,robot\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Orrin said so.", encoding="utf-8")
    called = sayso("add", tmp_path / "a.txt", "--actors", tmp_path / "mine.csv", "--ledger", tmp_path / "a.sayso")
    assert called.code == 3
    assert "mine.csv:2: kind 'robot'" in called.err
    assert not (tmp_path / "a.sayso").exists()
