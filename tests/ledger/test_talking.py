from pathlib import Path

from sayso.ask.said import ask
from sayso.ledger import Ledger, View
from sayso.ledger.actors import actors_of
from sayso.ledger.did import Sought, deeds_of
from sayso.ledger.identities import mention_at, wholes
from sayso.ledger.talking import Talk, Talking, talk
from sayso.ledger.verdicts import judge
from sayso.model.verdicts import Change
from tests.ledger.doing import filled, raid
from tests.ledger.made import span


def test_statements_are_counted_by_speaker_and_by_whom_they_name(tmp_path: Path) -> None:
    with View(filled(tmp_path / "a.sayso")) as view:
        assert talk(view) == [
            Talk(speaker="Orrin", about="Soldiers of Orrin", kind="state", statements=2, documents=2),
            Talk(speaker="Tova Lindqvar", about="Eleven clerks", kind="person", statements=2, documents=2),
        ]


def test_what_is_asked_narrows_the_pairs(tmp_path: Path) -> None:
    with View(filled(tmp_path / "a.sayso")) as view:
        assert [row.speaker for row in talk(view, Talking(by="tova"))] == ["Tova Lindqvar"]
        assert [row.speaker for row in talk(view, Talking(about="soldiers", act="deny"))] == ["Orrin"]
        assert [row.statements for row in talk(view, Talking(in_="Sill Courier"))] == [1, 1]
        assert [row.speaker for row in talk(view, Talking(kind="state", since="2031"))] == ["Orrin"]
        assert talk(view, Talking(until="2030")) == []


def merged(path: Path, *, then: str | None = None) -> Path:
    """A ledger in which somebody says that the clerks are the soldiers, and may have said something else since."""
    doc = raid()[0]
    with View(filled(path)) as view:
        ends = [mention_at(view, doc.id, span(doc, words)) or "" for words in ("Eleven clerks", "Soldiers of Orrin")]
    with Ledger(path) as ledger:
        judge(ledger, ends[0], "merge", who="Ada", change=Change(other=ends[1]))
        if then:
            judge(ledger, ends[0], then, who="Ada", change=Change(other=ends[1]))
    return path


def test_actors_that_people_say_are_one_count_as_one(tmp_path: Path) -> None:
    with View(merged(tmp_path / "a.sayso")) as view:
        assert {row.about for row in talk(view)} == {"Soldiers of Orrin"}
        assert wholes(view) == {" eleven clerks": "Soldiers of Orrin", " soldiers of orrin": "Soldiers of Orrin"}


def test_a_split_takes_the_merge_back(tmp_path: Path) -> None:
    with View(merged(tmp_path / "a.sayso", then="split")) as view:
        assert wholes(view) == {}
        assert {row.about for row in talk(view)} == {"Soldiers of Orrin", "Eleven clerks"}


def test_on_the_list_of_actors_names_of_one_actor_count_together(tmp_path: Path) -> None:
    with View(merged(tmp_path / "a.sayso")) as view:
        rows = {actor.name: actor for actor in actors_of(view)}
        one = rows["Soldiers of Orrin"]
        assert "Eleven clerks" not in rows
        assert one.names == ("Soldiers of Orrin", "Eleven clerks")
        assert (one.documents, one.acts, one.undergoes) == (2, 4, 2)
        assert [actor.name for actor in actors_of(view, named_as="clerks")] == ["Soldiers of Orrin"]
        assert len(list(deeds_of(view, Sought(who="|".join(one.names))))) == one.acts
        assert len(list(deeds_of(view, Sought(to="|".join(one.names))))) == one.undergoes


def test_statements_are_found_by_whichever_name_of_an_actor(tmp_path: Path) -> None:
    with View(merged(tmp_path / "a.sayso")) as view:
        assert len(list(ask(view, about="eleven CLERKS", exactly=True))) == 4
        assert list(ask(view, about="clerks", exactly=True)) == []
