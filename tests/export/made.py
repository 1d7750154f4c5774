"""Articles to give away: a raid with four events, an article with forecasts, one whose text is full of traps."""

from pathlib import Path

from sayso.export.article import Article
from sayso.ledger import Ledger
from sayso.model import Statement
from tests.ledger.doing import event, raid
from tests.ledger.foretelling import early
from tests.ledger.made import document, mention, statement

TRAPS = (
    "=cmd()|'/c calc'!A1\n\n😀 Á\u0301da\tBrück said “+1,\r\nthen <b>@SUM</b> & -2”. She told “nobody”; nothing else.\n"
    "\u202eevil\u202c \0 end."
)


def traps() -> Article:
    """An article in which every character is a trap for some format: formulas, tabs, line ends, marks, emoji, NUL."""
    doc = document(
        TRAPS, outlet='@Outlet\t"x"', origin="traps.txt", title="=cmd()|'/c calc'!A1", url="https://quay.example/a?b=1&c=<2>"
    )
    ada = mention(doc, "Á\u0301da\tBrück", "Á\u0301da\tBrück")
    she = mention(doc, "She", "She", refers_to=ada.id, kind="pronoun")
    said = statement(doc, "Á\u0301da\tBrück", "said", "“+1,\r\nthen <b>@SUM</b> & -2”", form="direct", speaker=ada.id)
    told = statement(doc, "She", "told", "“nobody”", form="mixed", speaker=she.id)
    split = ((doc.text.index("nothing"), doc.text.index("nothing") + 7), (doc.text.index("end."), len(doc.text)))
    torn = Statement(**{name: getattr(told, name) for name in told.__struct_fields__} | {"id": f"{told.id}.1", "content": split})
    return Article(doc, (ada, she, said, told, torn, event(doc, "evil", "ASSAULT")))


def articles() -> list[Article]:
    """All three, whole."""
    return [Article(*raid()), Article(*early()), traps()]


def ledger(path: Path) -> Path:
    """A ledger that holds the same."""
    with Ledger(path) as writer:
        for article in articles():
            writer.write(article.document, article.records)
    return path
