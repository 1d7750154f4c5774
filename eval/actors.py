"""How well names, descriptions and pronouns of a document are bound to whom they stand for.

    python -m eval.actors newsfair FILE.jsonl     names of linked mentions (News-Fair), by kind of mention
    python -m eval.actors gum FILE.conllu.gz      third-person pronouns (GUM's coreference), by genre
    python -m eval.actors sources FILE.jsonl N    N pronoun sources of a PolNeAR file with whom they were bound to, to be read by eye

`right / bound / all`: bound to the right one, bound to anybody, and all in the gold. Precision is right/bound, recall right/all.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.lexicon.words import key
from sayso.model import Document, Mention, Span, Statement, document_id
from sayso.run import Reader

THIRD = frozenset({"he", "him", "his", "she", "her", "they", "them", "their"})
OPEN = re.compile(r"\(([^-()]+)-[^()]*")


def document(text: str, published: str | None = None) -> Document:
    """A document of a bare text."""
    return Document(id=document_id(text), text=text, origin="eval", sha256="", published=published)


def mentions(reader: Reader, doc: Document) -> dict[str, Mention]:
    """The document's mentions by id."""
    return {record.id: record for record in reader.read(doc) if isinstance(record, Mention)}


def full(found: dict[str, Mention], mention: Mention) -> Mention:
    """The fullest mention of the same actor."""
    return found[mention.refers_to] if mention.refers_to else mention


def newsfair(reader: Reader, path: Path) -> Counter[tuple[str, str]]:
    """Counts by (kind of mention, outcome): a label is right if the fullest name and the linked entity's end in the same word."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = mentions(reader, document(row["text"]))
        by_head = {(m.head[0], m.head[1]): m for m in found.values()}
        for label in row["labels"]:
            if label["entity_id"] == "<NIL>" or not re.search("Q215627|Q43229|Q17537576|Q27096213|Q2424752", label["type"]):
                continue
            start, end = label["span"]
            inside = [m for head, m in by_head.items() if start <= head[0] and head[1] <= end]
            best = max(inside, key=lambda m: m.head, default=None)
            kind = _kind(row["text"][start:end], coreferent=label["coref"])
            counts[kind, "all"] += 1
            if best is None:
                continue
            name = full(found, best)
            counts[kind, "bound"] += name.kind != "pronoun"
            counts[kind, "right"] += _same(reader, name.name, label["name"])
    return counts


def _kind(words: str, *, coreferent: bool) -> str:
    if words.casefold() in THIRD | {"i", "my", "me", "it", "its", "who", "we", "our"}:
        return "pronoun"
    return "name" if not coreferent else "short name or description"


def _same(reader: Reader, name: str, gold: str) -> bool:
    a, b = key(name).removeprefix("the ").split(), key(gold).removeprefix("the ").split()
    known = reader.lexicon.lookup(name)
    return bool(a and b) and (a[-1] == b[-1] or bool(known and key(known[0].name) == key(gold)))


def gum(reader: Reader, path: Path) -> Counter[tuple[str, str]]:
    """Counts by (genre, outcome) of third-person pronouns whose chain has a name or description."""
    counts: Counter[tuple[str, str]] = Counter()
    for name, text, gold in gum_documents(path):
        genre = name.split("_")[1]
        found = mentions(reader, document(text))
        named = {entity for span, entity in gold if text[span[0] : span[1]].casefold() not in THIRD | {"it", "its", "who", "i"}}
        by_head = {m.head: m for m in found.values()}
        for span, entity in gold:
            if text[span[0] : span[1]].casefold() not in THIRD or entity not in named:
                continue
            counts[genre, "all"] += 1
            mention = by_head.get(span)
            if mention is None or full(found, mention).kind == "pronoun":
                continue
            counts[genre, "bound"] += 1
            counts[genre, "right"] += _entity(gold, full(found, mention).head) == entity
    return counts


def _entity(gold: list[tuple[Span, str]], head: Span) -> str | None:
    around = [(span[1] - span[0], entity) for span, entity in gold if span[0] <= head[0] and head[1] <= span[1]]
    return min(around)[1] if around else None


def gum_documents(path: Path) -> Iterator[tuple[str, str, list[tuple[Span, str]]]]:
    """(name, text, [(span, entity)]) of each document; paragraphs are set apart by blank lines."""
    name, text, gold, stack = "", "", [], []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        if line.startswith("# newdoc id"):
            if text:
                yield name, text, gold
            name, text, gold, stack = line.rsplit(" ", 1)[-1], "", [], []
        elif line.startswith("# newpar id") or line == "# newpar":
            text = text.rstrip() + "\n\n" if text else ""
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            start, text = len(text), text + cells[1]
            _entities(cells[9], start, len(text), stack, gold)
            text += "" if "SpaceAfter=No" in cells[9] else " "
    if text:
        yield name, text, gold


def _entities(misc: str, start: int, end: int, stack: list[tuple[str, int]], gold: list[tuple[Span, str]]) -> None:
    field = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    for mark in re.findall(r"\([^()]+\)?|[^()]+\)", field):
        entity = mark.strip("()").split("-")[0]
        if mark.startswith("("):
            stack.append((entity, start))
        if mark.endswith(")"):
            at = max((n for n, opened in enumerate(stack) if opened[0] == entity), default=None)
            if at is not None:
                gold.append(((stack.pop(at)[1], end), entity))


def sources(reader: Reader, path: Path, limit: int) -> Iterator[str]:
    """Pronoun sources, evenly drawn from the file, each with what goes before and whom it was bound to."""
    found: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        records = reader.read(document(text))
        by_id = {r.id: r for r in records if isinstance(r, Mention)}
        by_head = {r.head: r for r in by_id.values()}
        for record in records:
            if not isinstance(record, Statement) or len(record.source) != 1:
                continue
            pronoun = by_head.get(record.source[0])
            if pronoun and pronoun.kind == "pronoun" and pronoun.name.casefold() in ("he", "she", "they", "i", "it"):
                who = by_id[record.speaker].name if record.speaker else None
                start, end = pronoun.span
                found.append(
                    f"=> {who}\n   {' '.join(text[max(0, start - 500) : start].split())} [[{pronoun.name}]] {text[end : end + 60]!r}"
                )
    step = max(1, len(found) // limit)
    yield from found[::step][:limit]


def main(arguments: list[str]) -> None:
    """Prints what the head of this module says."""
    reader = Reader.load()
    if arguments[0] == "sources":
        print("\n".join(sources(reader, Path(arguments[1]), int(arguments[2]))))
        return
    counts = {"newsfair": newsfair, "gum": gum}[arguments[0]](reader, Path(arguments[1]))
    total: Counter[str] = Counter()
    for (_, outcome), n in counts.items():
        total[outcome] += n
    rows = {kind: {o: counts[kind, o] for o in ("right", "bound", "all")} for kind in sorted({kind for kind, _ in counts})}
    for kind, row in [*rows.items(), ("total", dict(total))]:
        right, bound, every = row.get("right", 0), row.get("bound", 0), row.get("all", 0)
        print(
            f"{kind:28} {right:5} / {bound:5} / {every:5}   precision {right / max(bound, 1):.3f}   recall {right / max(every, 1):.3f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
