from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.show.marks import DEEPEST, Mark, Weaver, marks_of, nesting, spread
from tests.show import made, woven


def weave(text: str, marks: list[Mark], cuts: list[Span] | None = None) -> str:
    whole = cuts or [(0, len(text))]
    weaver = Weaver(text)
    return "".join(weaver.weave(cut, part) for cut, part in zip(whole, spread(marks, whole), strict=True))


def test_a_mark_inside_another_is_nested_in_it() -> None:
    html = weave("abcd", [Mark((1, 2), "cue", "y"), Mark((0, 3), "content", "x")])
    assert html == (
        '<span class="content" id="r=x" data-r="x" data-p="0" data-role="content">a'
        '<span class="cue" id="r=y" data-r="y" data-p="0" data-role="cue">b</span>c</span>d'
    )


def test_marks_that_cross_are_split_and_keep_one_address() -> None:
    html = weave("abcd", [Mark((0, 3), "content", "x"), Mark((2, 4), "content", "y")])
    read = woven.read(html)
    assert read.under == {("x", "content", 0): "abc", ("y", "content", 0): "cd"}
    assert html.count('id="r=y"') == 1
    assert html.count('data-r="y"') == 2


def test_markup_in_the_text_stays_text() -> None:
    text = '<script>alert("1")</script>&amp;'
    read = woven.read(weave(text, [Mark((1, 7), "cue", '"><img onerror=x')]))
    assert read.text == text
    assert read.tags == ["span"]
    assert read.under == {('"><img onerror=x', "cue", 0): "script"}


def test_carriage_returns_survive_and_nul_keeps_its_place() -> None:
    assert weave("a\r\nb\0c", []) == "a&#13;\nb\ufffdc"


def test_marks_deeper_than_a_browser_nests_are_left_out_and_the_text_is_whole() -> None:
    text = "x" * 900
    read = woven.read(weave(text, [Mark((i, 900 - i), "content", f"r{i}") for i in range(400)]))
    assert read.text == text
    assert len(read.under) == DEEPEST


def test_height_counts_the_statements_inside() -> None:
    _, records = made.sample()
    kestrel, authority, minister, bramm, *_ = records
    heights = nesting(r for r in records if r.id in (kestrel.id, authority.id, minister.id, bramm.id))
    assert [heights[r.id] for r in (kestrel, authority, minister, bramm)] == [2, 1, 0, 0]


def test_statements_within_each_other_in_a_circle_end() -> None:
    doc = made.document()
    a = made.statement(doc, [], [(0, 2)], [(3, 5)], within=f"{doc.id}.s6-8")
    b = made.statement(doc, [], [(6, 8)], [(9, 10)], within=a.id)
    assert set(nesting([a, b])) == {a.id, b.id}


def test_every_role_of_every_record_has_its_words() -> None:
    doc, records = made.sample()
    read = woven.read(weave(doc.text, list(marks_of(records, lambda _: "v1"))))
    for record in records:
        for role in ("source", "cue", "content", "proposition", "condition", "wording"):
            for i, (start, end) in enumerate(getattr(record, role, None) or ()):
                assert read.under[record.id, role, i] == doc.text[start:end]


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))


@given(st.text(min_size=40, max_size=40), st.lists(SPANS, max_size=25), st.lists(st.integers(0, 40), max_size=4))
def test_any_spans_over_any_text_come_back_exactly(text: str, spans: list[Span], cuts: list[int]) -> None:
    edges = sorted({0, 40, *cuts})
    marks = [Mark(span, "content", f"r{i}") for i, span in enumerate(spans)]
    read = woven.read(weave(text, marks, list(pairwise(edges))))
    seen = text.replace("\0", "\ufffd")
    assert read.text == seen
    assert read.under == {(f"r{i}", "content", 0): seen[s:e] for i, (s, e) in enumerate(spans) if s < e}
