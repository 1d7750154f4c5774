-- What people decide of records. `about` is a record's id (or a document's: read whole), so that a verdict outlives every reading; `doc`
-- and `other_doc` are ids of documents. Rows are only added: a verdict is undone by a further one.
CREATE TABLE verdict (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  about     TEXT NOT NULL,
  doc       TEXT NOT NULL,
  says      TEXT NOT NULL CHECK (says IN ('accept', 'reject', 'correct', 'add', 'same', 'merge', 'split', 'undo')),
  change    TEXT NOT NULL,
  seen      TEXT,
  other     TEXT,
  other_doc TEXT,
  undoes    TEXT,
  who       TEXT NOT NULL,
  added     TEXT NOT NULL,
  why       TEXT NOT NULL,
  nth       INTEGER NOT NULL,
  sha256    TEXT NOT NULL
) STRICT;
CREATE INDEX verdict_about ON verdict(about);
CREATE INDEX verdict_doc ON verdict(doc);
CREATE INDEX verdict_other ON verdict(other) WHERE other IS NOT NULL;
CREATE INDEX verdict_other_doc ON verdict(other_doc) WHERE other_doc IS NOT NULL;
CREATE INDEX verdict_undoes ON verdict(undoes) WHERE undoes IS NOT NULL;

-- How doubtful each live statement, event and forecast is, and how many records hang on it: what is reviewed first. Made from the
-- records, and can be made again from them.
CREATE TABLE doubt (
  key    INTEGER PRIMARY KEY REFERENCES record(key),
  id     TEXT NOT NULL,
  doc    INTEGER NOT NULL REFERENCES document(key),
  hangs  INTEGER NOT NULL,
  weight REAL NOT NULL
) STRICT;
CREATE INDEX doubt_doc ON doubt(doc);
CREATE INDEX doubt_weight ON doubt(weight DESC, id);
CREATE INDEX record_judged ON record(doc) WHERE type IN ('statement', 'event', 'forecast') AND retired IS NULL;
