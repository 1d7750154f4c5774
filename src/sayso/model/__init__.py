"""The nouns: documents, spans and records. Frozen, no I/O."""

from sayso.model.document import Document, document_id
from sayso.model.records import (
    Count,
    Echo,
    Event,
    Forecast,
    Found,
    Leftover,
    Likelihood,
    Mention,
    Plover,
    Problem,
    Record,
    Statement,
    Time,
    record_id,
)
from sayso.model.span import Span, Spans

__all__ = [
    "Count",
    "Document",
    "Echo",
    "Event",
    "Forecast",
    "Found",
    "Leftover",
    "Likelihood",
    "Mention",
    "Plover",
    "Problem",
    "Record",
    "Span",
    "Spans",
    "Statement",
    "Time",
    "document_id",
    "record_id",
]
