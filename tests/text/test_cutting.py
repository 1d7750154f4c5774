from sayso.text.cutting import cut
from sayso.text.parse import Analysis, Token


def chain(*lengths: int) -> Analysis:
    """Sentences in which every word hangs on the one before."""
    tokens: list[Token] = []
    sentences = []
    for number, length in enumerate(lengths):
        base = len(tokens)
        for n in range(length):
            i = base + n
            tokens.append(Token(2 * i, 2 * i + 1, "a", "VERB", "VB", "", max(base, i - 1), "ccomp" if n else "root", number))
        sentences.append((base, base + length))
    return Analysis(tokens=tuple(tokens), sentences=tuple(sentences))


def test_sentences_of_a_common_length_stay_as_they_are() -> None:
    read = chain(3, 5)
    assert cut(read, 5) is read


def test_longer_ones_are_cut_and_every_piece_has_its_root() -> None:
    found = cut(chain(2, 7, 1), 3)
    assert found.sentences == ((0, 2), (2, 5), (5, 8), (8, 9), (9, 10))
    assert [t.sentence for t in found.tokens] == [0, 0, 1, 1, 1, 2, 2, 2, 3, 4]
    assert [i for i, t in enumerate(found.tokens) if t.head == i] == [0, 2, 5, 8, 9]
    assert all(found.tokens[i].dep == "root" for i in (0, 2, 5, 8, 9))


def test_no_word_changes_its_place_or_hangs_on_one_of_another_sentence() -> None:
    before, after = chain(50), cut(chain(50), 7)
    assert [(t.start, t.end, t.lemma) for t in before.tokens] == [(t.start, t.end, t.lemma) for t in after.tokens]
    assert all(after.tokens[t.head].sentence == t.sentence for t in after.tokens)
