-- Live forecasts once more, in words: what people ask for. Made from record and document, and can be made again from them.
CREATE TABLE claim (
  key            INTEGER PRIMARY KEY REFERENCES record(key),
  id             TEXT NOT NULL UNIQUE,
  doc            INTEGER NOT NULL REFERENCES document(key),
  kind           TEXT NOT NULL,
  speaker        TEXT NOT NULL,
  own            INTEGER NOT NULL,
  folded         TEXT NOT NULL,
  chain          TEXT NOT NULL,
  proposition    TEXT NOT NULL,
  condition      TEXT,
  condition_from TEXT,
  wording        TEXT NOT NULL,
  low            REAL,
  high           REAL,
  phrase         TEXT,
  survey         TEXT,
  earliest       TEXT,
  latest         TEXT,
  due            TEXT
) STRICT;
CREATE INDEX claim_doc ON claim(doc);
CREATE INDEX record_forecast ON record(doc) WHERE type = 'forecast' AND retired IS NULL;

-- What people ask of a claim, what they found, and when they want to be reminded. `claim` and `doc` are ids: a claim that a later
-- reading no longer finds keeps its questions.
CREATE TABLE question (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  claim    TEXT NOT NULL,
  doc      TEXT NOT NULL,
  text     TEXT NOT NULL,
  since    TEXT,
  until    TEXT,
  criteria TEXT NOT NULL,
  sources  TEXT NOT NULL,
  due      TEXT NOT NULL,
  who      TEXT NOT NULL,
  opened   TEXT NOT NULL,
  sha256   TEXT NOT NULL
) STRICT;
CREATE INDEX question_claim ON question(claim);
CREATE INDEX question_doc ON question(doc);

CREATE TABLE resolution (
  key      INTEGER PRIMARY KEY,
  question INTEGER NOT NULL REFERENCES question(key),
  answer   TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'ambiguous', 'void')),
  note     TEXT NOT NULL,
  who      TEXT NOT NULL,
  added    TEXT NOT NULL,
  retired  TEXT
) STRICT;
CREATE UNIQUE INDEX resolution_live ON resolution(question) WHERE retired IS NULL;
CREATE INDEX resolution_question ON resolution(question);

CREATE TABLE evidence (
  key        INTEGER PRIMARY KEY,
  resolution INTEGER NOT NULL REFERENCES resolution(key),
  doc        TEXT NOT NULL,
  spans      TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_resolution ON evidence(resolution);
CREATE INDEX evidence_doc ON evidence(doc);

CREATE TABLE reminder (
  key     INTEGER PRIMARY KEY,
  claim   TEXT NOT NULL,
  doc     TEXT NOT NULL,
  due     TEXT NOT NULL,
  why     TEXT NOT NULL,
  who     TEXT NOT NULL,
  added   TEXT NOT NULL,
  retired TEXT
) STRICT;
CREATE UNIQUE INDEX reminder_live ON reminder(claim) WHERE retired IS NULL;
CREATE INDEX reminder_doc ON reminder(doc);
