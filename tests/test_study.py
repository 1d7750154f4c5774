"""The study is a notebook that its own cells made: figures and sentences from the ledger, no words of the articles."""

import json
import re

import pytest
from docs.study import cells, executed, notebook

from sayso.ledger import View
from tests.ledger.doing import filled


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("study") / "raid.sayso")


@pytest.fixture(scope="module")
def made(path):
    return notebook(path)


def outputs(made, kind):
    found = [out["data"][kind] for cell in made["cells"] for out in cell.get("outputs", ()) if kind in out.get("data", {})]
    return ["".join(lines) for lines in found]


def test_prose_and_code_are_told_apart():
    assert cells("# A\n\n```python\n1 + 1\n```\n\nB\n") == [("markdown", "# A"), ("code", "1 + 1"), ("markdown", "B")]


def test_what_a_cell_prints_comes_before_what_it_shows():
    found = executed("class A:\n    def _repr_svg_(self): return '<svg/>'\nprint('said')\nA()", {})
    assert [out["output_type"] for out in found] == ["stream", "display_data"]
    assert found[1]["data"] == {"image/svg+xml": ["<svg/>"]}


def test_the_same_ledger_gives_the_same_notebook(path, made):
    assert json.dumps(notebook(path)) == json.dumps(made)
    assert (made["nbformat"], {cell["cell_type"] for cell in made["cells"]}) == (4, {"markdown", "code"})


def test_its_numbers_are_those_of_the_ledger(path, made):
    with View(path) as view:
        counts = view.counts()
    says = " ".join(outputs(made, "text/markdown"))
    assert f"{counts['documents']} documents of" in says
    assert f"{counts['events']} events;" in says
    assert len(outputs(made, "image/svg+xml")) == 5
    assert "error rate is not known" in says


def test_no_words_of_an_article_are_in_it(path, made):
    told = json.dumps(made, ensure_ascii=False)
    with View(path) as view:
        words = re.findall(r"\w+", " ".join(view.document(row.id).text for row in view.documents(None)))
    runs = {" ".join(words[n : n + 5]) for n in range(len(words) - 4)}
    assert len(runs) > 30
    plain = " ".join(re.findall(r"\w+", told))
    assert [run for run in runs if run in plain] == []
