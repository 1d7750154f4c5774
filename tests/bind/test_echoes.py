import msgspec

from sayso.bind import chains, echoes
from sayso.model import Echo, Statement
from sayso.read import statements
from tests.reading import lexicon, parsed

BODY = "The council met in Halden on Monday.\n\n“The dam will not hold the water,” Orla Venn warned.\n\nRain fell."


def found(headline: str) -> list[list[str]]:
    """What differs, for each echo of the headline."""
    text = f"{headline}\n\n{BODY}"
    read = parsed(text)
    records = chains.bind(read, tuple(statements.read(read, lexicon())), lexicon())
    return [[text[a:b] for a, b in r.differs] for r in echoes.bind(read, records, lexicon()) if isinstance(r, Echo)]


def test_a_headline_that_repeats_a_quotation_echoes_it() -> None:
    assert len(found("Dam ‘Will Not Hold’ Water")) == 1


def test_a_condition_that_only_the_headline_has_is_shown() -> None:
    (differs,) = found("Dam ‘Will Not Hold Water’ if Council Refuses Repair")
    assert any("Council Refuses Repair" in words for words in differs)


def test_a_headline_about_something_else_echoes_nothing() -> None:
    assert found("Mayor ‘Sold the Mill’ to Cousin") == []


def test_a_text_without_a_headline_has_no_echo() -> None:
    assert found("The mayor said the dam will not hold the water.") == []


def test_two_statements_on_one_word_of_the_headline_echo_apart() -> None:
    read = parsed(f"Dam ‘Will Not Hold’ Water\n\n{BODY}")
    records = chains.bind(read, tuple(statements.read(read, lexicon())), lexicon())
    above = next(r for r in records if isinstance(r, Statement))
    twice = (*records, msgspec.structs.replace(above, id=f"{above.id}.1"))
    ids = [r.id for r in echoes.bind(read, twice, lexicon()) if isinstance(r, Echo)]
    assert len(ids) == len(set(ids)) == 2
