"""What a page says of itself: JSON-LD, OpenGraph and other meta tags, the visible headline and byline."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from sayso.intake.dates import in_url, iso
from sayso.intake.names import host, names

ARTICLES = re.compile(r"Article|BlogPosting|^Report$|Review$|LiveBlog")
TITLE_META = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
DATE_META = (
    "article:published_time", "og:published_time", "parsely-pub-date", "article.published", "article:published", "sailthru.date", "dc.date.issued", "dc.date",
    "dcterms.created", "datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "cxenseparse:recs:publishtime", "bt:pubdate", "article_date_original",
    "date", "iso-8601-publish-date", "citation_publication_date", "prism.publicationdate", "displaydate",
)  # fmt: skip
AUTHOR_META = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
    "citation_author",
    "article:author_name",
    "cxenseparse:author",
)
OUTLET_META = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "copyright", "twitter:site")
SECTION_META = ("article:section", "parsely-section", "section", "articlesection")
BYLINES = (
    "[rel=author]", "[itemprop=author] [itemprop=name]", "[itemprop=author]", ".byline a", ".author-name", ".byline-name", ".byline", ".author a", ".author", ".article-author",
)  # fmt: skip
WORDS = re.compile(r"\w+")


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself; `found_in` tells whether the date is metadata or inferred."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    section: str | None = None
    published: str | None = None
    published_from: str = "metadata"
    url: str | None = None
    language: str | None = None


class Page:
    """A parsed page with its meta tags and linked data at hand."""

    def __init__(self, tree: Any, url: str | None) -> None:
        self.document = tree.document
        self.title = tree.title or ""
        self.metas = _metas(self.document)
        self.data = tuple(_linked(self.document))
        self.article = next((each for each in self.data if _is_article(each)), {})
        self.url = self.address(url)

    def meta(self, names: Sequence[str]) -> Iterator[str]:
        """The values of meta tags, in the order of `names`."""
        for name in names:
            yield from self.metas.get(name, ())

    def address(self, url: str | None) -> str | None:
        """The address the page was fetched from, else the one it names."""
        link = self.document.query_selector('link[rel="canonical"]')
        named = [url, *self.meta(("og:url",)), link.getattr("href") if link is not None else None, _text(self.article.get("url"))]
        return next((each for each in named if host(each)), None)

    def visible(self, selector: str) -> Iterator[str]:
        """The words of the elements that match."""
        for element in self.document.query_selector_all(selector):
            if words := " ".join((element.text or "").split()):
                yield words


def said(tree: Any, url: str | None) -> Said:
    """Title, outlet, byline, section, date, address and language as the page gives them."""
    page = Page(tree, url)
    outlet = _outlet(page)
    published, published_from = _published(page)
    root = page.document.query_selector("html")
    return Said(
        title=_title(page, outlet),
        outlet=outlet or host(page.url),
        byline=_byline(page),
        section=next((words for words in (_text(page.article.get("articleSection")), *page.meta(SECTION_META)) if words), None),
        published=published,
        published_from=published_from,
        url=page.url,
        language=(root.getattr("lang") if root is not None else None) or _text(page.article.get("inLanguage")),
    )


def _metas(document: Any) -> dict[str, list[str]]:
    """The contents of meta tags by lower-case name or property."""
    out: dict[str, list[str]] = {}
    for element in document.query_selector_all("meta[content]"):
        name = element.getattr("property") or element.getattr("name") or element.getattr("itemprop")
        value = (element.getattr("content") or "").strip()
        if name and value:
            out.setdefault(name.strip().lower(), []).append(value)
    return out


def _linked(document: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of the page's JSON-LD, damaged blocks left out."""
    for element in document.query_selector_all('script[type="application/ld+json"]'):
        words = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", "", element.text or "")
        try:
            value = json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue  # the meta tags say the same
        yield from _objects(value, 0)


def _objects(value: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """The objects in a JSON-LD value: lists, graphs, main entities."""
    if isinstance(value, list) and depth < 6:
        for each in value[:200]:
            yield from _objects(each, depth + 1)
    elif isinstance(value, Mapping) and depth < 6:
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(value.get(name), list | Mapping):
                yield from _objects(value[name], depth + 1)


def _is_article(value: Mapping[str, Any]) -> bool:
    """Whether an object of JSON-LD is an article."""
    kinds = value.get("@type")
    return any(isinstance(kind, str) and ARTICLES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _text(value: object) -> str | None:
    """The words of a JSON-LD value: a string, a named thing, the first of a list."""
    if isinstance(value, list):
        return _text(value[0]) if value else None
    if isinstance(value, Mapping):
        return _text(value.get("name") or value.get("@value"))
    return value.strip() or None if isinstance(value, str) else None


def _title(page: Page, outlet: str | None) -> str | None:
    """The headline as the outlet hands it on, the visible one where that is cut short or missing; the outlet's name cut from its end."""
    shared = next(page.meta(TITLE_META[:1]), None)
    told = [shared, _text(page.article.get("headline")), *page.meta(TITLE_META[1:]), page.title]
    named = [_cut(_unescaped(words), outlet, page.url) for words in told if words and words.strip()]
    if shared and named and not shared.endswith(("...", "…")):
        return named[0]
    heads = list(page.visible("h1"))[:8]
    for head in heads:
        if any(_alike(head, words) for words in named):
            return head
    return next(iter(named), None) or next(iter(heads), None)


def _unescaped(words: str) -> str:
    """Words with character references resolved that were escaped twice."""
    from html import unescape

    return " ".join(unescape(words).split())


def _cut(title: str, outlet: str | None, url: str | None) -> str:
    """A title without ` | Outlet` at its end or `Outlet: ` at its start."""
    own = {_plain(words) for words in (outlet, host(url), (host(url) or "").split(".")[0]) if words}
    for sign in (" | ", " - ", " – ", " — ", " :: ", " » ", " • "):
        head, found, tail = title.rpartition(sign)
        if found and len(head) >= 15 and (_plain(tail) in own or (sign == " | " and len(tail) < 30)):
            return _cut(head, outlet, url)
    return title


def _plain(words: str) -> str:
    return "".join(WORDS.findall(words)).casefold()


def _alike(a: str, b: str) -> bool:
    """Whether a visible headline and a title of the metadata are the same headline, perhaps edited."""
    left, right = ({word.casefold() for word in WORDS.findall(words)} for words in (a, b))
    return len(left) > 1 and len(left & right) >= 0.6 * max(len(left), len(right))


def _outlet(page: Page) -> str | None:
    """The name of the outlet: OpenGraph, the publisher in JSON-LD, other meta tags."""
    publishers = [_text(page.article.get("publisher")), *(_text(each.get("publisher")) for each in page.data)]
    sites = [
        _text(each.get("name")) for each in page.data if each.get("@type") in ("WebSite", "NewsMediaOrganization", "Organization")
    ]
    for words in (*page.meta(OUTLET_META[:1]), *publishers, *sites, *page.meta(OUTLET_META[1:])):
        name = _unescaped(words or "").lstrip("@©").strip()
        if name and len(name) <= 60 and not name.startswith("http"):
            return name
    return None


def _byline(page: Page) -> tuple[str, ...]:
    """The authors: JSON-LD, then meta tags, then the visible byline; the first that names any."""
    told: list[str] = []
    for value in (page.article.get("author"), page.article.get("creator")):
        people = value if isinstance(value, list) else [value]
        told = [name for name in map(_text, people) if name]
        if found := names(told):
            return found
    for name in AUTHOR_META:
        if found := names(page.metas.get(name)):
            return found
    for selector in BYLINES:
        if found := names([words for words in page.visible(selector) if len(words) < 120][:4]):
            return found
    return ()


def _published(page: Page) -> tuple[str | None, str]:
    """The date of publication, and `metadata` or `inferred`."""
    stamps = [element.getattr("datetime") for element in page.document.query_selector_all("time[datetime]")]
    marked = [
        element.getattr("datetime") or element.getattr("content") or element.text
        for element in page.document.query_selector_all("[itemprop=datePublished],time[pubdate]")
    ]
    told = [page.article.get("datePublished"), *(each.get("datePublished") for each in page.data), *page.meta(DATE_META), *marked]
    for value in told:
        if found := iso(value):
            return found, "metadata"
    if found := in_url(page.url):
        return found, "inferred"
    return next((found for found in map(iso, stamps[:1]) if found), None), "inferred"
