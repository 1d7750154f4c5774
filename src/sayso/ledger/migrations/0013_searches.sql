-- Questions that people keep under a name, and up to which document (the last there was) each was looked at. Rows are added and retired.
CREATE TABLE search (
  key     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  name    TEXT NOT NULL,
  path    TEXT NOT NULL,
  asked   TEXT NOT NULL,
  who     TEXT NOT NULL,
  added   TEXT NOT NULL,
  upto    INTEGER NOT NULL,
  retired TEXT
) STRICT;
CREATE UNIQUE INDEX search_named ON search(who, name) WHERE retired IS NULL;

CREATE TABLE search_seen (
  key    INTEGER PRIMARY KEY,
  search INTEGER NOT NULL REFERENCES search(key),
  who    TEXT NOT NULL,
  upto   INTEGER NOT NULL,
  added  TEXT NOT NULL
) STRICT;
CREATE INDEX search_seen_search ON search_seen(search);

CREATE INDEX deed_day ON deed(day, doc) WHERE day IS NOT NULL;
