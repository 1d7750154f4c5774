"""What linking costs as a ledger grows: processor seconds for each thousand of documents, for a hundred more, and memory; drawn as SVG.

python -m bench.linking CORPUS.jsonl.gz|LEDGER.sayso [--many 12000] [--step 1000] [--svg docs/pictures/linking.svg] [--texts]

A ledger's documents are linked with the records that were read, by all linkers, in a ledger of their own. A corpus has texts without records:
copies, shared quotations and conflicts cost what they cost; claims are compared by words and figures only, so that they cost less than after
reading. `--texts` leaves all but texts out.
"""

import argparse
import json
import resource
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

from eval import planted
from sayso.ledger import Ledger, View
from sayso.lexicon import Lexicon
from sayso.linking import Linking
from sayso.linking_actors import ActorLinking
from sayso.linking_claims import ClaimLinking
from sayso.linking_events import EventLinking
from sayso.model import Document, Record
from sayso.text.vectors import vectors

MORE = 100
WIDTH, HEIGHT, EDGE = 640, 320, 48


def documents(corpus: Path) -> Iterator[tuple[Document, tuple[Record, ...]]]:
    """The documents of a corpus without records, or those of a ledger with theirs, in the order of their names."""
    if corpus.suffix != ".sayso":
        yield from ((planted.document(row), ()) for row in planted.rows(str(corpus)))
        return
    with View(corpus) as view:
        for id in sorted(row.id for row in view.documents(None)):
            if document := view.document(id):
                yield document, view.records(id)


def added(path: Path, part: Sequence[tuple[Document, tuple[Record, ...]]], lexicon: Lexicon, texts: bool) -> dict[str, float]:
    """Processor seconds that each linker takes for documents that come to the ledger, and seconds by the clock; writing them is left out."""
    out: dict[str, float] = {}
    with Ledger(path) as ledger:
        for document, records in part:
            ledger.write(document, records)
        near, clock = vectors(), perf_counter()
        linkers = [Linking(ledger, lexicon)]
        if not texts:
            linkers += [each(ledger, lexicon, vectors=near) for each in (ClaimLinking, EventLinking)]
            linkers += [ActorLinking(ledger, lexicon)]
        for linker in linkers:
            started = process_time()
            linker.run()
            out[linker.name] = round(process_time() - started, 1)
        return {**out, "clock": round(perf_counter() - clock, 1)}


def drawn(rows: Sequence[tuple[int, float]]) -> str:
    """The sum of the seconds by documents as a picture."""
    most, longest = rows[-1][0], max(sum(seconds for _, seconds in rows), 1.0)
    total, points = 0.0, [(EDGE, HEIGHT - EDGE)]
    for many, seconds in rows:
        total += seconds
        points.append(
            (EDGE + round((WIDTH - 2 * EDGE) * many / most), HEIGHT - EDGE - round((HEIGHT - 2 * EDGE) * total / longest))
        )
    path = " ".join(f"{x},{y}" for x, y in points)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in points[1:])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif" font-size="13">'
        f'<title>Processor seconds of linking, by documents</title><rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
        f'<path d="M{EDGE} {EDGE}V{HEIGHT - EDGE}H{WIDTH - EDGE}" fill="none" stroke="#888"/>'
        f'<polyline points="{path}" fill="none" stroke="#1a5fb4" stroke-width="2"/><g fill="#1a5fb4">{dots}</g>'
        f'<text x="{EDGE}" y="{EDGE - 12}">{longest:.0f} s</text>'
        f'<text x="{WIDTH - EDGE}" y="{HEIGHT - EDGE + 20}" text-anchor="end">{most:,} documents</text></svg>\n'
    )


def main() -> None:
    """Nothing; prints a line of JSON for each step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--many", type=int, default=12_000)
    parser.add_argument("--step", type=int, default=1_000)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--texts", action="store_true")
    given = parser.parse_args()
    lexicon, rows = Lexicon.load(), []
    with tempfile.TemporaryDirectory() as folder:
        path, left, done = Path(folder) / "linking.sayso", documents(given.corpus), 0
        while part := list(islice(left, min(given.step, given.many - MORE - done))):
            done += len(part)
            seconds = added(path, part, lexicon, given.texts)
            rows.append((done, sum(seconds.values()) - seconds["clock"]))
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(json.dumps({"documents": done, "seconds": seconds, "megabytes": memory}), flush=True)
            if given.svg:
                given.svg.write_text(drawn(rows), encoding="utf-8")
        print(json.dumps({"more": MORE, "seconds": added(path, list(islice(left, MORE)), lexicon, given.texts)}))


if __name__ == "__main__":
    main()
