"""Answer: what every question gives, and the check that its words stand where it says."""

from typing import TypeVar

from sayso.errors import BrokenRecord
from sayso.ledger import View
from sayso.model import Spans
from sayso.model.display import Shown
from sayso.model.span import quote, trimmed

LEAD = 120
"""Characters of a text that stand for it where it has no title."""


class Answer(Shown, frozen=True, kw_only=True):
    """A row of an answer: the document, the spans in code points of its text, and the words there, pieces joined by " … "."""

    doc: str | None
    spans: Spans
    quote: str


Row = TypeVar("Row", bound=Answer)


class Texts:
    """Texts of a ledger's documents, the last one kept at hand, as answers come document by document."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.last: tuple[str, str] | None = None

    def of(self, doc: str) -> str:
        """The text of a document. Raises: BrokenRecord where there is none."""
        if self.last is None or self.last[0] != doc:
            found = self.view.document(doc)
            if found is None:
                raise BrokenRecord(f"{self.view.path}: an answer points to document {doc}, which is not there; run sayso check")
            self.last = (doc, found.text)
        return self.last[1]

    def verified(self, answer: Row) -> Row:
        """The same answer, once its quotation is what the text has at its spans. Raises: BrokenRecord where it isn't."""
        if answer.doc is not None and quote(self.of(answer.doc), answer.spans) != answer.quote:
            place = ", ".join(f"{start}:{end}" for start, end in answer.spans)
            raise BrokenRecord(
                f"{self.view.path}: document {answer.doc} does not say {answer.quote!r} at {place}; run sayso check"
            )
        return answer


def lead(text: str) -> tuple[int, int]:
    """The span of a text's first words: its first line that has any, cut after 120 characters."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return trimmed(text, (start, min(end if end >= 0 else len(text), start + LEAD))) or (0, 0)
