"""Records of many documents -> Link records: copies, identities, agreement, conflict. Pure: texts and records in, links out.

A linker is a module with `LINKER`, `VERSION`, `SPACE`, `signature(side) -> Signature` (the numbers by which candidates are found) and
`links(new, known) -> Iterator[Link]`, which compares a document with one that may have to do with it. What is stored, and which
candidates are fetched, is the ledger's; nothing here reads or writes.
"""
