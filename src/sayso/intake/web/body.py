"""The article of a page: its paragraphs, without captions, related links, notices and boxes."""

import re
from collections.abc import Sequence
from html import unescape

import msgspec
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree
from trafilatura import extract
from trafilatura.metadata import extract_metadata

from sayso.intake.furniture import is_phrase
from sayso.intake.names import names
from sayso.intake.web.page import Said, said

TAIL = re.compile(
    r"(?:more (?:from|on|in|like) [^:]{1,60}|related(?: (?:articles?|stories|content|posts|news|topics|links|coverage))?"
    r"|recommended(?: .{1,30})?|(?:most )?(?:popular|read)|you (?:may|might) also like|read (?:more|next)|comments?|leave a (?:reply|comment)|about the author)",
    re.I,
)
WORDS = re.compile(r"\w+")
# What a meta tag says beyond a thousand characters is no name and no date, and the patterns laid on it take the square of its length.
CONTENT = re.compile(r"""(\bcontent="[^"]{1000})[^"]*+|(\bcontent='[^']{1000})[^']*+""", re.I)


class Read(msgspec.Struct, frozen=True):
    """A page as read: what it says of itself, and the body, paragraphs parted by a blank line."""

    said: Said
    body: str


def read(html: str, url: str | None) -> Read:
    """Metadata and body of a page."""
    tree = HTMLTree.parse(html)
    found = said(tree, url)
    plain = html.replace("\x00", "")  # libxml2 stops at a NUL
    heads = [found.title or "", *_heads(tree)]
    if not (found.title and found.published and found.byline):
        found = _filled(found, plain)
    return Read(found, "\n\n".join(article_lines(plain, found.url, found.outlet, heads, _all(tree))))


def _heads(tree: HTMLTree) -> list[str]:
    """The words of the headings of first rank."""
    return [head.text or "" for head in tree.document.query_selector_all("h1")[:8]] if tree.document else []


def article_lines(html: str, url: str | None, outlet: str | None, heads: Sequence[str], spare: list[str]) -> list[str]:
    """The paragraphs of the article; its headline at their head, furniture, and all below "More from …" are left out."""
    strict, loose = (_lines(html, url, strict=strict) for strict in (True, False))
    lines = (_mended(strict, loose) if strict else loose) or spare
    keys = [_key(head) for head in heads if head]
    while lines and _key(lines[0]) in keys:
        lines = lines[1:]
    end = next((at for at, line in enumerate(lines) if 2 * at > len(lines) and TAIL.fullmatch(line)), len(lines))
    return [line for line in lines[:end] if not is_phrase(line, outlet)]


def _lines(html: str, url: str | None, *, strict: bool) -> list[str]:
    """The lines of an extract; where precision leaves nothing without tables, they are let in: old pages are laid out in them."""
    for tables in (False, True):
        text: str | None = extract(html, url=url, favor_precision=strict, include_comments=False, include_tables=tables)
        if text:
            lines = (unescape(line).strip() if "&" in line else line.strip() for line in text.split("\n"))
            return [line for line in lines if line]
    return []


def _all(tree: HTMLTree) -> list[str]:
    """Every line of a page on which no article is found: a few sentences are a text too."""
    for main in (True, False):
        text = extract_plain_text(tree, main_content=main, alt_texts=False, links=False, form_fields=False, noscript=False)
        if lines := [line.strip() for line in text.split("\n") if line.strip()]:
            return [line.removeprefix("• ") for line in lines]
    return []


def _mended(strict: list[str], loose: list[str]) -> list[str]:
    """The strict lines with the whole sentences put back that precision drops between them, mostly for the links in them."""
    kept = dict.fromkeys(strict)
    inside = [at for at, line in enumerate(loose) if line in kept]
    if len({loose[at] for at in inside}) < len(kept):
        return strict  # the two runs took different parts of the page
    return [line for line in loose[inside[0] : inside[-1] + 1] if line in kept or _is_prose(line)]


def _is_prose(line: str) -> bool:
    """Whether a line ends as a sentence does and has the words of one."""
    return line.count(" ") >= 6 and line.endswith((".", "!", "?", "”", '"', "’")) and not line.startswith(("- ", "|"))


def _filled(found: Said, html: str) -> Said:
    """What the own reader did not find, from trafilatura, whose dates count as inferred."""
    more = extract_metadata(CONTENT.sub(lambda found: found[1] or found[2], html), default_url=found.url)
    if more is None:
        return found
    return msgspec.structs.replace(
        found,
        title=found.title or more.title,
        byline=found.byline or names(more.author),
        published=found.published or more.date,
        published_from=found.published_from if found.published else "inferred",
    )


def _key(words: str) -> list[str]:
    return [word.casefold() for word in WORDS.findall(words)]
