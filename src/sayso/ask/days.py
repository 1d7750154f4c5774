"""What lies on which day: statements printed, events as dated by their texts, forecasts that fall due."""

from collections.abc import Iterator

from sayso.ask.did import checked
from sayso.ledger import View
from sayso.ledger.days import Day, days
from sayso.ledger.did import Sought


def ask(view: View, sought: Sought | None = None) -> Iterator[Day]:
    """Days, months and years in order, each as closely as it is known.

    Raises: UsageError for a type that PLOVER has not, or a status that is none.
    """
    yield from days(view, checked(sought or Sought())).days
