"""`sayso review`: what people decide of records: accept, reject, correct, add, mark as the same; kept beside what readers find."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli._options import AsCsv, AsJson, LedgerFile, Raw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Document, Record
    from sayso.model.verdicts import Verdict

commands = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None,
    help="Judge records: what is doubtful, accept, reject, correct, add, undo; export what was judged as gold.",
)  # fmt: skip

Who = Annotated[str, typer.Option(envvar="SAYSO_WHO", help="Who decides: kept beside what is decided.")]
Why = Annotated[str, typer.Option(help="Why, in words.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of records, as the lists and pages give them.")]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="Field and value: source, cue, content, trigger, proposition, condition, wording as words of the text or START-END; speaker, act, form, kind, status, plover, within."),
]  # fmt: skip


@commands.command("list")
def listed(
    ledger: LedgerFile,
    kind: Annotated[str | None, typer.Option("--type", help="statement, event or forecast.")] = None,
    in_: Annotated[str | None, typer.Option("--in", metavar="OUTLET|DOC", help="An outlet, or a document by its id's first digits.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 50,
    sample: Annotated[bool, typer.Option("--sample", help="Of the last sample alone.")] = False,
    decided: Annotated[bool, typer.Option("--decided", help="What was decided, in place of what is waiting.")] = False,
    changed: Annotated[bool, typer.Option("--changed", help="Where the reader has changed its mind since.")] = False,
    as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False,
) -> None:  # fmt: skip
    """What nobody has judged yet, the most doubtful and weighty first; or what was decided."""
    from sayso.ask import review
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        if decided or changed:
            rows = review.decided(view, turned=changed)
            give(
                rows, as_json=as_json, as_csv=as_csv, raw=raw, none="nothing was decided" if not changed else "no change of mind"
            )
        else:
            waiting = review.ask(view, type=kind, in_=in_, sample=sample, limit=limit)
            give(waiting, as_json=as_json, as_csv=as_csv, raw=raw, none="nothing is waiting")


@commands.command()
def accept(ids: Ids, ledger: LedgerFile, who: Who, why: Why = "", as_json: AsJson = False) -> None:
    """Records that are right as the machine has them."""
    decide(ledger, ids, "accept", who, why, as_json)


@commands.command()
def reject(ids: Ids, ledger: LedgerFile, who: Who, why: Why = "", as_json: AsJson = False) -> None:
    """Records that are none: nothing of the kind stands there."""
    decide(ledger, ids, "reject", who, why, as_json)


def decide(ledger: Path, ids: list[str], says: str, who: str, why: str, as_json: bool) -> None:
    """Nothing; the same verdict about each, all or none, is written and told."""
    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import judge_all

    with Ledger(ledger) as writer:
        made = judge_all(writer, [(id, says) for id in ids], who=who, why=why)
    told(made, as_json)


@commands.command()
def correct(
    id: Annotated[str, typer.Argument(metavar="ID", help="The record's id.")], ledger: LedgerFile, who: Who, fields: Set = None,
    why: Why = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """A record as it should be: what is set takes the place of what the machine has."""
    from sayso.ask.drafting import corrected
    from sayso.errors import UsageError
    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import judge
    from sayso.model.verdicts import MADE, Change

    document, records = article(ledger, id[:16])
    base = next((record for record in records if isinstance(record, MADE) and record.id == id), None)
    if base is None:
        raise UsageError(f"no record {id}; sayso review list gives them")
    record, speaker = corrected(document, records, base, sent(fields))
    with Ledger(ledger) as writer:
        made = judge(writer, id, "correct", who=who, why=why, change=Change(record=record, speaker=speaker))
    told([made], as_json)


@commands.command()
def add(
    doc: Annotated[str, typer.Argument(metavar="DOC", help="The document, by its id's first digits.")],
    kind: Annotated[str, typer.Argument(metavar="TYPE", help="statement, event or forecast.")], ledger: LedgerFile, who: Who,
    fields: Set = None, why: Why = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """A record that no reader found."""
    from sayso.ask.drafting import drafted
    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import judge
    from sayso.model.verdicts import Change

    document, records = article(ledger, doc)
    record, speaker = drafted(document, records, kind, sent(fields))
    with Ledger(ledger) as writer:
        made = judge(writer, record.id, "add", who=who, why=why, change=Change(record=record, speaker=speaker))
    told([made], as_json)


@commands.command()
def same(
    id: Annotated[str, typer.Argument(metavar="ID", help="A record.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The record that says the same.")],
    ledger: LedgerFile, who: Who, why: Why = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """Two records that say the same."""
    pair(ledger, id, other, "same", who, why, as_json)


@commands.command()
def merge(
    id: Annotated[str, typer.Argument(metavar="ID", help="A mention of an actor.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="A mention of the same actor.")],
    ledger: LedgerFile, who: Who, why: Why = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """Two mentions of one actor, whatever they are called."""
    pair(ledger, id, other, "merge", who, why, as_json)


@commands.command()
def split(
    id: Annotated[str, typer.Argument(metavar="ID", help="A mention of an actor.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="A mention of another actor.")],
    ledger: LedgerFile, who: Who, why: Why = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """Two mentions of two actors, though they are called alike."""
    pair(ledger, id, other, "split", who, why, as_json)


def pair(ledger: Path, id: str, other: str, says: str, who: str, why: str, as_json: bool) -> None:
    """Nothing; a verdict about two records is written and told."""
    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import judge
    from sayso.model.verdicts import Change

    with Ledger(ledger) as writer:
        made = judge(writer, id, says, who=who, why=why, change=Change(other=other))
    told([made], as_json)


@commands.command()
def undo(
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="A verdict's id, as list --decided gives it.")],
    ledger: LedgerFile, who: Who, why: Why = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """Undo a verdict: a further verdict, and what stood before stands again."""
    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import undo as undone

    with Ledger(ledger) as writer:
        made = undone(writer, verdict, who=who, why=why)
    told([made], as_json)


@commands.command()
def whole(
    doc: Annotated[str, typer.Argument(metavar="DOC", help="The document, by its id's first digits.")], ledger: LedgerFile, who: Who,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """A document read whole: what you have not judged otherwise you accept, and nothing is missing."""
    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import finish

    document, _ = article(ledger, doc)
    with Ledger(ledger) as writer:
        made = finish(writer, document.id, who=who)
    told(made, as_json)


@commands.command("export")
def exported(
    folder: Annotated[Path, typer.Argument(help="Where the files go: NAME.txt and NAME.WHO.spans.json.")], ledger: LedgerFile, who: Who,
    partial: Annotated[bool, typer.Option("--partial", help="Also documents that were not read whole.")] = False,
) -> None:  # fmt: skip
    """What one person made of the documents they read whole, as gold in the format of the evaluation."""
    from sayso.ask.gold import written
    from sayso.ledger import View

    with View(ledger) as view:
        made = written(view, folder, who, partial=partial)
    found = sum(len(one.statements) + len(one.events) + len(one.forecasts) for one in made)
    print(f"{len(made)} document{'s' if len(made) != 1 else ''}, {found} records in {folder}")


def article(ledger: Path, id: str) -> "tuple[Document, Sequence[Record]]":
    """A document with the machine's records and those that people made. Raises: UsageError where it is not there."""
    from sayso.ask.review import with_made
    from sayso.errors import UsageError
    from sayso.ledger import View

    with View(ledger) as view:
        document = view.document(id)
        if document is None:
            raise UsageError(f"no document {id}; sayso ask documents lists them")
        return document, with_made(view, document.id)


def sent(fields: list[str] | None) -> dict[str, str]:
    """What was set, by field. Raises: UsageError for a piece without "="."""
    from sayso.errors import UsageError

    pairs = [field.partition("=") for field in fields or ()]
    if wrong := next((field for field, sign, _ in pairs if not sign), None):
        raise UsageError(f"--set {wrong}: write FIELD=VALUE")
    return {field.strip(): value for field, _, value in pairs}


def told(made: "Sequence[Verdict]", as_json: bool) -> None:
    """Nothing; prints each verdict, as JSON or in a line."""
    import msgspec

    from sayso.show.plain import plain

    for one in made:
        print(msgspec.json.encode(one).decode() if as_json else plain(f"verdict {one.id}: {one.says} {one.about}"))
