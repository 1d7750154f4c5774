"""Tokens, sentences, tags and trees against two treebanks, laid out as running text.

    python -m eval.trees [--spacy] [--limit N]

UD's EWT and GUM (its permissive genres), dev. Tags and trees are judged on the gold's tokens that were cut alike: a head is right where
its token begins and ends where the gold's does, a root where both have one. `--spacy` reads with spaCy's small pipeline, whose trees
are converted (`text/universal.py`): its conversion is not complete, and it never saw these treebanks. Ours learnt from those converted
trees too and keeps their ways, by which the rules were written: "and" hangs on the first of its parts, a name on its last word. So the
measures stand twice, the second time without tokens whose relation in the gold is `punct`, `cc` or `flat`, where conventions differ.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from train.syntax_data import Labelled, Word, treebanks

from sayso.model import Document, Span, document_id
from sayso.text.encoder_engine import engine
from sayso.text.parse import Analysis, Engine, Token

TAGGED = ("UPOS", "XPOS", "UAS", "LAS", "LAS without subtypes")
SHARED = ("UAS, shared", "LAS, shared", "LAS without subtypes, shared")
CONVENTION = frozenset({"punct", "cc", "flat"})


def documents(texts: Sequence[Labelled]) -> list[Document]:
    """The treebank's texts as documents."""
    return [Document(id=document_id(each.text), text=each.text, origin="", sha256="") for each in texts]


def counts(gold: Labelled, found: Analysis) -> Counter[str]:
    """What a document adds: tokens and sentences of either side and alike, tokens right by each measure."""
    theirs = {(word.start, word.end): word for word in gold.words}
    ours = {(token.start, token.end): token for token in found.tokens}
    out = Counter({"gold tokens": len(theirs), "our tokens": len(ours), "tokens": len(theirs.keys() & ours.keys())})
    wanted = _sentences([(word.sentence, word.start, word.end) for word in gold.words])
    cut = _sentences([(token.sentence, token.start, token.end) for token in found.tokens])
    out += Counter({"gold sentences": len(wanted), "our sentences": len(cut), "sentences": len(wanted & cut)})
    for span in theirs.keys() & ours.keys():
        out += _right(gold, found, theirs[span], ours[span])
    return out


def _right(gold: Labelled, found: Analysis, word: Word, token: Token) -> Counter[str]:
    """What is right of one token that both have."""
    head, above = gold.words[word.head], found.tokens[token.head]
    governed = (head.start, head.end) == (above.start, above.end)
    base = word.relation.partition(":")[0]
    trees = (governed, governed and word.relation == token.dep, governed and base == token.dep.partition(":")[0])
    out = Counter(dict(zip(TAGGED, (word.upos == token.upos, word.xpos == token.xpos, *trees), strict=True)))
    if base not in CONVENTION:
        out += Counter(dict(zip(SHARED, trees, strict=True))) + Counter({"shared": 1})
    return out


def _sentences(rows: Sequence[tuple[int, int, int]]) -> set[Span]:
    """Sentences as spans from first to last token."""
    out: dict[int, Span] = {}
    for number, start, end in rows:
        out[number] = (out[number][0] if number in out else start, end)
    return set(out.values())


def report(total: Counter[str]) -> Iterator[str]:
    """Lines of figures, in per cent."""
    for name in ("tokens", "sentences"):
        yield f"{name:30}{200 * total[name] / max(total[f'gold {name}'] + total[f'our {name}'], 1):6.1f}  F1, {total[f'gold {name}']} in the gold"
    for name in TAGGED:
        yield f"{name:30}{100 * total[name] / max(total['tokens'], 1):6.1f}  of {total['tokens']} tokens cut alike"
    for name in SHARED:
        yield f"{name:30}{100 * total[name] / max(total['shared'], 1):6.1f}  of {total['shared']} of them"


def measured(texts: Sequence[Labelled], reading: Engine) -> Counter[str]:
    """The counts over all texts."""
    read = reading.analyse(documents(texts))
    return sum((counts(gold, found) for gold, found in zip(texts, read, strict=True)), Counter())


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spacy", action="store_true")
    parser.add_argument("--limit", type=int, help="this many texts, evenly over both treebanks")
    asked = parser.parse_args()
    texts = treebanks("dev")
    texts = texts[:: max(1, len(texts) // asked.limit)][: asked.limit] if asked.limit else texts
    reading = engine(weights=not asked.spacy)
    print(f"{reading.name}, {len(texts)} texts")
    print("\n".join(report(measured(texts, reading))))


if __name__ == "__main__":
    main()
