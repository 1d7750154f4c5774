"""Days as numbers, so that documents are set apart by how many lie between them."""

from datetime import date


def day(published: str | None) -> int:
    """The day of a date as a number, 0 where there is none.

    >>> day("0001-01-31"), day(None), day("2031")
    (31, 0, 0)
    """
    try:
        return date.fromisoformat(published[:10]).toordinal() if published and len(published) >= 10 else 0
    except ValueError:
        return 0
