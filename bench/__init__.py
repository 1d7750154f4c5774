"""Measurements of speed; import sayso, never the reverse."""
