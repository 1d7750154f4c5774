"""Releases: a ledger's records as a folder that can be cited, compared with another and checked."""
