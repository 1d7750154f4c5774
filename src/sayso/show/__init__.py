"""Answers and records -> HTML, terminal, JSON, text. Pure."""
