"""Reports: what was asked for as Markdown, or as one HTML file that needs nothing else, with a link back to every quotation."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote as percent

import msgspec
from markupsafe import Markup

from sayso.ask.did import passage
from sayso.export.article import Article
from sayso.export.gathering import Wanted
from sayso.export.rows import EventRow, ForecastRow, StatementRow, events, forecasts, statements
from sayso.model import Span, Spans
from sayso.show.cards import REALITY
from sayso.show.escape import safe_link
from sayso.show.marks import STATUS_GLYPH
from sayso.show.render import asset, render

HOME = "http://127.0.0.1:8765"
"""Where `sayso serve` shows a ledger unless told otherwise."""
SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&!+\-.()=])")
FRAGMENT = 80
"""Characters of a quotation that stand in a link to it in the outlet's own page."""


class Piece(msgspec.Struct, frozen=True):
    """Words of one span, and the address at which they are shown marked."""

    words: str
    span: Span
    href: str


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A statement, event or forecast as a report shows it."""

    id: str
    kind: str
    head: str
    chain: tuple[str, ...]
    pieces: tuple[Piece, ...]
    facts: tuple[str, ...] = ()
    source: str | None = None


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """An article in a report."""

    title: str
    outlet: str
    published: str
    link: str | None
    home: str
    doc: str
    sha256: str
    found: tuple[Item, ...]


def sections(articles: Iterable[Article], home: str = HOME) -> Iterator[Section]:
    """The articles with what was asked for in each; those without any of it are left out."""
    for article in articles:
        document = article.document
        made = [_statement(article, row, home) for row in statements(article)]
        made += [_event(article, row, home) for row in events(article)]
        made += [_forecast(article, row, home) for row in forecasts(article)]
        if made:
            yield Section(
                title=" ".join((document.title or article.words(((0, min(80, len(document.text))),))).split()) or "Untitled",
                outlet=article.outlet, published=(document.published or "no date")[:10], link=safe_link(document.url),
                home=f"{home}/d/{document.id}", doc=document.id, sha256=article.sha256,
                found=tuple(sorted(made, key=lambda item: (item.pieces[0].span if item.pieces else (0, 0), item.kind, item.id))),
            )  # fmt: skip


def _statement(article: Article, row: StatementRow, home: str) -> Item:
    facts = (f"{row.act}, {row.form}", f"source: {row.source or 'not named'}", f"cue: {row.cue or 'none'}")
    return _item(article, home, row.id, "statement", row.speaker, row.chain, row.spans, facts)


def _event(article: Article, row: EventRow, home: str) -> Item:
    told = f"{STATUS_GLYPH.get(row.reality, '○')} {REALITY.get(row.reality, row.reality)} ({row.status})"
    sides = f"{', '.join(row.actors) or 'nobody named'} → {', '.join(row.recipients) or 'nobody named'}"
    dead = (f"dead: {row.dead_low}–{row.dead_high}",) if row.dead_high is not None else ()
    facts = (f"“{row.trigger}”", told, sides, *dead, *((f"condition: {row.condition}",) if row.condition else ()))
    around = (passage(article.document.text, row.spans),)
    return _item(article, home, row.id, "event", " ".join((row.plover.lower(), *row.modes)), row.chain, around, facts)


def _forecast(article: Article, row: ForecastRow, home: str) -> Item:
    told = (("wording", row.wording), ("condition", row.condition))
    facts = tuple(f"{name}: {words}" for name, words in told if words)
    return _item(article, home, row.id, "forecast", f"{row.voice}: {row.kind}", row.chain, row.spans, facts)


def _item(
    article: Article, home: str, id: str, kind: str, head: str, chain: tuple[str, ...], spans: Spans, facts: tuple[str, ...]
) -> Item:
    shown = [Piece(article.words((span,)), span, f"{home}/d/{article.document.id}?span={span[0]}-{span[1]}") for span in spans]
    link = safe_link(article.document.url)
    return Item(
        id=id, kind=kind, head=head, chain=chain, pieces=tuple(shown), facts=facts, source=there(link, shown[0].words) if link and shown else None
    )  # fmt: skip


def there(link: str, words: str) -> str:
    """The outlet's own page, scrolled to the words where the browser finds them.

    >>> there("https://quay.example/a#b", "two words")
    'https://quay.example/a#:~:text=two%20words'
    """
    start = " ".join(words.strip("“”\"' ").split())[:FRAGMENT].strip()
    return f"{link.partition('#')[0]}#:~:text={percent(start, safe='').replace('-', '%2D')}"


def markdown(articles: Iterable[Article], wanted: Wanted, home: str = HOME) -> Iterator[bytes]:
    """A report as Markdown."""
    yield f"# Who says so\n\n{marked(asked(wanted))}\n".encode("utf-8", "replace")
    for section in sections(articles, home):
        title = f"[{marked(section.title)}]({address(section.home)})"
        there = f" · [original]({address(section.link)})" if section.link else ""
        yield f"\n## {title}\n\n{marked(section.outlet)}, {marked(section.published)}{there}\n".encode("utf-8", "replace")
        for item in section.found:
            yield _entry(item).encode("utf-8", "replace")


def _entry(item: Item) -> str:
    """One record: who, the words with links to them, the chain and the rest."""
    quoted = "\n>\n".join(_quoted(piece) for piece in item.pieces)
    facts = "".join(f"\n- {marked(fact)}" for fact in (" ← ".join(item.chain), *item.facts))
    there = f"\n- [in the outlet’s page]({address(item.source)})" if item.source else ""
    return f"\n**{marked(item.head)}** ({item.kind})\n\n{quoted}\n{facts}{there}\n"


def _quoted(piece: Piece) -> str:
    """The words of a span as a block quotation that ends with the link to them."""
    lines = [f"> {marked(line.strip())}" for line in piece.words.splitlines() if line.strip()] or ["> "]
    return "\\\n".join(lines) + f" [{piece.span[0]}–{piece.span[1]}]({address(piece.href)})"


def marked(words: str) -> str:
    """Words as Markdown that shows just them.

    >>> marked("*a* [b](c) <d>")
    '\\\\*a\\\\* \\\\[b\\\\]\\\\(c\\\\) \\\\<d\\\\>'
    """
    return SPECIAL.sub(r"\\\1", words.replace("\0", "\ufffd"))


def address(href: str) -> str:
    """An address as it may stand in the round brackets of a link."""
    return (
        href.replace("(", "%28")
        .replace(")", "%29")
        .replace(" ", "%20")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("\\", "%5C")
    )


def asked(wanted: Wanted) -> str:
    """What was asked for, in words."""
    fields = msgspec.structs.asdict(wanted)
    return "; ".join(f"{name.rstrip('_')}: {value}" for name, value in fields.items() if value) or "everything in the ledger"


def html(articles: Iterable[Article], wanted: Wanted, home: str = HOME) -> str:
    """A report as one HTML file: style inside, no script, nothing fetched."""
    css = asset("sayso.css") + "\n" + asset("report.css")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    # The style sheet is a file of this package; markup escapes would change its hash.
    inside = {"css": Markup(css), "policy": policy}  # noqa: S704
    return render("report.html", sections=list(sections(articles, home)), asked=asked(wanted), **inside)
