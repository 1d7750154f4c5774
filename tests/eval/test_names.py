import gzip
import json
from pathlib import Path

from eval import names
from sayso.model import Document
from sayso.text.parse import MentionFound, Name, Parse

TAGGED = [
    [("The", "O"), ("Tern", "B-Organization"), ("Trust", "I-Organization"), ("'s", "O"), ("Ada", "B-Person"), ("Holm", "I-Person"), (".", "O")],
    [('"', "O"), ("Zero", "O"), ("-", "O"), ("sum", "O"), (",", "O"), ('"', "O"), ("she", "O"), ("said", "O"), ("in", "O"), ("Port", "B-Location"), ("Vell", "I-Location"), (".", "O")],
]  # fmt: skip


def test_tagged_words_become_running_text_with_exact_names() -> None:
    made = names.laid_out(TAGGED)
    assert made.text == 'The Tern Trust\'s Ada Holm. "Zero-sum," she said in Port Vell.'
    assert sorted(made.text[s:e] + "/" + kind for s, e, kind in made.names) == [
        "Ada Holm/person", "Port Vell/place", "Tern Trust/organization"]  # fmt: skip


def test_a_dash_between_names_keeps_its_blanks() -> None:
    made = names.laid_out([[("Vell", "B-Location"), ("-", "O"), ("Ada", "B-Person"), ("left", "O")]])
    assert made.text == "Vell - Ada left"


def test_article_and_genitive_are_no_part_of_a_name() -> None:
    text = "the Tern Trust's"
    assert names.bare(text, (0, len(text))) == (4, 14)


def test_a_name_of_another_kind_is_counted_as_such() -> None:
    gold = names.Named("Ada Holm", frozenset({(0, 8, "person")}))
    found = names.counts(gold, [(0, 8, "organization")])
    assert (found["person", "as organization"], found["person", "right"], found["organization", "found"]) == (1, 0, 1)


def test_all_alike_is_a_hundred() -> None:
    gold = names.laid_out(TAGGED)
    assert list(names.report(names.counts(gold, gold.names)))[-1].split()[1:4] == ["100.0", "100.0", "100.0"]


def test_descriptions_and_pronouns_are_no_names() -> None:
    document = Document(id="a", text="the ministry", origin="", sha256="")
    described = MentionFound(span=(0, 12), head=(4, 12), core=(4, 12), kind="organization", name="ministry", role="ministry")
    found = Parse(document=document, tokens=(), sentences=(), mentions=(described,), names=(Name((4, 12), "state"),))
    assert list(names.mentions(found)) == []
    assert list(names.names(found)) == [(4, 12, "place")]


def test_articles_are_taken_evenly(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress("\n".join(json.dumps({"id": i, "sents": [[[str(i), "O"]]]}) for i in range(9)).encode()))
    assert [each.text for each in names.articles(file, 3)] == ["0", "3", "6"]
