"""Expressions are written in the text as `{words|TYPE value}`; every one that is found must be written, and the other way round."""

import re

import pytest

from sayso.text import times

FRIDAY = "2031-05-09"
MARK = re.compile(r"\{([^|{}]+)\|(\w+) ([^{}]+)\}")


def unmarked(marked: str) -> tuple[str, list[tuple[str, int, str, str]]]:
    text, wanted, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        wanted.append((mark[1], len(text), mark[2], mark[3]))
        text, at = text + mark[1], mark.end()
    return text + marked[at:], wanted


def holds(marked: str, published: str | None = FRIDAY, *, narrative: bool = False) -> None:
    text, wanted = unmarked(marked)
    found = times.find(text, published, narrative=narrative)
    assert [(text[slice(*t.span)], t.span[0], t.timex, t.value or "none") for t in found] == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "They may strike, and troops march at dawn's edge; the mayor May Orrin sat.",
        "In {May|DATE 2031-05} the mayor said she may march.",
        "The March for bread began in {March 2030|DATE 2030-03}.",
        "The {March|DATE 2031-03} levy was repealed.",
        "THE MINISTER MAY RESIGN",
        "A second ferry made a second attempt; the Second Army sank.",
        "April Venn met June Oduya and August Tarn.",
        "The sun sat low; Mar Delo won a SAT prize in dec.",
        "Kelda Falls may fall; the fall of Ostra came in {the fall of 1975|DATE 1975-FA}.",
        "I am here, said the man on a quarter of the seats and three-quarters of the floor.",
        "Some 1,990 people, 2000 troops and $1999 went to room No. 1984.",
        "The Daily Mail, the Sunday Times and Ostra Today wrote it.",
        "The river rises [03:32] watch; sign up for Daily Letters.",
        "He is a 62-year-old man, 62 years old.",
        "It came as soon as it could, to the former king's present.",
    ],
)
def test_words_that_only_look_like_time_are_left_alone(marked: str) -> None:
    holds(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The envoy left on {Thursday|DATE 2031-05-08}.",
        "The envoy arrived on {Friday|DATE 2031-05-09}.",
        "The envoy will leave on {Friday|DATE 2031-05-09}.",
        "The envoy will leave on {Monday|DATE 2031-05-12}.",
        "The talks are scheduled for {Tuesday|DATE 2031-05-13}.",
        "The council resumes {Wednesday|DATE 2031-05-14}.",
        "The council met {last Friday|DATE 2031-05-02}.",
        "The council meets {next Friday|DATE 2031-05-16}.",
        "It was read {this past Sunday|DATE 2031-05-04}, not {yesterday|DATE 2031-05-08}.",
        "The ferry may sail as early as {Wednesday|DATE 2031-05-14}.",
        "On {Wednesday|DATE 2031-05-14}, the O.R. Court will sit.",
        "She learned of the plan {Monday night|TIME 2031-05-05TNI}.",
        "Funerals for the two men will be held on {Thursday|DATE 2031-05-15}.",
        "Police would begin searching boats moored above Ostra on {Tuesday|DATE 2031-05-13}.",
        "They plan to meet {Sunday|DATE 2031-05-11}.",
        "The vote is {tomorrow|DATE 2031-05-10}; it was due {the day before yesterday|DATE 2031-05-07}.",
    ],
)
def test_a_weekday_looks_back_unless_the_sentence_looks_ahead(marked: str) -> None:
    holds(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Signed {12 June 1987|DATE 1987-06-12}, {June 12, 1987|DATE 1987-06-12}, {the 12th of June 1987|DATE 1987-06-12}.",
        "Filed {2030-11-02|DATE 2030-11-02}, {11/02/2030|DATE 2030-11-02}, {31/12/2030|DATE 2030-12-31}.",
        "Dated {Nov. 30|DATE 2030-11-30}; due {July 1|DATE 2031-07-01}, {Sat. May 3|DATE 2031-05-03}.",
        "{The year|DURATION P1Y} ended {July 31|DATE 2030-07-31} was poor.",
        "It opened {Jan 5|DATE 2031-01-05} and shut in {Sept. 2019|DATE 2019-09}.",
        "{Saturday, May 3|DATE 2031-05-03}, was dry.",
        "A feast on {Christmas Eve|DATE 2030-12-24} and on {Easter Sunday|DATE 2031-04-13}.",
        "On {July 25 of last year|DATE 2030-07-25} it burned.",
    ],
)
def test_calendar_days_take_the_year_that_lies_nearest(marked: str) -> None:
    holds(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Mines shut in {the late 1980s|DATE 198}, {the '90s|DATE 199} and {the eighties|DATE 198}.",
        "A tower of {the 12th century|DATE 11} fell in {1944|DATE 1944}.",
        "Taken in {44 BC|DATE BC0044} and {AD 70|DATE 0070}.",
        "Founded in {nineteen ninety-six|DATE 1996}, sold in {the year two thousand and three|DATE 2003}.",
        "Output fell in {the first quarter of 2030|DATE 2030-Q1} and {the second half of 2029|DATE 2029-H2}.",
        "The {third-quarter|DATE 2030-Q3} loss grew from {a year earlier|DATE 2029-Q3}.",
        "Floods came in {the spring of 2028|DATE 2028-SP}, {last summer|DATE 2030-SU} and {mid-January|DATE 2031-01}.",
        "It ends at {the end of 2032|DATE 2032} or in {June last year|DATE 2030-06}.",
    ],
)
def test_longer_stretches_are_valued_as_far_as_they_are_told(marked: str) -> None:
    holds(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "It rose {last month|DATE 2031-04}, fell {last year|DATE 2030} and stood {this week|DATE 2031-W19}.",
        "Seen {earlier this month|DATE 2031-05}, gone {late last week|DATE 2031-W18}, back {early next week|DATE 2031-W20}.",
        "Built {two years ago|DATE 2029}, sold {six weeks ago|DATE 2031-W13}, burned {10 days ago|DATE 2031-04-29}.",
        "It will open {a week from now|DATE 2031-W20}.",
        "Lost {years ago|DATE PAST_REF}, found {recently|DATE PAST_REF}, shown {now|DATE PRESENT_REF}, sold in {the near future|DATE FUTURE_REF}.",
        "Over {the weekend|DATE 2031-W18-WE} it rained.",
        "Profit at {year-end|DATE 2031-12-31} was small.",
    ],
)
def test_relative_expressions_are_counted_from_the_document(marked: str) -> None:
    holds(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "It lasted {three weeks|DURATION P3W}, {nearly forty years|DURATION P40Y}, {2 1/2 hours|DURATION PT2H30M}.",
        "It took {two and a half years|DURATION P2Y6M}, {a year and a half|DURATION P1Y6M}, {half an hour|DURATION PT30M}.",
        "For {a couple of days|DURATION P2D}, {several weeks|DURATION PXW}, {a dozen years|DURATION P12Y}, {centuries|DURATION PXCE}.",
        "In {the past three months|DURATION P3M} a {five-year|DURATION P5Y} war ended.",
        "Within {24 hours|DURATION PT24H} or {two decades|DURATION P20Y}.",
        "The strike came {two weeks|DURATION P2W} before the vote.",
        "It sails {daily|SET P1D}, {every two weeks|SET P2W}, {each Thursday|SET XXXX-WXX-4}, on {Mondays|SET XXXX-WXX-1}.",
        "Open 24 hours {a day|SET P1D}, it costs 5 million {a year|SET P1Y}, twice {a month|SET P1M}.".replace(
            "24 hours", "{24 hours|DURATION PT24H}"
        ),
    ],
)
def test_durations_and_sets(marked: str) -> None:
    holds(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "At {10 p.m. Wednesday|TIME 2031-05-07T22:00} and {noon Thursday|TIME 2031-05-08T12:00}.",
        "{This morning|TIME 2031-05-09TMO}, {last night|TIME 2031-05-08TNI}, {Monday evening|TIME 2031-05-05TEV}.",
        "It will end at {5 p.m. EST, May 12|TIME 2031-05-12T17:00}.",
        "On {the night of April 30|TIME 2031-04-30TNI} it sank; {the next morning|TIME 2031-05-01TMO} it was gone.",
        "Shots fell at {1:45 a.m.|TIME 2031-05-09T01:45} here.",
    ],
)
def test_times_of_the_day_stand_on_a_day(marked: str) -> None:
    holds(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "War broke out on {September 1, 1812|DATE 1812-09-01}. By {early October|DATE 1812-10} it was over.",
        "On {24 July 1812|DATE 1812-07-24} it began. {Two days later|DATE 1812-07-26} it ended; {the next year|DATE 1813} all was quiet.",
        "On {May 4, 1812|DATE 1812-05-04} he fled. {The day before|DATE 1812-05-03}, his {former|DATE PAST_REF} ally died.",
        "Since {December 1812|DATE 1812-12} all waited. In {January|DATE 1813-01} the ice broke and {soon|none none} they left.".replace(
            "{soon|none none}", "soon"
        ),
        "In {480 BC|DATE BC0480} they came; in {August|DATE BC0480-08} they won.",
    ],
)
def test_in_a_narrative_the_anchor_moves_with_the_story(marked: str) -> None:
    holds(marked, "2031-05-09", narrative=True)


def test_without_a_document_date_only_the_relative_value_is_told() -> None:
    (found,) = times.find("The bridge fell on Thursday night.", None)
    assert (found.timex, found.value, found.relative) == ("TIME", None, "weekday:4:past/TNI")


def test_a_date_written_out_needs_no_document_date() -> None:
    holds("Signed on {June 12, 1987|DATE 1987-06-12}.", None)


@pytest.mark.parametrize("published", ["", "soon", "2031-02-30", "0001-01-01", "9999-12-31", "2031"])
def test_a_date_that_cannot_anchor_gives_no_value(published: str) -> None:
    (found,) = times.find("It fell on Thursday.", published)
    assert (found.value, found.relative) == (None, "weekday:4:past")


def test_what_lies_in_furniture_is_left_out() -> None:
    text = "Posted Monday\n\nIt fell on Thursday."
    assert [text[slice(*t.span)] for t in times.find(text, FRIDAY, skip=((0, 13),))] == ["Thursday"]


def test_no_expression_runs_across_a_blank_line() -> None:
    holds("Closed {June 12|DATE 2031-06-12}\n\n{1987|DATE 1987} was hot.")


@pytest.mark.parametrize(
    "odd", ["", "\x00", "\ud800 9", "9" * 5000, "½" * 50, "May " * 2000, "one-" * 3000, "the end of " * 2000, "٣ ９"]
)
def test_odd_text_gives_exact_spans_and_no_error(odd: str) -> None:
    for time in times.find(odd + " Friday", FRIDAY):
        assert 0 <= time.span[0] < time.span[1] <= len(odd) + 7


def test_a_paragraph_of_any_length_is_cut_at_white_space() -> None:
    text = "It rained on Thursday. " * 3000
    assert {text[slice(*t.span)] for t in times.find(text, FRIDAY)} == {"Thursday"}
    assert len(times.find(text, FRIDAY)) == 3000
