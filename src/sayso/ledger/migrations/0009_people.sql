-- Who may see and decide over the network: a name, a role, the hash of a token. Rows are added and retired. The writes that a person is
-- accountable for stand with their names in verdict, question, resolution and reminder.
CREATE TABLE person (
  key     INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  role    TEXT NOT NULL CHECK (role IN ('read', 'review', 'admin')),
  sha256  TEXT NOT NULL,
  who     TEXT NOT NULL,
  added   TEXT NOT NULL,
  removed TEXT,
  retired TEXT
) STRICT;
CREATE UNIQUE INDEX person_live ON person(name) WHERE retired IS NULL;
