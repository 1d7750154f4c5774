"""Ties among the records of one document: names, pronouns, chains, voices, echoes."""
