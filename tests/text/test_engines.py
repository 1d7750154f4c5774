"""What every engine keeps to, spaCy's pipeline and the encoder alike."""

import pytest

from sayso.text.encoder_engine import engine as installed
from sayso.text.parse import Engine
from tests.reading import document

ODD = ["", " ", "\n\n", "“", "\x00", "a\x00b said.", "مرحبا قال الوزير.", "😀 said 😀.", "x" * 5000, "é́ said.\r\n\r\nGo."]
NAMES = "Angela Brandt flew from Berlin to meet officials of the Red Cross."
TWO = "The mayor of Halden resigned on Monday.\n\n“We were not asked,” Orla Venn said.   She left."


@pytest.fixture(scope="module", params=["spacy", "encoder"])
def engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "encoder":
        return installed()
    pytest.importorskip("spacy")
    return installed(weights=False)


def test_tokens_are_the_words_of_the_text_in_order(engine: Engine) -> None:
    found = next(engine.analyse([document(TWO)]))
    words = [TWO[t.start : t.end] for t in found.tokens]
    assert "".join(words) == "".join(TWO.split())
    assert all(0 <= t.head < len(found.tokens) for t in found.tokens)


def test_no_sentence_crosses_a_paragraph_and_each_has_one_root(engine: Engine) -> None:
    found = next(engine.analyse([document(TWO)]))
    for number, (start, end) in enumerate(found.sentences):
        tokens = found.tokens[start:end]
        assert "\n\n" not in TWO[tokens[0].start : tokens[-1].end]
        assert sum(t.head == i for i, t in enumerate(tokens, start)) == 1
        assert {t.sentence for t in tokens} == {number}


def test_what_is_read_does_not_depend_on_the_neighbours(engine: Engine) -> None:
    one, two = document(TWO), document("The ferry sank. Nobody drowned, the coast guard said.")
    assert next(engine.analyse([one, two])) == next(engine.analyse([one]))
    assert list(engine.analyse([two, one]))[1] == next(engine.analyse([one]))


@pytest.mark.parametrize("text", ODD)
def test_odd_text_never_raises(engine: Engine, text: str) -> None:
    found = next(engine.analyse([document(text)]))
    assert all(text[t.start : t.end].strip() for t in found.tokens)


def test_names_carry_our_kinds(engine: Engine) -> None:
    text = NAMES
    kinds = {text[slice(*n.span)].removeprefix("the "): n.kind for n in next(engine.analyse([document(text)])).names}
    assert kinds["Angela Brandt"] == "person"
    assert kinds["Berlin"] in ("state", "place")  # a city: whether it acts as a state is for mentions to tell
