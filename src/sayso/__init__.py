"""sayso reads news and keeps the account: who says what, on whose word."""

__version__ = "0.1.0"
