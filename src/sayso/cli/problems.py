"""`sayso problems`: the inputs set aside; the same as `sayso ask problems`."""

from sayso.cli import ask
from sayso.cli._options import AsCsv, AsJson, LedgerFile, Raw


def command(ledger: LedgerFile, as_json: AsJson = False, as_csv: AsCsv = False, raw: Raw = False) -> None:
    """List the inputs that were set aside, why, and what to do about each."""
    ask.problems(ledger, as_json=as_json, as_csv=as_csv, raw=raw)
