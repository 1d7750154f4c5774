"""Statements by slice: outlet, length, style of quotation, kind of article; by rules alone, encoder alone and both.

    python -m eval.slices [--limit N] [--write]

PolNeAR dev and the gold's dev part (scores of `score/attribution.py`), and a slice off both domains: the marked phrases of BASIL, news of
2010–2019 by other annotators for another purpose. Phrases that they call quoted are to lie in what a statement with a source reports; most
of the others are the outlet's own words, which no statement should give away (a few stand in indirect speech, so zero is not the aim).
Rules alone read the same trees. `--write` puts the tables into docs/slices.md.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from eval import shared
from eval.gold import keep
from sayso.bind import chains
from sayso.lexicon import Lexicon
from sayso.model import Document, Span, Statement, document_id
from sayso.read import statements
from sayso.text.combining import combined
from sayso.text.encoder_engine import engine
from sayso.text.parse import Analysis, Attribution, Engine, Parse
from sayso.text.parsing import parse

PAGE = shared.PROJECT / "docs" / "slices.md"
SYSTEMS = ("both", "rules", "encoder")
STYLES = ("curly", "straight", "single", "dash", "quotation in a quotation", "none")
LENGTHS = ((300, "under 300 words"), (800, "300 to 800 words"), (10**9, "over 800 words"))
ESSAYS = frozenset({
    "abp-0hkWN87KB0Lxf1Wh", "abp-EwJGnBoUpepHEOX9", "abp-MZfnYS2SetVm6b4v", "abp-RsXIGZjE7CxaqGer", "abp-dAT5Ky4omwegMURS",
    "abp-gjiPoli6yNbk5dmx",
})  # fmt: skip
"""Columns, editorials and reviews of the gold's dev part, by their titles; the other ten report."""
PAIRED = {"curly": re.compile("[“”]"), "straight": re.compile('"'), "single": re.compile(r"(?<!\w)[‘'](?=\w)")}
Found = dict[str, list[Statement]]


class Article(NamedTuple):
    """A text with its gold and the slices it belongs to."""

    id: str
    text: str
    attrs: list[dict[str, Any]]
    slices: tuple[str, ...]


class Phrase(NamedTuple):
    """A marked phrase of BASIL: where it stands, and whether it is called somebody's words."""

    span: Span
    quoted: bool


def length_of(text: str) -> str:
    """The slice of a text's length."""
    words = len(text.split())
    return next(name for most, name in LENGTHS if words < most)


def polnear() -> Iterator[Article]:
    """PolNeAR's articles for choosing, by outlet and length."""
    for line in shared.data("data/polnear/dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Article(row["id"], row["text"], row["attrs"], ("all", row["id"].partition("_")[0], length_of(row["text"])))


def gold() -> Iterator[Article]:
    """The gold's dev part, by kind and length; none of its topics is an election."""
    names = json.loads((keep.HERE / "split.json").read_text(encoding="utf-8"))["dev"]
    found = keep.texts(names)
    for name in sorted(found):
        note = json.loads((keep.KEPT / f"{name}.G.json").read_text(encoding="utf-8"))
        kind = "columns, editorials, reviews" if name in ESSAYS else "reports"
        yield Article(name, found[name], note["statements"], ("all", kind, length_of(found[name])))


def style(text: str, attr: dict[str, Any]) -> str:
    """How a statement's content is marked: the widest mark in or right around it; a dash where one parts it from its source."""
    around = " ".join(text[max(0, start - 1) : end + 1] for start, end in attr["content"])
    marks = [name for name, mark in PAIRED.items() if mark.search(around)]
    if "single" in marks and len(marks) > 1:
        return "quotation in a quotation"
    source, content = attr["source"] or attr["cue"], attr["content"]
    between = text[content[-1][1] : source[0][0]] if source else ""
    return "dash" if len(between) < 8 and re.search("[–—]", between) else marks[0] if marks else "none"


def systems(document: Document, analysis: Analysis, lexicon: Lexicon) -> Found:
    """The statements of each system; the encoder alone reads by the thresholds that hold for what it finds alone."""
    whole = parse(document, analysis, lexicon)
    rules = parse(document, msgspec.structs.replace(analysis, attributions=None), lexicon)
    alone = combined(document.text, (), analysis.attributions or ())
    return {"both": _read(whole, lexicon), "rules": _read(rules, lexicon), "encoder": _read(_with(whole, alone), lexicon)}


def _with(found: Parse, attributions: tuple[Attribution, ...]) -> Parse:
    return msgspec.structs.replace(found, attributions=attributions)


def _read(found: Parse, lexicon: Lexicon) -> list[Statement]:
    records = chains.bind(found, tuple(statements.read(found, lexicon)), lexicon)
    return [record for record in records if isinstance(record, Statement)]


def readings(texts: Iterable[str], reading: Engine, lexicon: Lexicon) -> Iterator[Found]:
    """What each system reads in each text."""
    made = [Document(id=document_id(text), text=text, origin="", sha256="") for text in texts]
    for document, analysis in zip(made, reading.analyse(made), strict=True):
        yield systems(document, analysis, lexicon)


def by_article(articles: Sequence[Article], found: Sequence[Found], *, univocal: bool) -> Iterator[list[str]]:
    """A row a slice: articles, statements, then relaxed precision, recall, F1, credited and strict of both, relaxed and credited of either alone."""
    score = shared.scorer("attribution").score
    for name in dict.fromkeys(each for article in articles for each in article.slices):
        rows = [(a, f) for a, f in zip(articles, found, strict=True) if name in a.slices]
        docs = [{"id": a.id, "text": a.text, "attrs": a.attrs} for a, _ in rows]
        scores = {
            system: score(docs, {a.id: msgspec.to_builtins(f[system]) for a, f in rows}, univocal=univocal) for system in SYSTEMS
        }
        both = scores["both"]
        cells = [name, len(rows), both["gold"], *both["relaxed"], both["credited"][2], both["strict"][2]]
        cells += [scores[system][measure][2] for system in SYSTEMS[1:] for measure in ("relaxed", "credited")]
        yield [str(cell) for cell in cells]


def by_style(articles: Sequence[Article], found: Sequence[Found]) -> Iterator[list[str]]:
    """A row a style of quotation: statements, then the recall of both (relaxed, credited, strict) and of either alone (relaxed)."""
    score = shared.scorer("attribution").score
    for name in STYLES:
        docs = [{"id": a.id, "text": a.text, "attrs": _of_style(a, name)} for a in articles]
        recall = {
            system: score(docs, {a.id: msgspec.to_builtins(f[system]) for a, f in zip(articles, found, strict=True)})
            for system in SYSTEMS
        }
        cells = [name, recall["both"]["gold"], *(recall["both"][measure][1] for measure in ("relaxed", "credited", "strict"))]
        yield [str(cell) for cell in (*cells, *(recall[system]["relaxed"][1] for system in SYSTEMS[1:]))]


def _of_style(article: Article, name: str) -> list[dict[str, Any]]:
    return [a for a in article.attrs if a["content"] and a["cue"] and style(article.text, a) == name]


def basil(limit: int | None) -> Iterator[tuple[str, str, list[Phrase]]]:
    """(id, text, phrases) of BASIL's articles, an article of each triple in turn."""
    lines = shared.data("data/crossdoc/basil_triples.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[:: 4 if limit else 1][:limit]:
        row = json.loads(line)
        yield row["id"], *laid_out(row["article"]["body-paragraphs"], row["ann"]["phrase-level-annotations"])


def laid_out(paragraphs: Sequence[Sequence[str]], marked: Iterable[dict[str, Any]]) -> tuple[str, list[Phrase]]:
    """The text of paragraphs of sentences, and where the phrases stand in it."""
    text, starts = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        for i, sentence in enumerate(paragraph):
            text += " " if i else ""
            starts.append(len(text))
            text += sentence
    out = []
    for one in marked:
        number = re.fullmatch(r"p(\d+)", one["id"])
        at = starts[int(number[1])] if number and int(number[1]) < len(starts) else None
        if at is not None and text[at + one["start"] : at + one["end"]] == one["txt"]:
            out.append(Phrase((at + one["start"], at + one["end"]), one["quote"] == "yes"))
    return text, out


def holding(phrase: Phrase, found: Sequence[Statement]) -> list[Statement]:
    """The statements whose content holds the middle of a phrase."""
    middle = sum(phrase.span) // 2
    return [s for s in found if any(start <= middle < end for start, end in s.content)]


def phrases(texts: Sequence[tuple[str, str, list[Phrase]]], found: Sequence[Found]) -> Iterator[list[str]]:
    """A row a system: quoted phrases held, with a source among those that name one, own words given away."""
    for system in SYSTEMS:
        rows = [(p.quoted, holding(p, f[system])) for (_, _, ps), f in zip(texts, found, strict=True) for p in ps]
        quoted, own = [held for is_quoted, held in rows if is_quoted], [held for is_quoted, held in rows if not is_quoted]
        yield [system, share(map(bool, quoted)), share(any(s.source for s in held) for held in quoted), share(map(bool, own))]


def share(claims: Iterable[bool]) -> str:
    """How many of them hold, in per cent, of how many."""
    held = list(claims)
    return f"{100 * sum(held) / max(len(held), 1):.1f} of {len(held)}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of Markdown."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    yield from ("| " + " | ".join(row) + " |" for row in rows)


HEAD = ("slice", "articles", "statements", "relaxed P", "R", "F1", "credited F1", "strict F1")
ALONE = ("rules: relaxed", "credited", "encoder: relaxed", "credited")


def page(limit: int | None) -> Iterator[str]:
    """The lines of docs/slices.md; reads everything once."""
    yield "# Statements by slice\n"
    yield "Written by `python -m eval.slices --write` (its head says what is measured); per cent, n beside every figure. Small slices"
    reading, lexicon = engine(), Lexicon.load()
    yield f"differ by chance. Read by {reading.name}, rules and encoder together unless a column says otherwise.\n"
    for title, articles, univocal in (("PolNeAR dev", polnear(), True), ("Gold, dev part", gold(), False)):
        kept = list(articles)[:limit]
        found = list(readings([a.text for a in kept], reading, lexicon))
        yield f"## {title}\n"
        yield from table((*HEAD, *ALONE), by_article(kept, found, univocal=univocal))
        yield "\nRecall by style of quotation:\n"
        yield from table(
            ("style", "statements", "relaxed", "credited", "strict", "rules: relaxed", "encoder: relaxed"), by_style(kept, found)
        )
        yield ""
    texts = list(basil(limit or 60))
    yield f"## Off both domains: BASIL, {len(texts)} articles\n"
    head = ("read by", "quoted phrases held by a statement", "with a source", "other phrases held")
    yield from table(head, phrases(texts, list(readings([text for _, text, _ in texts], reading, lexicon))))


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="this many articles of each")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    lines = list(page(asked.limit))
    print(*lines, sep="\n")
    if asked.write:
        PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
