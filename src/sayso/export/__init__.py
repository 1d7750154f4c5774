"""Giving away what a ledger holds, in other programs' formats, every row with the characters it stands on."""
