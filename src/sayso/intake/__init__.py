"""Bytes to documents: one decoding, one module a format, nothing cut from the text."""

from sayso.intake.given import Given, given
from sayso.intake.opening import open_bytes, open_path, paths

__all__ = ["Given", "given", "open_bytes", "open_path", "paths"]
