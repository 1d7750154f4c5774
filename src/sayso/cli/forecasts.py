"""`sayso forecasts`: what was foretold, when it falls due, how it came out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli._options import AsCsv, AsJson, LedgerFile, Raw, Since, Until

if TYPE_CHECKING:
    from sayso.ledger.foretold import Sought

commands = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None,
    help="Keep forecasts: what is due, who said it, questions, resolutions, scores.",
)  # fmt: skip

On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="As things stand on that day; today if not given.")]
Kind = Annotated[str | None, typer.Option(help="prediction, warning, threat, promise, plan, demand.")]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Words of the speaker's name.")]
In = Annotated[str | None, typer.Option("--in", metavar="OUTLET|DOC", help="An outlet, or a document by its id's first digits.")]
Who = Annotated[str, typer.Option(envvar="SAYSO_WHO", help="Who decides: kept beside what is decided.")]
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, as the lists give it.")]


def listed(ledger: Path, sought: "Sought", on: str | None, as_json: bool, as_csv: bool, raw: bool) -> None:
    """Nothing; prints the claims that are sought."""
    import msgspec

    from sayso.ask import foretold, records
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        order = "due" if sought.state in ("due", "open") else "date"
        once = msgspec.structs.replace(sought, same=records.same(records.tried(view)))
        found = foretold.ask(view, day(on), once, order=order)
        give(found, as_json=as_json, as_csv=as_csv, raw=raw, none="no such forecast")


def said(made: Any, line: str, as_json: bool) -> None:
    """Nothing; prints what was written, as JSON or in a line."""
    import msgspec

    from sayso.show.plain import plain

    print(msgspec.json.encode(made).decode() if as_json else plain(line))


def day(on: str | None) -> str:
    """The day that is asked about, today where none is given. Raises: UsageError."""
    from sayso.ledger.ledger import clock
    from sayso.model.questions import needed_day

    return needed_day("--on", on) if on else clock()[:10]


@commands.command()
def due(
    ledger: LedgerFile, by: By = None,
    kind: Kind = None, in_: In = None, since: Since = None, until: Until = None, on: On = None, as_json: AsJson = False,
    as_csv: AsCsv = False, raw: Raw = False,
) -> None:  # fmt: skip
    """What has fallen due and is not settled: by its question, by its own date, or by a review date of ours."""
    from sayso.ledger.foretold import Sought

    sought = Sought(state="due", by=by, kind=kind, in_=in_, since=since, until=until)
    listed(ledger, sought, on, as_json, as_csv, raw)


@commands.command("open")
def still_open(
    ledger: LedgerFile, by: By = None,
    kind: Kind = None, in_: In = None, since: Since = None, until: Until = None, on: On = None, as_json: AsJson = False,
    as_csv: AsCsv = False, raw: Raw = False,
) -> None:  # fmt: skip
    """What is not settled and not due yet, the next day first."""
    from sayso.ledger.foretold import Sought

    sought = Sought(state="open", by=by, kind=kind, in_=in_, since=since, until=until)
    listed(ledger, sought, on, as_json, as_csv, raw)


@commands.command()
def settled(
    ledger: LedgerFile, by: By = None,
    kind: Kind = None, in_: In = None, since: Since = None, until: Until = None, on: On = None, as_json: AsJson = False,
    as_csv: AsCsv = False, raw: Raw = False,
) -> None:  # fmt: skip
    """What has been resolved: yes, no, ambiguous, or void because the condition never came."""
    from sayso.ledger.foretold import Sought

    sought = Sought(state="settled", by=by, kind=kind, in_=in_, since=since, until=until)
    listed(ledger, sought, on, as_json, as_csv, raw)


@commands.command()
def by(
    name: Annotated[str, typer.Argument(help="Words of the speaker's name, or an outlet for what it foretold itself.")],
    ledger: LedgerFile, kind: Kind = None, in_: In = None, since: Since = None, until: Until = None, on: On = None,
    as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False,
) -> None:  # fmt: skip
    """Everything somebody foretold, in the order it was printed, and how it came out."""
    from sayso.ledger.foretold import Sought

    sought = Sought(by=name, kind=kind, in_=in_, since=since, until=until)
    listed(ledger, sought, on, as_json, as_csv, raw)


@commands.command()
def suggest(claim: ClaimId, ledger: LedgerFile, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False) -> None:
    """Sentences of later documents that may settle a claim, with the reasons; nothing is decided by them."""
    from sayso.ask import evidence
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(evidence.ask(view, day(None), claim), as_json=as_json, as_csv=as_csv, raw=raw, none="nothing later is like it")


@commands.command()
def question(
    claim: ClaimId, ledger: LedgerFile, who: Who,
    text: Annotated[str, typer.Option(help="What is asked, so that yes means: it came true.")],
    criteria: Annotated[str, typer.Option(help="What must be seen for a yes, and what for a no.")],
    due: Annotated[str, typer.Option(metavar="DAY", help="When it is to be resolved.")],
    since: Annotated[str | None, typer.Option(metavar="DAY", help="First day of the window.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Last day of the window.")] = None,
    sources: Annotated[str, typer.Option(help="Where it will be looked up.")] = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """Open a question on a claim. From then on it is sealed by a hash and can't be changed; ask another beside it."""
    from sayso.ledger import Ledger
    from sayso.ledger.questions import open_question

    with Ledger(ledger) as writer:
        made = open_question(
            writer, claim, text=text, criteria=criteria, due=due, who=who, since=since, until=until, sources=sources
        )
    said(made, f"question {made.id} is open, due {made.due}", as_json)


@commands.command()
def resolve(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question's id.")],
    answer: Annotated[str, typer.Argument(help="yes, no, ambiguous, or void (its condition never came).")],
    ledger: LedgerFile, who: Who,
    evidence: Annotated[
        list[str] | None, typer.Option(metavar="DOC:START-END", help="Words it rests on, in code points; may be repeated.")
    ] = None,
    note: Annotated[str, typer.Option(help="Why; needed where there is no evidence.")] = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """Resolve a question by hand. A resolution that stood before is kept as reversed."""
    from sayso.ask.evidence import pointed
    from sayso.ledger import Ledger, View
    from sayso.ledger.questions import resolve as settle

    with View(ledger) as view:
        found = [pointed(view, one) for one in evidence or ()]
    with Ledger(ledger) as writer:
        made = settle(writer, question, given=answer, who=who, note=note, evidence=found)
    said(made, f"question {question} is resolved: {made.answer}", as_json)


@commands.command()
def remind(
    claim: ClaimId, due: Annotated[str, typer.Argument(metavar="DAY", help="When to look at it again.")], ledger: LedgerFile, who: Who,
    why: Annotated[str, typer.Option(help="Why then.")] = "", as_json: AsJson = False,
) -> None:  # fmt: skip
    """Set a review date on a claim: ours, not its speaker's."""
    from sayso.ledger import Ledger
    from sayso.ledger.questions import remind as set_reminder

    with Ledger(ledger) as writer:
        made = set_reminder(writer, claim, due=due, who=who, why=why)
    said(made, f"claim {claim} comes up again on {made.due}", as_json)


@commands.command()
def score(
    ledger: LedgerFile,
    outlets: Annotated[
        bool, typer.Option("--outlets", help="What outlets carried of others' forecasts, in place of records.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    raw: Raw = False,
) -> None:
    """How speakers' forecasts came out: first what is unresolved, then Brier scores with their uncertainty; no rank under 20."""
    from sayso.ask import records
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        found = records.tried(view)
        rows = list(records.carried(found)) if outlets else records.with_everybody(found)
        give(rows, as_json=as_json, as_csv=as_csv, raw=raw, none="nothing was foretold")
    if not as_json and not as_csv:
        print(records.NOTE)


@commands.command("export")
def exported(ledger: LedgerFile, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False) -> None:
    """Questions and resolutions in the field names of Metaculus, whole, for other programs and other ledgers."""
    from sayso.ask import exchange
    from sayso.cli._answers import give
    from sayso.ledger import View

    with View(ledger) as view:
        give(exchange.ask(view), as_json=as_json or not as_csv, as_csv=as_csv, raw=raw)


@commands.command("import")
def imported(
    file: Annotated[Path, typer.Argument(help="JSON, JSON Lines or CSV, as export gives it.")], ledger: LedgerFile, who: Who
) -> None:
    """Take in questions and resolutions; the fields of Metaculus and Fatebook are known. What is there already stays as it is."""
    from sayso.ask import exchange
    from sayso.errors import InputError
    from sayso.ledger import Ledger
    from sayso.ledger.questions import take_in

    try:
        data = file.read_bytes()
    except OSError as fault:
        raise InputError(f"{file}: {fault.strerror or fault}", "give a file that can be read") from fault
    with Ledger(ledger) as writer:
        found = list(exchange.incoming(data, file.name, who=who, now=writer.now()))
        new = take_in(writer, [(one.question, one.resolutions) for one in found])
    print(f"{len(found)} question{'s' if len(found) != 1 else ''}, {new} new")
