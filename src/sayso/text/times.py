"""Time expressions of a text: found by a grammar over classes of words, valued against the document's date or the story's."""

import re
from collections.abc import Iterator

import msgspec

from sayso.model import Span, Spans
from sayso.model.span import overlaps
from sayso.text.parse import TimeExpression
from sayso.text.times_context import looks_ahead, names_outlet, settled
from sayso.text.times_grammar import candidates
from sayso.text.times_piece import Meaning, Piece
from sayso.text.times_value import resolve, shifted
from sayso.text.times_words import CODES, OTHER, Tokens, tokens

_BLOCK = 20_000
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_TRIGGERS = (
    "unit units longunit month weekday weekdays season daypart iso slash clock ampm year decade decadeword holiday dayref tonight"
)
_TRIGGER = re.compile(
    "[" + "".join(CODES[name] for name in (_TRIGGERS + " point frequency past future term recent time current bc ad oclock latest former").split()) + "]|"
    + CODES["word"] + CODES["dash"] + "?" + CODES["word"] + "|" + CODES["noon"] + "|" + CODES["weekend"] + "|" + CODES["weekends"]
)  # fmt: skip
_LONGEST_RUN = 60
_ASIDE = 5  # years: a bare year further off than this is a side remark, the story stays where it is
_OUT_OF_PLACE = {False: "former", True: "soon"}  # news says "former" of offices, histories say "soon" of the past


class Story(msgspec.Struct):
    """What the text has spoken of so far: `day` the date that the story stands at, `period` the last quarter or half-year."""

    published: str | None
    narrative: bool
    day: str | None = None
    period: str | None = None


def find(text: str, published: str | None, *, skip: Spans = (), narrative: bool = False) -> tuple[TimeExpression, ...]:
    """Time expressions in order of the text, none inside `skip`, none overlapping.

    `published` (YYYY-MM-DD or longer) dates relative expressions; without it they have a relative value only. In a narrative the
    anchor moves: what is relative counts from the date told last.
    """
    story = Story(_day_of(published), narrative)
    out: list[TimeExpression] = []
    for start, end in _blocks(text):
        found = tokens(text, start, end)
        found = Tokens(found.words, found.matches, settled(found))
        for first, last, meaning in _matches(found):
            if found.words[first].lower() == _OUT_OF_PLACE[narrative] or names_outlet(found, first, last):
                continue
            out.append(_valued(found.span(first, last), meaning, story, found, first, last))
    return tuple(time for time in out if not any(overlaps(time.span, hole) for hole in skip))


def _day_of(published: str | None) -> str | None:
    """The date part of an ISO date, None for anything else."""
    found = re.match(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(?![0-9])", published or "")
    return found[0] if found else None


def _blocks(text: str) -> Iterator[Span]:
    """Paragraphs, the longest ones cut at white space: no expression runs across a blank line."""
    start = 0
    for match in _BLANK_LINE.finditer(text):
        yield from _cut(text, start, match.start())
        start = match.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _BLOCK:
        space = text.rfind(" ", start + _BLOCK // 2, start + _BLOCK)
        middle = space + 1 if space > 0 else start + _BLOCK
        yield start, middle
        start = middle
    if start < end:
        yield start, end


def _matches(found: Tokens) -> Iterator[tuple[int, int, Meaning]]:
    """First and last token (exclusive) of each expression with its meaning, leftmost and longest first."""
    done = 0
    for trigger in _TRIGGER.finditer(found.codes):
        if trigger.start() < done:
            continue
        base = found.codes.rfind(OTHER, done, trigger.start()) + 1 or done
        end = found.codes.find(OTHER, trigger.start())
        done = end if end >= 0 else len(found.codes)
        for start in range(base, done, _LONGEST_RUN):
            yield from _in_run(found, found.codes[start : min(done, start + _LONGEST_RUN)], start)


def _in_run(found: Tokens, codes: str, base: int) -> Iterator[tuple[int, int, Meaning]]:
    ends = candidates(codes)
    place = 0
    while place < len(codes):
        step = 1
        for end, build in ends[place]:
            first, last = base + place, base + end
            meaning = build(_piece(found, first, last))
            if meaning:
                yield first, last, meaning
                step = end - place
                break
        place += step


def _piece(found: Tokens, first: int, last: int) -> Piece:
    words = tuple(word.lower() for word in found.words[first:last])
    before = tuple(word.lower() for word in found.words[max(0, first - 2) : first])
    after = tuple(word.lower() for word in found.words[last : last + 2])
    return Piece(words, found.codes[first:last], before, after)


def _valued(span: Span, meaning: Meaning, story: Story, found: Tokens, first: int, last: int) -> TimeExpression:
    relative, value = meaning.relative, meaning.value
    if relative is not None:
        relative = _directed(relative, story, found, first, last)
        value = _resolved(relative, story)
    if value and meaning.timex in ("DATE", "TIME"):
        _tell(story, value, relative)
    return TimeExpression(span, meaning.timex, value, relative)


def _directed(relative: str, story: Story, found: Tokens, first: int, last: int) -> str:
    if not relative.partition("/")[0].endswith("?"):
        return relative
    if story.narrative:
        return relative.replace("?", "story")
    ahead = looks_ahead(found.words, first, last)
    if relative.startswith(("quarter:", "half:")):
        return relative.replace("?", "near" if ahead else "past")
    if relative.startswith("day:"):
        ended = found.words[first - 1].lower() if first else ""
        return relative.replace("?", {"ended": "past", "ending": "future"}.get(ended, "near"))
    if relative.startswith("month:"):
        return relative.replace("?", "near" if ahead is None else "future" if ahead else "past")
    return relative.replace("?", "future" if ahead else "past")


def _resolved(relative: str, story: Story) -> str | None:
    """The value, counted from the story's date where the expression or the kind of text says so, else from the document's."""
    if relative.startswith(("ref:quarter", "ref:period")):
        return _of_period(relative, story)
    if re.match(r"ref:[0-9]{4}>quarter", relative):
        return f"{relative[4:8]}{story.period[4:]}" if story.period else relative[4:8]
    told = relative.startswith("ref:")
    anchor = (story.day or story.published) if told or story.narrative else story.published
    if told and not story.narrative and anchor and len(anchor) < 10 and re.match(r"ref:(P-?[0-9]+D|weekday)", relative):
        anchor = story.published
    return resolve(relative.removeprefix("ref:"), anchor) if anchor else None


def _of_period(relative: str, story: Story) -> str | None:
    by = -1 if relative.endswith("P-1Y") else 0
    if story.period:
        return f"{int(story.period[:4]) + by:04d}{story.period[4:]}"
    anchor = story.day if story.narrative else story.published
    if not anchor:
        return None
    if relative.startswith("ref:period"):
        return shifted(anchor, by, "Y")
    return shifted(anchor, 4 * by - 1, "Q")


def _tell(story: Story, value: str, relative: str | None) -> None:
    """Moves the story on to a date that it has named."""
    if "-Q" in value and not (relative or "").endswith("P-1Y"):
        story.period = value
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        story.day = value[:10]
    elif re.fullmatch(r"(BC)?[0-9]{4}(-[0-9]{2})?", value) and not (
        story.narrative and relative is None and _aside(value, story.day)
    ):
        story.day = value


def _aside(value: str, day: str | None) -> bool:
    """Whether a bare year says no more than the story's own date, or lies too far off to be part of it."""
    if len(value) != 4 or day is None or not day[:4].isdecimal():
        return False
    return not 0 < abs(int(value) - int(day[:4])) <= _ASIDE
