import pytest

from tests.reading import statements_of


def one(text: str):
    (found,) = statements_of(text)
    return found


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We were not asked,” Orla Venn said.", "direct"),
        ("Orla Venn said the mayor was “a coward and a liar”.", "mixed"),
        ("Orla Venn said the mayor was ill.", "indirect"),
    ],
)
def test_form_is_the_share_of_quoted_words(text: str, form: str) -> None:
    assert one(text).form == form


def test_a_quotation_around_cue_and_content_does_not_make_the_inner_one_direct() -> None:
    forms = {s.act: s.form for s in statements_of("“The miners believe we lied to them,” Bram Oduya said.")}
    assert forms == {"believe": "indirect", "say": "direct"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor denied that he had left.", "deny"),
        ("The mayor promised to resign.", "promise"),
        ("The union demanded that the mill be sold.", "demand"),
        ("Farmers believe the river is poisoned.", "believe"),
        ("The judge asked who had signed the order.", "ask"),
    ],
)
def test_the_cue_tells_the_act(text: str, act: str) -> None:
    assert one(text).act == act


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orla Venn said the dam was old.", "named"),
        ("A senior official said the dam was old.", "unnamed"),
        ("The report said the dam was old.", "document"),
        ("Most voters said the dam was old.", "collective"),
        ("Reuters said the dam was old.", "outlet"),
        ("It was said that the dam was old.", "unstated"),
    ],
)
def test_kind_of_source(text: str, kind: str) -> None:
    assert one(text).source_kind == kind


def test_the_kernel_is_the_cue_and_lies_in_the_anchor() -> None:
    text = "“The north,” Deputy Anka Solt said, “has been left to the weather.”"
    found = one(text)
    assert text[slice(*found.kernel)] == "said"
    assert any(start <= found.kernel[0] and found.kernel[1] <= end for start, end in found.anchor)


def test_ids_differ_where_kernels_are_the_same() -> None:
    found = statements_of("“" + "Go home now. ” “".join(["We are here"] * 4) + "”")
    assert len({s.id for s in found}) == len(found)
