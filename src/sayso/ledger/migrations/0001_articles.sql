-- Texts, what is known of each, and what was found in it. Rows are added and retired, never rewritten.
CREATE TABLE document (
  key   INTEGER PRIMARY KEY,
  id    TEXT NOT NULL UNIQUE,
  text  TEXT NOT NULL,
  chars INTEGER NOT NULL,
  added TEXT NOT NULL
) STRICT;

CREATE TABLE facts (
  key            INTEGER PRIMARY KEY,
  doc            INTEGER NOT NULL REFERENCES document(key),
  origin         TEXT NOT NULL,
  sha256         TEXT NOT NULL,
  title          TEXT,
  outlet         TEXT,
  byline         TEXT NOT NULL,
  section        TEXT,
  published      TEXT,
  published_from TEXT,
  url            TEXT,
  language       TEXT,
  charset        TEXT,
  parts          TEXT NOT NULL,
  furniture      TEXT NOT NULL,
  added          TEXT NOT NULL,
  retired        TEXT
) STRICT;
CREATE UNIQUE INDEX facts_live ON facts(doc) WHERE retired IS NULL;
CREATE INDEX facts_published ON facts(published) WHERE retired IS NULL;
CREATE INDEX facts_outlet ON facts(outlet) WHERE retired IS NULL;
CREATE INDEX facts_url ON facts(url) WHERE url IS NOT NULL;

CREATE TABLE reading (
  key     INTEGER PRIMARY KEY,
  doc     INTEGER NOT NULL REFERENCES document(key),
  reader  TEXT NOT NULL,
  found   TEXT NOT NULL,
  added   TEXT NOT NULL,
  retired TEXT
) STRICT;
CREATE UNIQUE INDEX reading_live ON reading(doc) WHERE retired IS NULL;

CREATE TABLE record (
  key          INTEGER PRIMARY KEY,
  doc          INTEGER NOT NULL REFERENCES document(key),
  id           TEXT NOT NULL,
  type         TEXT NOT NULL,
  kernel_start INTEGER NOT NULL,
  kernel_end   INTEGER NOT NULL,
  score        REAL,
  by           TEXT,
  body         TEXT NOT NULL,
  added        TEXT NOT NULL,
  retired      TEXT
) STRICT;
CREATE UNIQUE INDEX record_live ON record(doc, id) WHERE retired IS NULL;
CREATE INDEX record_retired ON record(doc, id) WHERE retired IS NOT NULL;

-- Live statements once more, in words: what people ask for. Made from record and document, and can be made again from them.
CREATE TABLE statement (
  key         INTEGER PRIMARY KEY REFERENCES record(key),
  id          TEXT NOT NULL,
  doc         INTEGER NOT NULL REFERENCES document(key),
  speaker     TEXT NOT NULL,
  source      TEXT NOT NULL,
  about       TEXT NOT NULL,
  content     TEXT NOT NULL,
  form        TEXT NOT NULL,
  act         TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  within      TEXT,
  time        TEXT
) STRICT;
CREATE UNIQUE INDEX statement_id ON statement(doc, id);
CREATE INDEX statement_form ON statement(form);

-- What went in, so that a run that was cut short skips what is done.
CREATE TABLE input (
  origin TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  doc    TEXT NOT NULL,
  file   TEXT NOT NULL,
  added  TEXT NOT NULL,
  PRIMARY KEY (origin, sha256, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX input_doc ON input(doc);
CREATE INDEX input_file ON input(file);

CREATE TABLE file (
  origin TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  given  TEXT NOT NULL,
  added  TEXT NOT NULL,
  PRIMARY KEY (origin, sha256, given)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (
  key     INTEGER PRIMARY KEY,
  origin  TEXT NOT NULL,
  why     TEXT NOT NULL,
  next    TEXT NOT NULL,
  added   TEXT NOT NULL,
  retired TEXT
) STRICT;
CREATE UNIQUE INDEX problem_live ON problem(origin, why) WHERE retired IS NULL;

CREATE TABLE tombstone (
  id        TEXT PRIMARY KEY,
  forgotten TEXT NOT NULL,
  why       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
