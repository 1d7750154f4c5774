"""Forecasts: what will, may, could or should happen, by whose word, how surely and on which condition.

What it finds: predictions, warnings, threats, promises, plans and demands worded by a modal, an infinitive, a noun or a hedge;
proposition, condition and where that stands, the words of the claim with the range that surveys give them, dates ahead.
What it misses: forecasts without a word that looks ahead ("another term is certain"), and propositions spread over sentences.
Source: our guideline (`docs/annotating.md`); ranges from the surveys named in `lexicon/likelihood.tsv`.
"""

import datetime
import re
from collections.abc import Iterator

from sayso.lexicon import Lexicon
from sayso.model import Forecast, Likelihood, Span, Spans, record_id
from sayso.model.span import any_covers, covers, first_word, merged, overlaps
from sayso.text.parse import Foretold, Parse, TimeExpression

VERSION = "1"
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$")
STATED = re.compile(r"\b(\d{1,3}(?:\.\d+)?)(?:\s?%| percent| per cent)(?= (?:chance|probability|likelihood|sure|certain|likely))")


def read(parse: Parse, lexicon: Lexicon) -> Iterator[Forecast]:
    """A Forecast for each claim found, in order of the text; `bind` fills in its voice and its event."""
    seen: dict[Span, int] = {}
    for found in parse.forecasts:
        nth = seen.get(found.kernel, 0)
        seen[found.kernel] = nth + 1
        yield _forecast(parse, lexicon, found, nth)


def _forecast(parse: Parse, lexicon: Lexicon, found: Foretold, nth: int) -> Forecast:
    doc, when = parse.document.id, _horizon(parse, found.proposition)
    earliest, latest = _window(when.value if when else None, parse.document.published)
    return Forecast(
        id=record_id(doc, "forecast", found.kernel, nth),
        doc=doc,
        anchor=merged((*found.proposition, *found.wording, *found.condition)),
        kernel=found.kernel,
        score=found.score,
        by=f"forecasts/{VERSION}",
        kind=found.kind,
        proposition=found.proposition,
        condition=found.condition or None,
        condition_from=_stands(parse, found.condition) if found.condition else None,
        wording=found.wording,
        likelihood=_likelihood(parse.document.text, found, lexicon),
        horizon=None if when is None else record_id(doc, "time", first_word(parse.document.text, when.span)),
        earliest=earliest,
        latest=latest,
    )


def _stands(parse: Parse, condition: Spans) -> str:
    """Where a condition stands: in the headline, in somebody's words, or in the outlet's."""
    title = parse.document.parts.get("title")
    if title is not None and any(overlaps(title, span) for span in condition):
        return "headline"
    if any(a.core and any_covers(a.content, span) for a in parse.attributions for span in condition):
        return "quotation"
    return "outlet"


def _horizon(parse: Parse, proposition: Spans) -> TimeExpression | None:
    """The first date of the proposition that is not before the article's own."""
    dated = [t for t in parse.times if t.timex in ("DATE", "TIME") and any(covers(span, t.span) for span in proposition)]
    today = parse.document.published or ""
    return next((t for t in dated if t.value is None or t.value[:10] >= today[: len(t.value[:10])]), None)


def _window(value: str | None, published: str | None) -> tuple[str | None, str | None]:
    """First and last day that a TIMEX3 date leaves open, never before the article's own."""
    m = DATE.match(value or "")
    if m is None:
        return None, None
    year, month, day = int(m[1]), int(m[2] or 0), int(m[3] or 0)
    try:
        first = datetime.date(year, month or 1, day or 1)
        last = first if day else _last_day(year, month)
    except ValueError:
        return None, None
    begins = first.isoformat()
    return max(begins, published[:10]) if published else begins, last.isoformat()


def _last_day(year: int, month: int) -> datetime.date:
    if not month:
        return datetime.date(year, 12, 31)
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def _likelihood(text: str, found: Foretold, lexicon: Lexicon) -> Likelihood | None:
    """What the wording means to readers: a stated number as it is, else the range of a survey; None for words no survey asked about."""
    whole = [*found.proposition, *found.wording]
    start, end = min(s for s, _ in whole), max(e for _, e in whole)
    stated = STATED.search(text, max(0, start - 40), end)
    if stated is not None and float(stated[1]) <= 100:
        share = float(stated[1]) / 100
        return Likelihood(share, share, stated[0], "stated")
    words = " ".join(text[s:e] for s, e in found.wording).lower()
    return lexicon.likelihood.of(words)
