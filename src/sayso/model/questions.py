"""What people keep beside a forecast: questions, resolutions, reminders. Frozen; a question is sealed by a hash of all it says."""

import hashlib
import re
from datetime import date

import msgspec

from sayso.errors import UsageError
from sayso.model.span import Spans

ANSWERS = ("yes", "no", "ambiguous", "void")
"""What a question may come to; void: the condition never came, so nothing was foretold about what did."""

SETTLED = ("yes", "no")
LONGEST = 4000
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a person asks of a claim: the window, how it is decided and by which sources, when it falls due, who opened it when.

    `id` is the beginning of `sha256`, which is taken over all the rest: a question can't be changed once it is open.
    """

    id: str
    claim: str
    text: str
    since: str | None
    until: str | None
    criteria: str
    sources: str
    due: str
    who: str
    opened: str
    sha256: str


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Words on which a resolution rests: spans in code points of a document's text."""

    doc: str
    spans: Spans


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """How a question came out, in whose eyes; `reversed` is when a later resolution took its place, None for the one that stands."""

    question: str
    answer: str
    note: str
    who: str
    when: str
    evidence: tuple[Evidence, ...] = ()
    reversed: str | None = None


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """A review date that somebody set on a claim: ours, not its speaker's."""

    claim: str
    due: str
    why: str
    who: str
    added: str


def sealed(
    *,
    claim: str,
    text: str,
    criteria: str,
    due: str,
    who: str,
    opened: str,
    since: str | None = None,
    until: str | None = None,
    sources: str = "",
) -> Question:
    """The question with its hash and the id that the hash gives.

    Raises: UsageError for a missing part, a date that is none, or a window that ends before it begins.
    """
    parts = {
        "claim": claim, "text": filled("text", text), "since": day("since", since), "until": day("until", until),
        "criteria": filled("criteria", criteria), "sources": bounded("sources", sources), "due": needed_day("due", due),
        "who": filled("who", who), "opened": opened,
    }  # fmt: skip
    if since and until and until < since:
        raise UsageError(f"the window ends ({until}) before it begins ({since})")
    sha256 = hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()
    return msgspec.convert({"id": sha256[:12], "sha256": sha256, **parts}, Question)


def unaltered(question: Question) -> bool:
    """Whether a question says what its hash was taken over."""
    parts = {name: getattr(question, name) for name in question.__struct_fields__ if name not in ("id", "sha256")}
    sha256 = hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()
    return question.sha256 == sha256 and question.id == sha256[:12]


def filled(name: str, value: str) -> str:
    """The value, bounded and without blanks at its ends. Raises: UsageError where nothing is left."""
    if not value.strip():
        raise UsageError(f"{name} is missing")
    return bounded(name, value)


def bounded(name: str, value: str) -> str:
    """The value without blanks at its ends. Raises: UsageError where it is longer than 4000 characters or can't be encoded."""
    value = value.strip()
    if len(value) > LONGEST:
        raise UsageError(f"{name}: {len(value)} characters, the longest is {LONGEST}")
    if any("\ud800" <= character <= "\udfff" or character == "\0" for character in value):
        raise UsageError(f"{name}: holds characters that can't be kept")
    return value


def day(name: str, value: str | None) -> str | None:
    """The day, None where none was given. Raises: UsageError for what is no day."""
    return needed_day(name, value.strip()) if value and value.strip() else None


def needed_day(name: str, value: str) -> str:
    """The same day, once it is one. Raises: UsageError.

    >>> needed_day("due", "2031-04-30")
    '2031-04-30'
    """
    if not DAY.fullmatch(value):
        raise UsageError(f"{name}: {value!r} is not a day; write 2031-04-09")
    try:
        date.fromisoformat(value)
    except ValueError as fault:
        raise UsageError(f"{name}: {value!r} is not a day ({fault})") from fault
    return value


def answer(value: str) -> str:
    """The answer in our words, whatever the case; Metaculus calls void "annulled". Raises: UsageError.

    >>> answer("YES"), answer("annulled")
    ('yes', 'void')
    """
    found = {"annulled": "void", "cancelled": "void"}.get(value.strip().lower(), value.strip().lower())
    if found not in ANSWERS:
        raise UsageError(f"{value!r} is no answer; one of {', '.join(ANSWERS)}")
    return found
