"""Making a release: a folder written whole or not at all, the same bytes from the same ledger on the same terms."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.ask.accuracy import Accuracy, accuracy
from sayso.ask.settled import settled
from sayso.errors import UsageError
from sayso.export import polecat
from sayso.export.article import Article
from sayso.export.gathering import gathered
from sayso.ledger import View
from sayso.ledger.links import links
from sayso.ledger.ratings import key, ratings
from sayso.ledger.verdicts import verdicts
from sayso.lexicon import Lexicon, plover
from sayso.lexicon.own import Own
from sayso.model import Found
from sayso.model.ratings import Rating, standing
from sayso.model.verdicts import Verdict
from sayso.release import book, files, front, lists, package
from sayso.release.made import Made, Terms
from sayso.release.rows import Row, Told, link_row, rating_rows, told, verdict_rows
from sayso.release.tables import LINKS, TABLES
from sayso.release.tally import Actors, Sources, outlets
from sayso.release.versions import versions
from sayso.show import csv

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NO_DATE = "0001-01-01"


def release(view: View, out: Path, terms: Terms, own: Own | None = None) -> Made:
    """What was made, with the lists that the user brought; the folder `out` holds it.

    Raises: UsageError where something stands there already, the date is no day, or no document was read with the list of actors.
    """
    if out.exists() or not out.parent.is_dir():
        raise UsageError(
            f"{out}: {'there already' if out.exists() else 'its folder is not there'}; a release is never written over"
        )
    if terms.date is not None and not DAY.fullmatch(terms.date):
        raise UsageError(f"--date {terms.date}: write a day, as 2031-04-09")
    arrow = files.arrow_of(terms.parquet)
    part = out.with_name(f"{out.name}.part")
    if part.exists():
        raise UsageError(f"{part}: left by a release that was cut short; remove it")
    try:
        (part / "data").mkdir(parents=True)
        made = Making(view, part, terms, arrow, own or Own()).run(out.name)
        part.rename(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return made


class Making:
    """A release on its way: sheets that are open, and what is counted."""

    def __init__(self, view: View, folder: Path, terms: Terms, arrow: object, own: Own) -> None:
        self.view, self.folder, self.terms, self.own = view, folder, terms, own
        self.sheets = {table.name: files.Sheet(folder / "data", table, arrow) for table in TABLES}
        self.actors, self.sources = Actors(), Sources(outlets(), own)
        self.engines: Counter[str] = Counter()
        self.readers: Counter[str] = Counter()
        self.linkers: Counter[str] = Counter()
        self.docs: dict[str, None] = {}
        self.ids: dict[str, None] = {}
        self.days = [NO_DATE]
        self.ratings = ratings(view)
        self.rated = by_what(self.ratings)

    def run(self, name: str) -> Made:
        """What was made; every file stands in the folder."""
        with (self.folder / "events.polecat.txt").open("wb") as rows:
            rows.write(polecat.line(polecat.HEADER))
            coder = polecat.Coder(Lexicon.load(), plover.load())
            for one in self.documents():
                self.document(one)
                rows.writelines(polecat.line(row) for row, _ in coder.rows([one.article]))
        made_by = tuple(self.verdicts())
        self.sheets["links"].add(self.links())
        self.sheets["actors"].add(self.actors.each())
        self.sheets["sources"].add(self.sources.each(self.rated))
        self.sheets["verdicts"].add(verdict_rows(made_by, self.docs))
        rated = tuple(one for one in self.ratings if one.doc is None or one.doc in self.docs)
        self.days += [one.when[:10] for one in rated]
        self.sheets["ratings"].add(rating_rows(rated))
        for sheet in self.sheets.values():
            sheet.close()
        return self.finish(name)

    def documents(self) -> Iterator[Told]:
        """Each document that was asked for with the rows it gives."""
        for article in gathered(self.view, self.terms.wanted):
            known = self.view.row(article.document.id)
            if known is not None:
                self.days.append(known.added[:10])
                stands = settled(self.view, article.document)
                yield told(self.view, known, stands, article.chosen, self.terms.limit, self.rated, self.own)

    def document(self, one: Told) -> None:
        """Nothing; the rows of a document are written and counted."""
        id = str(one.document["id"])
        self.docs[id] = None
        self.ids[id] = None
        self.sheets["documents"].add([one.document])
        for name, rows in one.rows.items():
            self.sheets[name].add(rows)
            self.ids |= dict.fromkeys(str(row["id"]) for row in rows)
        self.engines[str(one.document["engine"])] += 1
        self.readers.update(record.by for record in one.article.records if isinstance(record, Found))
        self.actors.add(one.article)
        self.sources.add(one)
        if self.terms.texts:
            self.text(one.article)

    def text(self, article: Article) -> None:
        """Nothing; the text stands beside the tables."""
        (self.folder / "texts").mkdir(exist_ok=True)
        (self.folder / "texts" / f"{article.document.id}.txt").write_bytes(article.document.text.encode("utf-8", "surrogatepass"))

    def links(self) -> Iterator[Row]:
        """The rows of the links whose two ends are in the release, by id; mentions count as theirs where nothing was chosen."""
        choosing = self.terms.wanted.choosing
        inside = [
            link for link in links(self.view)
            if link.doc_a in self.docs and link.doc_b in self.docs and (not choosing or (link.a in self.ids and link.b in self.ids))
        ]  # fmt: skip
        for link in sorted(inside, key=lambda link: link.id):
            self.linkers[link.by] += 1
            yield link_row(link, self.terms.limit, LINKS)

    def verdicts(self) -> Iterator[Verdict]:
        """The verdicts about documents of the release."""
        for one in verdicts(self.view):
            if one.doc in self.docs:
                self.days.append(one.when[:10])
                yield one

    def finish(self, name: str) -> Made:
        """What was made; the package, the first page and the list of hashes stand in the folder."""
        kept = lists.kept(self.folder, self.own, self.engines)
        id = files.digest(files.sums(self.folder / "data"))[:12]
        made = Made(
            id=id, name=re.sub(r"[^a-z0-9._/-]+", "-", name.lower()), date=self.terms.date or max(self.days), terms=self.terms, lists=kept,
            counts={table.name: self.sheets[table.name].count for table in TABLES},
            versions=versions(self.engines, self.readers, self.linkers), accuracy=measured(self.view),
        )  # fmt: skip
        if made.accuracy is not None:
            lines = "".join(csv.lines(made.accuracy.rates)).encode("utf-8", "replace")
            (self.folder / "accuracy.csv").write_bytes(lines)
        told = msgspec.json.format(msgspec.json.encode(package.package(self.folder, made)), indent=1)
        (self.folder / "datapackage.json").write_bytes(told + b"\n")
        (self.folder / "CODEBOOK.md").write_bytes(book.page().encode())
        (self.folder / "README.md").write_bytes(front.page(made).encode("utf-8", "replace"))
        listed = "".join(f"{sha256}  {file}\n" for file, sha256 in files.sums(self.folder).items())
        (self.folder / files.SUMS).write_text(listed, encoding="utf-8", newline="\n")
        return made


def measured(view: View) -> Accuracy | None:
    """What people found in the last sample of the ledger, None where they judged nothing of it."""
    found = accuracy(view)
    return found if found is not None and found.judged else None


def by_what(ratings: tuple[Rating, ...]) -> dict[str, tuple[Rating, ...]]:
    """The ratings that stand by what they are about: a record's id, a source's folded name."""
    found: dict[str, tuple[Rating, ...]] = {}
    for one in standing(ratings):
        about = key(one.about, one.scale)
        found[about] = (*found.get(about, ()), one)
    return found
