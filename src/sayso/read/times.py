"""Time expressions.

What it finds: dates, times of day, durations and sets as TIMEX3 type and value; relative ones ("Thursday", "two years ago", "the
day before") with their relative value, resolved against the document's date where it is known.
What it misses: dates that hang on an event ("three days after the strike" is the duration alone), days of a range after the first
("April 24 and 25"), ages in years, and spans of time named by an epoch or a war.
Source: TIMEX3 as in TimeBank and TempEval-3; the grammar is `text/times_grammar`.
"""

from collections.abc import Iterator

from sayso.lexicon import Lexicon
from sayso.model import Time, record_id
from sayso.model.span import first_word
from sayso.text.parse import Parse

VERSION = "1"


def read(parse: Parse, _lexicon: Lexicon) -> Iterator[Time]:
    """A Time for each expression, in order of the text; its kernel is its first word."""
    document = parse.document
    for found in parse.times:
        kernel = first_word(document.text, found.span)
        yield Time(
            id=record_id(document.id, "time", kernel),
            doc=document.id,
            anchor=(found.span,),
            kernel=kernel,
            score=round(found.score, 3),
            by=f"times/{VERSION}",
            span=found.span,
            timex=found.timex,
            value=found.value,
            relative=found.relative,
        )
