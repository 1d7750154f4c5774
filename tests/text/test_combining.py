from sayso.text.combining import combined
from sayso.text.parse import Attribution

TEXT = "Orla Venn, a teacher, said the boats were gone. The mayor denied it."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return (start, start + len(words))


def one(source: str, cue: str, content: str, score: float, by: str) -> Attribution:
    return Attribution(source=(at(source),), cue=(at(cue),), content=(at(content),), score=score, by=by)


def test_a_pair_takes_the_words_of_the_encoder() -> None:
    rule = one("Orla Venn, a teacher", "said", "the boats were gone", 0.7, "rules")
    read = one("Orla Venn", "said", "the boats were gone.", 0.6, "encoder/1")
    (found,) = combined(TEXT, [rule], [read])
    assert (found.source, found.content, found.by) == (read.source, read.content, "encoder/1+rules")


def test_a_pair_takes_the_source_of_the_rules_where_the_encoder_has_none() -> None:
    rule = one("Orla Venn, a teacher", "said", "the boats were gone", 0.7, "rules")
    read = Attribution(source=(), cue=rule.cue, content=rule.content, score=0.6, by="encoder/1")
    assert combined(TEXT, [rule], [read])[0].source == rule.source


def test_a_pair_takes_the_content_of_the_encoder_where_the_two_differ() -> None:
    rule = one("Orla Venn", "said", "the boats", 0.7, "rules")
    read = one("Orla Venn", "said", "the boats were gone", 0.6, "encoder/1")
    (found,) = combined(TEXT, [rule], [read])
    assert found.content == read.content


def test_pieces_around_a_cue_without_a_source_are_kept() -> None:
    text = "The general was said to have fled."
    cue, after, before = ((12, 20),), (21, 33), (0, 11)
    rule = Attribution(source=(), cue=cue, content=(before, after), score=0.7, by="rules")
    read = Attribution(source=(before,), cue=cue, content=(after,), score=0.9, by="encoder/1")
    (found,) = combined(text, [rule], [read])
    assert (found.source, found.content) == ((), (before, after))


def test_a_content_goes_on_behind_who_said_it() -> None:
    text = "The dam, engineers said, would hold until March."
    first, second = (0, 7), (25, 47)
    rule = Attribution(source=((9, 18),), cue=((19, 23),), content=(first, second), score=0.7, by="rules")
    read = Attribution(source=((9, 18),), cue=((19, 23),), content=(second,), score=0.9, by="encoder/1")
    assert combined(text, [rule], [read])[0].content == (first, second)


def test_names_of_sources_are_whole() -> None:
    text = "Corvin News said the dam would hold."
    rule = Attribution(source=((0, 11),), cue=((12, 16),), content=((17, 35),), score=0.7, by="rules")
    read = Attribution(source=((0, 6),), cue=((12, 16),), content=((17, 35),), score=0.9, by="encoder/1")
    assert combined(text, [rule], [read])[0].source == ((0, 11),)


def test_contents_are_parted_at_and_that() -> None:
    text = "The auditor said the books were false and that the keys were missing."
    first, second = (17, 37), (47, 68)
    rule = Attribution(source=((0, 11),), cue=((12, 16),), content=(first, second), score=0.7, by="rules")
    read = Attribution(source=((0, 11),), cue=((12, 16),), content=((17, 68),), score=0.9, by="encoder/1")
    assert combined(text, [rule], [read])[0].content == (first, second)


def test_a_statement_without_a_cue_stands_by_its_layout() -> None:
    rule = Attribution(source=(at("The mayor"),), cue=(), content=(at("the boats were gone"),), score=0.6, by="rules")
    assert len(combined(TEXT, [rule], [])) == 1


def test_where_the_sources_part_the_encoder_names_it() -> None:
    rule = one("The mayor", "said", "the boats were gone", 0.7, "rules")
    read = one("Orla Venn", "said", "the boats were gone", 0.6, "encoder/1")
    (found,) = combined(TEXT, [rule], [read])
    assert found.source == read.source


def test_alone_either_has_to_be_sure() -> None:
    doubtful = (
        [one("The mayor", "denied", "it", 0.6, "rules")],
        [one("Orla Venn", "said", "the boats were gone", 0.4, "encoder/1")],
    )
    assert combined(TEXT, *doubtful) == ()
    sure = [one("The mayor", "denied", "it", 0.98, "rules")], [one("Orla Venn", "said", "the boats were gone", 0.7, "encoder/1")]
    assert [a.by for a in combined(TEXT, *sure)] == ["encoder/1", "rules"]


def test_a_pair_that_the_encoder_rejects_is_none() -> None:
    rule = one("Orla Venn", "said", "the boats were gone", 0.95, "rules")
    read = one("Orla Venn", "said", "the boats were gone", 0.1, "encoder/1")
    assert combined(TEXT, [rule], [read]) == ()


def test_parents_are_those_of_the_one_reading() -> None:
    outer = one("Orla Venn", "said", "the boats were gone. The mayor denied it.", 0.9, "encoder/1")
    inner = one("The mayor", "denied", "it", 0.95, "rules")
    assert [a.parent for a in combined(TEXT, [inner], [outer])] == [None, 0]


def test_inside_anothers_words_less_is_asked() -> None:
    outer = one("Orla Venn", "said", "the boats were gone. The mayor denied it.", 0.9, "encoder/1")
    inner = one("The mayor", "denied", "it", 0.92, "rules")
    assert [a.by for a in combined(TEXT, [inner], [outer])] == ["encoder/1", "rules"]
    assert combined(TEXT, [inner], []) == ()


def test_a_score_is_the_share_of_such_finds_that_was_right() -> None:
    rule = one("Orla Venn", "said", "the boats were gone", 0.98, "rules")
    read = one("Orla Venn", "said", "the boats were gone", 0.9, "encoder/1")
    (both,), (alone,), (ruled,) = combined(TEXT, [rule], [read]), combined(TEXT, [], [read]), combined(TEXT, [rule], [])
    assert both.score > alone.score > ruled.score == 0.4


def test_whoever_is_accused_is_not_the_source() -> None:
    text = "Piet Lom is accused of selling the ledger, the mayor said."
    cue, content = (text.index("is accused"), text.index(" selling")), (text.index("selling"), text.index(","))
    (found,) = combined(text, [], [Attribution(source=((0, 8),), cue=(cue,), content=(content,), score=0.9, by="encoder/1")])
    assert found.source == ()


def test_an_expletive_is_nobody() -> None:
    text = "It was noted that the boats were gone."
    start = text.index("the boats")
    read = Attribution(source=((0, 2),), cue=((3, 12),), content=((start, len(text) - 1),), score=0.9, by="encoder/1")
    (found,) = combined(text, [], [read])
    assert found.source == ()


def test_a_headline_ends_where_the_body_begins() -> None:
    text = "Guild calls for surveyors\n\nIskeria has rejected it. “Never,” said the guild."
    content = tuple((text.index(w), text.index(w) + len(w)) for w in ("surveyors", "Iskeria has rejected it", "“Never,”"))
    read = Attribution(source=((0, 5),), cue=((6, 15),), content=content, score=0.9, by="encoder/1")
    (found,) = combined(text, [], [read])
    assert found.content == (content[0], content[2])
