from sayso.text.encoder_mend import spans_of
from sayso.text.encoder_words import cut


def mended(text, wanted, *, content=True):
    """The quotes of the spans mended out of the words that `wanted` marks by their order in the text."""
    words = cut(text)
    picked = [i for i, (s, e) in enumerate(zip(words.starts, words.ends, strict=True)) if text[s:e] in wanted]
    return [text[s:e] for s, e in spans_of(text, words, picked, content=content)]


def test_a_gap_of_marks_alone_is_closed():
    assert mended("they came , saw and left soon", {"came", "saw"}) == ["came , saw"]


def test_a_gap_with_a_word_stays():
    assert mended("“We came,” he said, “and left.”", {"We", "came", "and", "left"}) == ["“We came,”", "“and left.”"]


def test_a_content_takes_its_quotation_marks():
    assert mended("“We will stay here,” she said.", {"We", "will", "stay", "here"}) == ["“We will stay here,”"]


def test_a_content_leaves_the_marks_of_a_longer_quotation():
    assert mended("“Ana says rain comes, and Bo nods.”", {"rain", "comes"}) == ["rain comes"]


def test_the_last_full_stop_belongs_to_the_sentence_around():
    assert mended("Ana said rain came.", {"rain", "came", "."}) == ["rain came"]


def test_a_source_has_no_marks_at_its_edges():
    assert mended("so , Ana Orsk , said", {",", "Ana", "Orsk"}, content=False) == ["Ana Orsk"]


def test_a_colon_may_be_a_cue():
    assert mended("Ana Orsk : rain", {":"}, content=False) == [":"]


def test_a_closing_mark_without_its_opening_one_stays_outside():
    assert mended("“It leads us to think that rain comes,” she said.", {"rain", "comes", ",", "”"}) == ["rain comes"]
