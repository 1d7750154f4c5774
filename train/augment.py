"""Changed copies of articles whose spans stay true: other quotation marks, other names, a statement put inside another."""

import random
import re
from collections import Counter

from sayso.text.encoder_words import WORD
from train.data import Article, Attr

NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
CALENDAR = {
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
}
STYLES = ({"“": '"', "”": '"'}, {"“": "‘", "”": "’"}, {"“": '"', "”": '"', "‘": "'", "’": "'"}, {"“": "'", "”": "'"})
Edit = tuple[int, int, str]


def edited(article: Article, edits: list[Edit]) -> Article:
    """The article with each [start, end) replaced; edits are in order and apart, spans move along."""
    out, at, steps, shift = [], 0, [], 0
    for s, e, new in edits:
        out += [article.text[at:s], new]
        at = e
        shift += len(new) - (e - s)
        steps.append((s, e, shift))
    out.append(article.text[at:])

    def moved(position: int, last: bool) -> int:
        by = 0
        for s, e, total in steps:
            if position >= e:
                by = total
            elif position > s:
                return e + total if last else s + by
        return position + by

    def spans(old: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(moved(s, False), moved(e, True)) for s, e in old]

    attrs = [a._replace(source=spans(a.source), cue=spans(a.cue), content=spans(a.content)) for a in article.attrs]
    marks = None if article.marks is None else [m._replace(spans=spans(m.spans)) for m in article.marks]
    return article._replace(text="".join(out), attrs=attrs, marks=marks)


def other_marks(article: Article, rng: random.Random) -> Article:
    """The article with its curly quotation marks in another style, character for character."""
    return article._replace(text=article.text.translate(str.maketrans(rng.choice(STYLES))))


def name_pool(texts: list[str]) -> list[str]:
    """Capitalised words met at least three times inside sentences, sorted."""
    seen = Counter(name for text in texts for name in NAME.findall(text))
    return sorted(name for name, n in seen.items() if n >= 3 and name not in CALENDAR)


def other_names(article: Article, pool: list[str], rng: random.Random) -> Article:
    """The article with about half of its repeated names replaced, each by one other name throughout."""
    seen = Counter(NAME.findall(article.text))
    lower = set(re.findall(r"\b[a-z]+\b", article.text))
    names = [n for n, k in sorted(seen.items()) if k >= 2 and n not in CALENDAR and n.lower() not in lower]
    new = {n: rng.choice(pool) for n in names if rng.random() < 0.5}
    edits = [(*m.span(), new[m.group()]) for m in WORD.finditer(article.text) if m.group() in new]
    return edited(article, edits)


def simple_sentences(articles: list[Article]) -> list[tuple[str, Attr]]:
    """Sentences that are one statement, source first, as texts of their own with spans inside them."""
    found = []
    for article in articles:
        for attr in article.attrs:
            if (
                len(attr.source) == len(attr.content) == len(attr.cue) == 1
                and attr.source[0][0] < attr.cue[0][0] < attr.content[0][0]
            ):
                start, end = attr.source[0][0], attr.content[0][1]
                before, after = article.text[max(0, start - 2) : start], article.text[end : end + 1]
                if (start == 0 or before[-1:] == "\n" or before in (". ", "? ")) and after == "." and 30 < end - start < 220:
                    shift = lambda spans, by=start: [(s - by, e - by) for s, e in spans]  # noqa: E731
                    found.append(
                        (
                            article.text[start:end],
                            attr._replace(source=shift(attr.source), cue=shift(attr.cue), content=shift(attr.content)),
                        )
                    )
    return found


def composed(article: Article, guests: list[tuple[str, Attr]], rng: random.Random) -> Article:
    """The article with some indirect contents replaced by whole statements of others, so that statements nest."""
    edits: list[Edit] = []
    inside: list[tuple[int, Attr]] = []
    shift = 0
    hosts = [a for a in article.attrs if len(a.content) == 1 and a.cue and a.cue[0][0] < a.content[0][0]]
    for host in sorted(hosts, key=lambda a: a.content[0]):
        s, e = host.content[0]
        alone = not any(o is not host and x < e and s < y for o in article.attrs for x, y in o.content + o.cue + o.source)
        if (
            rng.random() < 0.3
            and alone
            and e - s < 300
            and article.text[e : e + 1] == "."
            and article.text[s - 1] == " "
            and (not edits or edits[-1][1] <= s)
        ):
            text, guest = rng.choice(guests)
            text = (
                text[0].lower() + text[1:]
                if text.split()[0] in ("The", "A", "An", "He", "She", "They", "It", "One", "Some")
                else text
            )
            edits.append((s, e, text))
            inside.append((s + shift, guest))
            shift += len(text) - (e - s)
    result = edited(article, edits)
    moved = lambda spans, by: [(s + by, e + by) for s, e in spans]  # noqa: E731
    extra = [g._replace(source=moved(g.source, at), cue=moved(g.cue, at), content=moved(g.content, at)) for at, g in inside]
    return result._replace(attrs=result.attrs + extra, marks=None if edits else result.marks)
