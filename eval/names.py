"""Names of persons, organizations, places and groups against newswire that was annotated by others; for measuring, never for training.

    python -m eval.names FILE [--spacy] [--limit 150] [--wrong KIND]

FILE holds an article a line, {"id", "sents": [[[word, tag], ...], ...]} with tags B-, I-, O (gzip or plain). Words are laid out as running
text, the same for every engine; blanks around hyphens are a guess. Kinds are mapped (`KINDS`), spans must be the same but for a
leading "the" and a genitive. Two readings are judged: the engine's names, and the names among the mentions that records are made of. Mentions
leave out adjectives by design ("Iraqi" in "Iraqi militias"), so few groups are among them.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso.lexicon import Lexicon
from sayso.model import Document, Span, document_id
from sayso.text.encoder_engine import engine
from sayso.text.parse import Engine, Parse
from sayso.text.parsing import parse

KINDS = {"Person": "person", "Organization": "organization", "Location": "place", "Facility": "place", "NORP": "group"}
OURS = {"person": "person", "organization": "organization", "place": "place", "state": "place", "group": "group"}
NAMED = ("person", "organization", "place", "group")
TIGHT = re.compile(r"[.,;:!?)\]%…”]|n['’]t|['’](?:s|re|ve|ll|d|m)?", re.IGNORECASE)
OPEN = frozenset("([$“‘#£€₡")
ARTICLE, GENITIVE = re.compile(r"the\s+", re.IGNORECASE), re.compile(r"['’]s?$")


class Named(NamedTuple):
    """An article as running text with the names in it: (start, end, kind)."""

    text: str
    names: frozenset[tuple[int, int, str]]


def articles(file: Path, limit: int | None) -> Iterator[Named]:
    """The articles of a file, `limit` of them evenly over it."""
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    lines = data.decode("utf-8").splitlines()
    step = max(1, len(lines) // limit) if limit else 1
    for line in lines[::step][:limit]:
        yield laid_out(json.loads(line)["sents"])


def laid_out(sentences: Iterable[Sequence[tuple[str, str]]]) -> Named:
    """Tagged words as running text, a sentence after the other."""
    text = ""
    names: list[list[int | str]] = []
    for sentence in sentences:
        opened = False
        for i, (word, tag) in enumerate(sentence):
            text += "" if not text or (i and _joined(sentence, i, opened)) else " "
            opened = opened != (word == '"')
            begin, text = len(text), text + word
            if tag[:2] == "B-" and tag[2:] in KINDS:
                names.append([begin, len(text), KINDS[tag[2:]]])
            elif tag[:2] == "I-" and names and KINDS.get(tag[2:]) == names[-1][2]:
                names[-1][1] = len(text)
    return Named(text, frozenset((*bare(text, (int(s), int(e))), str(kind)) for s, e, kind in names))


def _joined(sentence: Sequence[tuple[str, str]], i: int, opened: bool) -> bool:
    """Whether no blank stands before word `i`."""
    before, word = sentence[i - 1][0], sentence[i][0]
    if word == '"' or before == '"':
        return opened
    if TIGHT.fullmatch(word) or before in OPEN or (before in "'’" and word in ("s", "t", "re", "ve", "ll")):
        return True
    return _hyphen(sentence, i) if word == "-" else before == "-" and i > 1 and _hyphen(sentence, i - 1)


def _hyphen(sentence: Sequence[tuple[str, str]], i: int) -> bool:
    """Whether the hyphen joins two words: the second in small letters or a number, the first a word."""
    after = sentence[i + 1][0] if i + 1 < len(sentence) else ""
    return sentence[i - 1][0][-1:].isalnum() and (after[:1].islower() or after[:1].isdigit())


def bare(text: str, span: Span) -> Span:
    """The span without "the" before and "'s" behind."""
    start, end = span
    article, genitive = ARTICLE.match(text, start, end), GENITIVE.search(text[start:end])
    return (article.end() if article else start, start + genitive.start() if genitive and genitive.start() else end)


def names(found: Parse) -> Iterator[tuple[int, int, str]]:
    """What the engine names."""
    for name in found.names:
        if name.kind in OURS:
            yield (*bare(found.document.text, name.span), OURS[name.kind])


def mentions(found: Parse) -> Iterator[tuple[int, int, str]]:
    """The mentions that are names: no pronouns, no descriptions."""
    for mention in found.mentions:
        if mention.kind in OURS and (mention.role is None or mention.kind == "person"):
            yield (*bare(found.document.text, mention.core), OURS[mention.kind])


READINGS = {"names": names, "mentions": mentions}


def counts(gold: Named, found: Iterable[tuple[int, int, str]]) -> Counter[tuple[str, str]]:
    """By kind what is wanted, found and right; `found otherwise` are names of the gold's that bear another kind here."""
    ours = set(found)
    spans = {(start, end): kind for start, end, kind in ours}
    out = Counter((kind, "wanted") for *_, kind in gold.names) + Counter((kind, "found") for *_, kind in ours)
    out += Counter((kind, "right") for *_, kind in gold.names & ours)
    return out + Counter((kind, f"as {spans[s, e]}") for s, e, kind in gold.names if spans.get((s, e), kind) != kind)


def report(total: Counter[tuple[str, str]]) -> Iterator[str]:
    """A line a kind and one over all: precision, recall, F1, how many are wanted, and which are found with another kind."""
    for kind in (*NAMED, "all"):
        wanted, found, right = (
            sum(total[each, what] for each in (NAMED if kind == "all" else (kind,))) for what in ("wanted", "found", "right")
        )
        others = ", ".join(f"{n} {what}" for (each, what), n in sorted(total.items()) if each == kind and what.startswith("as "))
        rates = (100 * right / max(found, 1), 100 * right / max(wanted, 1), 200 * right / max(wanted + found, 1))
        yield f"  {kind:14}" + "".join(f"{rate:6.1f}" for rate in rates) + f"  n={wanted}  {others}"


def parses(texts: Sequence[Named], reading: Engine, lexicon: Lexicon) -> Iterator[Parse]:
    """The texts with all that is found in them."""
    made = [Document(id=document_id(each.text), text=each.text, origin="", sha256="") for each in texts]
    for document, analysis in zip(made, reading.analyse(made), strict=True):
        yield parse(document, analysis, lexicon)


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--spacy", action="store_true")
    parser.add_argument("--limit", type=int, default=150, help="this many articles, evenly over the file")
    parser.add_argument(
        "--wrong", choices=NAMED, help="print names of this kind that are found otherwise among the mentions, or not at all"
    )
    asked = parser.parse_args()
    texts, reading = list(articles(asked.file, asked.limit)), engine(weights=not asked.spacy)
    totals: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in READINGS}
    for gold, found in zip(texts, parses(texts, reading, Lexicon.load()), strict=True):
        for name, read in READINGS.items():
            totals[name] += counts(gold, read(found))
        ours = {(start, end): kind for start, end, kind in mentions(found)}
        for start, end, kind in sorted(gold.names):
            if kind == asked.wrong and ours.get((start, end)) != kind:
                print(
                    f"{ours.get((start, end), '-'):13}",
                    gold.text[max(0, start - 40) : start] + "[" + gold.text[start:end] + "]" + gold.text[end : end + 40],
                )
    print(f"{reading.name}, {len(texts)} articles; precision, recall, F1")
    for name, total in totals.items():
        print(name, *report(total), sep="\n")


if __name__ == "__main__":
    main()
