from hypothesis import given
from hypothesis import strategies as st

from sayso.bind.chains import bind, holders
from sayso.model import Event, Plover, Span, Statement, record_id
from tests.reading import chain, lexicon, parsed


def statement(cue: Span, *content: Span, core: bool = True, within: str | None = None) -> Statement:
    return Statement(
        id=record_id("d", "statement", cue), doc="d", anchor=(cue, *content), kernel=cue, score=1.0, by="t", source=(), cue=(cue,),
        content=content, form="indirect", core=core, within=within,
    )  # fmt: skip


def event(kernel: Span) -> Event:
    return Event(
        id=record_id("d", "event", kernel),
        doc="d",
        anchor=(kernel,),
        kernel=kernel,
        score=1.0,
        by="t",
        trigger=kernel,
        plover=Plover("AID"),
    )


def bound(*records):
    return bind(parsed(""), records, lexicon())


def test_the_innermost_content_that_holds_the_cue_reports_it() -> None:
    outer, middle, inner = statement((0, 4), (5, 90)), statement((10, 14), (15, 80)), statement((20, 24), (25, 60))
    assert [s.within for s in bound(outer, middle, inner)] == [None, outer.id, middle.id]


def test_cues_of_one_content_stay_as_the_reader_chained_them() -> None:
    report = statement((30, 38), (44, 90))
    cited = statement((0, 6), (44, 90), within=report.id)
    assert [s.within for s in bound(cited, report)] == [report.id, None]


def test_an_event_stands_in_the_innermost_core_voice() -> None:
    outer, weak = statement((0, 4), (5, 90)), statement((10, 14), (15, 80), core=False)
    assert bound(outer, weak, event((20, 24)))[2].within == outer.id
    assert bound(outer, weak, event((95, 99)))[2].within is None


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(1, 9), st.integers(0, 30), st.integers(1, 30)),
        max_size=12,
        unique_by=lambda t: t[:2],
    )
)
def test_no_circle_whatever_the_spans(rows: list[tuple[int, int, int, int]]) -> None:
    found = bound(*(statement((a, a + n), (b, b + m)) for a, n, b, m in rows))
    parents = {s.id: s.within for s in found}
    for id in parents:
        seen: list[str] = []
        at: str | None = id
        while at is not None:
            assert at not in seen
            seen.append(at)
            at = parents[at]


def test_holders_keep_the_order_of_the_points() -> None:
    s = statement((0, 1), (5, 9))
    assert list(holders([s], [(6, 7), (1, 2), (5, 9)])) == [[s], [], [s]]


def test_a_report_around_a_report() -> None:
    assert chain("The Halden Post reported that the envoy had warned that the truce would not last.") == {
        "reported": None,
        "had warned": "reported",
    }
