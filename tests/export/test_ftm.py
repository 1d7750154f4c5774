import json

import pytest

from sayso.export import ftm
from sayso.export.article import Article
from tests.export.made import articles
from tests.ledger.doing import raid


def entities(article: Article) -> list[dict[str, object]]:
    return [json.loads(line) for line in ftm.lines([article])]


def by_schema(article: Article, schema: str) -> list[dict[str, list[str]]]:
    return [one["properties"] for one in entities(article) if one["schema"] == schema]  # type: ignore[misc]


@pytest.mark.parametrize("article", articles(), ids=["raid", "early", "traps"])
def test_every_event_and_statement_says_where_its_words_stand(article: Article) -> None:
    text = article.document.text
    rows = [(one["notes"], one["summary"]) for one in by_schema(article, "Event")]
    rows += [(one["notes"], one["description"]) for one in by_schema(article, "Note")]
    assert len(rows) == len(list(article.statements())) + len(list(article.events()))
    for notes, (words,) in rows:
        assert " … ".join(text[start:end] for start, end in ftm.spans_in(notes)) == words


@pytest.mark.parametrize("article", articles(), ids=["raid", "early", "traps"])
def test_no_entity_points_to_one_that_is_missing_and_none_comes_twice(article: Article) -> None:
    made = entities(article)
    ids = [str(one["id"]) for one in made]
    assert len(ids) == len(set(ids))
    pointing = ("document", "resolved", "organizer", "involved", "entity", "proof")
    named = {id for one in made for name in pointing for id in one["properties"].get(name, [])}  # type: ignore[attr-defined]
    assert named <= set(ids)


def test_actors_have_schemata_by_kind_and_sector() -> None:
    made = {str(one["properties"]["name"][0]): one["schema"] for one in entities(Article(*raid())) if "name" in one["properties"]}  # type: ignore[index, operator]
    assert made["Soldiers of Orrin"] in ("PublicBody", "Mention")
    actors = {one["id"]: one["schema"] for one in entities(Article(*raid())) if one["schema"] in set(ftm.SCHEMATA.values())}
    assert set(actors.values()) == {"Person", "PublicBody", "Organization"}


def test_an_event_tells_its_status_and_its_voice() -> None:
    told = [one["description"][0] for one in by_schema(Article(*raid()), "Event")]
    assert "denied (CT-); Sill Courier ← Orrin" in told


def plain(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    """Values as the library keeps them: without NUL, and without white space at their ends."""
    return {name: sorted({value.replace("\0", "").strip() for value in values}) for name, values in properties.items()}


@pytest.mark.parametrize("article", articles(), ids=["raid", "early", "traps"])
def test_the_formats_own_library_takes_every_entity_as_it_is(article: Article) -> None:
    model = pytest.importorskip("followthemoney").model
    for one in entities(article):
        assert plain(model.get_proxy(one, cleaned=False).to_dict()["properties"]) == plain(one["properties"])  # type: ignore[arg-type]
