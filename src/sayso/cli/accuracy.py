"""`sayso accuracy`: what people found in a random sample."""

from sayso.cli._options import AsCsv, AsJson, LedgerFile


def command(ledger: LedgerFile, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """How often records are right by kind, code, outlet and year, with 95 per cent intervals; what was missed; how far people agree.

    Counts the last sample alone (sayso sample): what people judge by choice says nothing about the rest.
    """
    import msgspec

    from sayso.ask.accuracy import accuracy
    from sayso.cli._answers import lines
    from sayso.errors import UsageError
    from sayso.ledger import View
    from sayso.show import accuracy as shown
    from sayso.show import csv
    from sayso.show.plain import plain

    if as_json and as_csv:
        raise UsageError("--json and --csv: choose one")
    with View(ledger) as view:
        found = accuracy(view)
    if found is None:
        print("no sample was drawn; sayso sample --size 200 draws one")
    elif as_json:
        lines([msgspec.json.encode(found) + b"\n"])
    elif as_csv:
        lines(line.encode("utf-8", "replace") for line in csv.lines(found.rates))
    else:
        print("\n".join(plain(line) for line in shown.told(found)))
