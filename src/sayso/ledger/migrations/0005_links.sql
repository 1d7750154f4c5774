-- What records of two documents have to do with each other. Rows are added and retired; `doc_a` and `doc_b` are ids of documents,
-- `a` and `b` ids of their records (or of the documents themselves).
CREATE TABLE link (
  key     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL,
  kind    TEXT NOT NULL,
  sort    TEXT NOT NULL,
  a       TEXT NOT NULL,
  b       TEXT NOT NULL,
  doc_a   TEXT NOT NULL,
  doc_b   TEXT NOT NULL,
  score   REAL NOT NULL,
  by      TEXT NOT NULL,
  body    TEXT NOT NULL,
  added   TEXT NOT NULL,
  retired TEXT
) STRICT;
CREATE UNIQUE INDEX link_live ON link(id) WHERE retired IS NULL;
CREATE INDEX link_kind ON link(kind, sort) WHERE retired IS NULL;
CREATE INDEX link_a ON link(doc_a);
CREATE INDEX link_b ON link(doc_b);

-- Which linker, of which version, has seen which reading of a document: what is missing here is still to be linked.
CREATE TABLE linked (
  doc     INTEGER NOT NULL REFERENCES document(key),
  linker  TEXT NOT NULL,
  version TEXT NOT NULL,
  reading INTEGER NOT NULL,
  added   TEXT NOT NULL,
  PRIMARY KEY (doc, linker)
) STRICT, WITHOUT ROWID;

-- Signatures: numbers that stand for a text's words, its quotations, its claims (`space`), as little-endian 64-bit integers; and
-- the same turned round, to find the documents that have one in common. Made from document and record, and can be made again.
CREATE TABLE signature (
  doc     INTEGER NOT NULL REFERENCES document(key),
  space   TEXT NOT NULL,
  version TEXT NOT NULL,
  size    INTEGER NOT NULL,
  body    BLOB NOT NULL,
  PRIMARY KEY (doc, space)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace (
  space TEXT NOT NULL,
  value INTEGER NOT NULL,
  doc   INTEGER NOT NULL,
  PRIMARY KEY (space, value, doc)
) STRICT, WITHOUT ROWID;
