-- Live events once more, in words, and who speaks, acts or undergoes something in each document: what people ask for. Both are made
-- from record and document, and can be made again from them.
CREATE TABLE deed (
  key        INTEGER PRIMARY KEY REFERENCES record(key),
  id         TEXT NOT NULL UNIQUE,
  doc        INTEGER NOT NULL REFERENCES document(key),
  type       TEXT NOT NULL,
  status     TEXT NOT NULL,
  reality    TEXT NOT NULL,
  speaker    TEXT NOT NULL,
  own        INTEGER NOT NULL,
  folded     TEXT NOT NULL,
  chain      TEXT NOT NULL,
  actors     TEXT NOT NULL,
  recipients TEXT NOT NULL,
  doers      TEXT NOT NULL,
  sufferers  TEXT NOT NULL,
  place      TEXT,
  placed     TEXT NOT NULL,
  day        TEXT,
  dead       INTEGER,
  words      TEXT NOT NULL
) STRICT;
CREATE INDEX deed_doc ON deed(doc);
CREATE INDEX record_event ON record(doc) WHERE type = 'event' AND retired IS NULL;

CREATE TABLE actor (
  doc        INTEGER NOT NULL REFERENCES document(key),
  name       TEXT NOT NULL,
  folded     TEXT NOT NULL,
  kind       TEXT NOT NULL,
  country    TEXT,
  sector     TEXT,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  speaks     INTEGER NOT NULL,
  acts       INTEGER NOT NULL,
  undergoes  INTEGER NOT NULL,
  PRIMARY KEY (doc, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_folded ON actor(folded);
