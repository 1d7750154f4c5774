"""List what an annotation may have missed or got wrong, for an annotator to decide from the text.

    python -m eval.gold.suspicious FOLDER [--who G] [--kind modal]

One line a suspicion: NAME, kind, offsets, the words around. A suspicion is no fault: most modals are no forecast. What was
decided is kept in `decisions.tsv` (name, kind, start, end, decision, reason) and not listed again.
"""

import argparse
import collections
import json
import pathlib
import re
from collections.abc import Iterator

Span = tuple[int, int]
Suspicion = tuple[str, Span]
DECISIONS = pathlib.Path(__file__).parent / "decisions.tsv"

QUOTED = re.compile(r'“[^“”]{12,1500}[”\n]|"[^"\n]{12,1500}"')
MODAL = re.compile(r"\b(?:may|might|could|will|won['’]t|would|shall|is likely|are likely|expected to|vowed|plans? to)\b")
VERB = re.compile(
    r"\b(?:said|says|told|added|argued|claimed|claims|warned|denied|announced|insisted|acknowledged|believes?|according to"
    r"|reported|tweeted|wrote|accused|urged|demanded|vowed|promised|predicted|suggested|noted|explained|asked)\b"
)
SOUND_END = re.compile(r"[\w.!?”\"’')\]%…,;:—–-]$")
NON_EVENT = re.compile(r"^(?:said|says|told|added|denied|claimed|noted|statement)$", re.IGNORECASE)


def inside(span: Span, spans: list[Span]) -> bool:
    """Whether a span lies in one of `spans`, give or take a quotation mark."""
    return any(a - 2 <= span[0] and span[1] <= b + 2 for a, b in spans)


def touches(span: Span, spans: list[Span]) -> bool:
    """Whether a span shares a character with one of `spans`."""
    return any(a < span[1] and span[0] < b for a, b in spans)


def spans_of(rows: list[dict], *fields: str) -> list[Span]:
    """All spans of the named fields, in order."""
    return [tuple(s) for row in rows for field in fields for s in row.get(field) or []]


def unread_words(text: str, notes: dict) -> Iterator[Suspicion]:
    """Quotations without a decision, modals without a forecast or an event, reporting verbs outside any cue."""
    statements, events, forecasts = notes["statements"], notes["events"], notes["forecasts"]
    used = spans_of(statements, "content", "source", "cue")
    future = spans_of(forecasts, "proposition", "wording", "condition") + [tuple(e["trigger"]) for e in events]
    cues = spans_of(statements, "cue", "source")
    yield from (("quotation", m.span()) for m in QUOTED.finditer(text) if not touches(m.span(), used))
    yield from (("modal", m.span()) for m in MODAL.finditer(text) if not touches((m.start() - 1, m.end() + 1), future))
    yield from (("verb", m.span()) for m in VERB.finditer(text) if not touches(m.span(), cues))


def odd_statements(text: str, notes: dict) -> Iterator[Suspicion]:
    """Sources without a speaker, `within` that is not innermost, contents that end in mid-phrase, one speaker's two names."""
    statements = notes["statements"]
    for s in statements:
        at = tuple((s["cue"] or s["content"])[0])
        if s["source"] and not s.get("speaker"):
            yield "speaker", tuple(s["source"][0])
        last = tuple(s["content"][-1])
        if not SOUND_END.search(text[last[0] : last[1]]) or re.match(r"\w", text[last[1] : last[1] + 1]):
            yield "end", last
        holders = [h for h in statements if h is not s and inside(at, spans_of([h], "content"))]
        size = {h["id"]: sum(b - a for a, b in h["content"]) for h in holders}
        best = min(size, key=size.__getitem__, default=None)
        if best and s["within"] != best and size.get(s["within"], 10**9) > size[best]:
            yield "within", at
    yield from two_names(statements)


def two_names(statements: list[dict]) -> Iterator[Suspicion]:
    """Speakers whose name is another speaker's with a word more or less, or in other letters."""
    first: dict[str, Span] = {}
    for s in statements:
        if s.get("speaker"):
            first.setdefault(s["speaker"], tuple((s["source"] or s["cue"] or s["content"])[0]))
    names = sorted(first)
    for a in names:
        for b in names:
            words_a, words_b = set(a.lower().split()), set(b.lower().split())
            if a != b and (words_a < words_b or (a < b and words_a == words_b)):
                yield f"names:{a} | {b}", first[a]


def odd_events(text: str, notes: dict) -> Iterator[Suspicion]:
    """Events in a content but without its voice (or with a wider one), and triggers that name bare speech."""
    core = [s for s in notes["statements"] if s.get("core", True)]
    for e in notes["events"]:
        trigger = tuple(e["trigger"])
        holders = {s["id"]: sum(b - a for a, b in s["content"]) for s in core if inside(trigger, spans_of([s], "content"))}
        best = min(holders, key=holders.__getitem__, default=None)
        if best and e["within"] != best and holders.get(e["within"], 10**9) > holders[best]:
            yield f"voice:{e['within']}->{best}", trigger
        if NON_EVENT.match(text[slice(*trigger)]):
            yield f"type:{e['type']}", trigger


def suspicions(text: str, notes: dict) -> list[Suspicion]:
    """All of them, in order of the text."""
    found = [*unread_words(text, notes), *odd_statements(text, notes), *odd_events(text, notes)]
    return sorted(set(found), key=lambda f: (f[1], f[0]))


def decided() -> set[tuple[str, str, int, int]]:
    """Keys of suspicions that an annotator has decided."""
    if not DECISIONS.exists():
        return set()
    rows = (line.rstrip("\n").split("\t") for line in DECISIONS.read_text(encoding="utf-8").splitlines()[1:])
    return {(r[0], r[1].split(":")[0], int(r[2]), int(r[3])) for r in rows}


def main() -> None:
    """Print them, a line each, and the count of each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--who", default="G")
    parser.add_argument("--kind")
    asked = parser.parse_args()
    known, counts = decided(), collections.Counter()
    for file in sorted(asked.folder.glob(f"*.{asked.who}.spans.json")):
        name = file.name.split(".")[0]
        text = (asked.folder / f"{name}.txt").open(encoding="utf-8", newline="").read()
        for kind, (start, end) in suspicions(text, json.loads(file.read_text(encoding="utf-8"))):
            short = kind.split(":")[0]
            if (name, short, start, end) in known or (asked.kind and short != asked.kind):
                continue
            counts[short] += 1
            around = text[max(0, start - 60) : start] + "[[" + text[start:end][:200] + "]]" + text[end : end + 60]
            print(name, kind, start, end, " ".join(around.split()), sep="\t")
    print(dict(sorted(counts.items())))


if __name__ == "__main__":
    main()
