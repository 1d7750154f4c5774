"""Events against what others coded: our own gold, pairs whose sides are given, plain sentences.

    python -m eval.events gold [--part dev] [--limit N] [--rules]
    python -m eval.events given GOLD OUT [--rules]
    python -m eval.events plain GOLD OUT [--rules]
    python -m eval.events cameo GOLD OUT

`gold` prints what was found, typed, given its status and its voice, type by type and which statuses were taken for which. `given` reads
rows with `source_spans` and `target_spans` and writes the type of the act between both; `plain` reads rows with a text and writes
the events found there with the countries of their sides. Both write what `score/events.py` of the shared folder takes, and print
its scores where GOLD has the codes. `cameo` writes rows coded in CAMEO (`events/petr2_gsr.jsonl`) as rows coded in PLOVER 0.8.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from eval import shared
from eval.giving import pair_type, seen_between
from eval.whole import documents, laid_out
from sayso.lexicon import Lexicon, pairing
from sayso.model import Document, Mention, Record, Span, document_id
from sayso.model.span import any_covers
from sayso.run import Reader
from sayso.text.events import EventFound, Scene
from sayso.text.events_cast import Side
from sayso.text.parsing import parse
from sayso.text.spacy_engine import SpacyEngine

OLD = {"INVESTIGATE": "ACCUSE", "DISAPPROVE": "ACCUSE", "DEMAND": "REQUEST", "FIGHT": "ASSAULT"}
SURE = 0.8
NOT_DONE = ("CT-", "PR-", "PS-")
OPEN = (*NOT_DONE, "PS+")
WORDS = ("ACCUSE", "AGREE", "CONCEDE", "CONSULT", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
FORCE = ("ASSAULT", "COERCE", "MOBILIZE", "SANCTION")
DONE_THERE = ("AID", "ASSAULT", "COERCE", "CONSULT", "MOBILIZE")


def document(row: Mapping[str, Any]) -> Document:
    """The document of a row with a text, and a date where it has one."""
    return Document(id=document_id(row["text"]), text=row["text"], origin=str(row["id"]), sha256="", published=row.get("date"))


def given(rows: Sequence[Mapping[str, Any]], reader: Reader) -> Iterator[dict[str, str]]:
    """The type of the act between the sides of each row."""
    docs, model = [document(row) for row in rows], pairing.load()
    for row, doc, analysis in zip(rows, docs, reader.engine.analyse(docs), strict=True):
        scene = Scene(parse(doc, analysis, reader.lexicon), reader.lexicon)
        sides = row["source_spans"], row["target_spans"]
        yield {"id": row["id"], "type": pair_type(scene, model, *sides, seen_between(reader, doc, *sides))}


def plain(rows: Sequence[Mapping[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The events of each row with the countries of their sides, as coders give them: the main events of its sentences, with no side of a
    known country too; where nothing is the main event, those that words name surely (`SURE`, chosen on the peers' own gold).

    What did not happen is left out, as PLOVER has it, and so are acts of force and aid that are only possible.
    """
    docs = [document(row) for row in rows]
    for row, doc, analysis in zip(rows, docs, reader.engine.analyse(docs), strict=True):
        scene = Scene(parse(doc, analysis, reader.lexicon), reader.lexicon)
        bound = countries_of(reader.records(doc, analysis))
        events = [(e.main, alleged(coded(e, scene, bound), e, scene)) for e in chosen(scene.events())]
        yield {"id": row["id"], "events": [e for main, e in events if main or e["actors"] or e["recipients"]]}


def chosen(events: Sequence[EventFound]) -> list[EventFound]:
    """The events that coders of plain sentences give: main ones that were done or are acts of words, else others that are sure."""
    if not any(e.main for e in events):
        return [e for e in events if e.score >= SURE and e.status.value not in OPEN]
    done = [e for e in events if e.main and e.status.value not in NOT_DONE]
    return [e for e in done if e.status.value not in OPEN or e.type in WORDS]


def coded(event: EventFound, scene: Scene, bound: Mapping[Span, str | None]) -> dict[str, Any]:
    """An event as the scorer takes it: type, countries of actors and recipients; without a recipient, the country it is done in."""
    actors, recipients = (countries(of, scene, bound) for of in (event.sides.actors, event.sides.recipients))
    there = scene.parse.mentions[event.where].country if event.where is not None and event.type in DONE_THERE else None
    if not recipients and there is not None and (there not in actors or event.sides.recipients):
        recipients = [there]
    return {"type": event.type, "actors": actors, "recipients": recipients}


def alleged(event: dict[str, Any], found: EventFound, scene: Scene) -> dict[str, Any]:
    """The event, or the accusation that coders make of it where a voice of another country tells that somebody used force."""
    teller = told_by(found, scene) if event["type"] in FORCE and event["actors"] else None
    if teller is None or [teller] == event["actors"]:
        return event
    return {"type": "ACCUSE", "actors": [teller], "recipients": event["actors"]}


def told_by(found: EventFound, scene: Scene) -> str | None:
    """The country of who says or claims an event, None in the outlet's own voice and for other acts."""
    ((speaker, voice),) = scene.voices([scene.tree.tokens[found.token]])
    if speaker is None or voice is None or voice.act not in ("say", "claim", "other"):
        return None
    source = [a.source for a in scene.parse.attributions if a.core][speaker]
    named = (m.country for m in scene.parse.mentions if m.country and any_covers(source, m.head))
    return next(named, None)


def countries_of(records: Iterable[Record]) -> dict[Span, str | None]:
    """The country of every mention, as it was bound, by its head."""
    return {r.head: r.country for r in records if isinstance(r, Mention)}


def countries(sides: Sequence[Side], scene: Scene, bound: Mapping[Span, str | None]) -> list[str]:
    """The country codes of some sides, each once: as their mentions were bound, by head."""
    heads = [None if side.mention is None else scene.parse.mentions[side.mention].head for side in sides]
    found = [(bound.get(head) if head else None) or side.country for side, head in zip(sides, heads, strict=True)]
    return list(dict.fromkeys(code for code in found if code))


def crosswalk() -> dict[str, str]:
    """PLOVER 0.8 types by CAMEO code, from the published table; codes without one are left out."""
    with shared.data("data/events/cameo2plover.csv").open(encoding="utf-8", newline="") as table:
        return {row["cameo"]: OLD.get(row["plover"], row["plover"]) for row in csv.DictReader(table) if row["plover"]}


def recoded(row: Mapping[str, Any], types: Mapping[str, str]) -> dict[str, Any]:
    """A row of CAMEO triples as PLOVER events; statements and appeals, which PLOVER drops, are left out."""
    events = [
        {"actors": side(e["source"]), "recipients": side(e["target"]), "code08": types[e["code"]]}
        for e in row["events"]
        if e["code"] in types
    ]
    return {"id": row["id"], "text": row["text"], "date": row.get("date"), "events": events}


def plover_rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, those coded in CAMEO recoded."""
    if not any("code" in event for row in rows for event in row.get("events", ())):
        return rows
    types = crosswalk()
    return [recoded(row, types) for row in rows]


def side(code: str) -> list[dict[str, str]]:
    """A CAMEO actor code as a list of sides: none where its country is not known; bodies by PLOVER's codes.

    >>> side("IGOUNOMIL"), side("---REB")
    ([{'code': 'UNO'}], [])
    """
    body = code[3:6] if code[3:6] in ("UNO", "EUR") else code[:3]
    return [] if body in ("", "---") else [{"code": body}]


def against_gold(part: str, limit: int | None, reader: Reader) -> dict[str, Any]:
    """Scores of the events of a part of our gold, after a tally by type and by status was printed."""
    folder = laid_out(part, limit)
    docs = list(documents(folder, limit))
    found = dict(zip((d.text for d in docs), reader.read_many(docs), strict=True))
    whole = shared.scorer("whole")
    both = [
        (note["text"], shared.annotated(note), whole.of_records([msgspec.to_builtins(r) for r in found[note["text"]]]))
        for note in whole.gold_of(folder).values()
    ]
    print(*tallied(both, whole), sep="\n")
    scores = whole.compare(both)
    kept = {name: scores[name] for name in ("events", "events_typed", "events_status", "events_voice")}
    return {**kept, "gold": scores["gold"][1], "predicted": scores["predicted"][1]}


def tallied(both: Iterable[tuple[str, Any, Any]], whole: Any) -> Iterator[str]:
    """Lines of a table: events by type (in the gold, found, on the same trigger, of the same type), then statuses taken for others."""
    counts: Counter[tuple[str, str]] = Counter()
    statuses: Counter[tuple[str, str]] = Counter()
    for _, gold, read in both:
        counts.update(("gold", e["type"]) for e in gold["events"])
        counts.update(("found", e["type"]) for e in read["events"])
        touching = whole.one_to_one(
            gold["events"],
            read["events"],
            lambda g, p: whole.over(g["trigger"], p["trigger"]),
            lambda g, p: (g["type"] == p["type"], g["status"] == p["status"]),
        )
        for g, p in touching:
            counts["met", g["type"]] += 1
            counts["right", g["type"]] += g["type"] == p["type"]
            statuses[g["status"], p["status"]] += 1
    columns = ("gold", "found", "met", "right")
    yield f"{'':10}" + "".join(f"{name:>7}" for name in columns)
    for kind in sorted({kind for _, kind in counts}):
        yield f"{kind:10}" + "".join(f"{counts[name, kind]:7}" for name in columns)
    wrong = [f"{g} as {p}: {n}" for (g, p), n in statuses.most_common() if g != p]
    yield f"status right {sum(n for (g, p), n in statuses.items() if g == p)} of {sum(statuses.values())}; " + ", ".join(wrong)


def rows_of(file: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def written(file: Path, rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows, once they are written to a JSON Lines file."""
    made = list(rows)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    return made


def scored(how: str, rows: Sequence[dict[str, Any]], made: Iterable[Mapping[str, Any]]) -> dict[str, Any] | None:
    """What the shared scorer makes of the written rows, None where the gold's rows have no codes."""
    field = "code" if how == "given" else "events"
    if not rows or any(field not in row for row in rows):
        return None
    scorer = shared.scorer("events")
    of = {row["id"]: row["type" if how == "given" else "events"] for row in made}
    return dict((scorer.given if how == "given" else scorer.found)(rows, of))


def main() -> None:
    """The command line described above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("how", choices=["gold", "given", "plain", "cameo"])
    parser.add_argument("files", nargs="*", type=Path, metavar="GOLD OUT")
    parser.add_argument("--part", choices=["train", "dev", "test", "events_held"], default="dev")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--rules", action="store_true", help="without the encoder, whatever is installed")
    asked = parser.parse_args()
    if (asked.how == "gold") != (not asked.files) or len(asked.files) not in (0, 2):
        parser.error("gold takes no files, the others take two: GOLD OUT")
    if asked.how == "cameo":
        types = crosswalk()
        written(asked.files[1], (recoded(row, types) for row in rows_of(asked.files[0])))
        return
    reader = Reader(SpacyEngine(), Lexicon.load()) if asked.rules else Reader.load()
    if asked.how == "gold":
        print(json.dumps(against_gold(asked.part, asked.limit, reader)))
        return
    rows = plover_rows(rows_of(asked.files[0])[: asked.limit])
    made = written(asked.files[1], (given if asked.how == "given" else plain)(rows, reader))
    if scores := scored(asked.how, rows, made):
        print(json.dumps(scores))


if __name__ == "__main__":
    main()
