-- Records and passages drawn at random for people to judge: `draw` names the draw, `population` how many of its kind there were to draw
-- from. `passage_read` is who has read which passage whole. Rows are only added.
CREATE TABLE sampled (
  key         INTEGER PRIMARY KEY,
  draw        TEXT NOT NULL,
  id          TEXT NOT NULL,
  doc         TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('statement', 'event', 'forecast', 'passage')),
  place_start INTEGER NOT NULL,
  place_end   INTEGER NOT NULL,
  population  INTEGER NOT NULL,
  seed        INTEGER NOT NULL,
  added       TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX sampled_once ON sampled(draw, id);
CREATE INDEX sampled_doc ON sampled(doc);

CREATE TABLE passage_read (
  key     INTEGER PRIMARY KEY,
  passage TEXT NOT NULL,
  doc     TEXT NOT NULL,
  who     TEXT NOT NULL,
  added   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX passage_read_once ON passage_read(passage, who);
CREATE INDEX passage_read_doc ON passage_read(doc);

-- How people rate sources (reliability, A to F) and claims (credibility, 1 to 6), sealed like verdicts; `doc` is a claim's document.
CREATE TABLE rating (
  key    INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  about  TEXT NOT NULL,
  doc    TEXT,
  scale  TEXT NOT NULL CHECK (scale IN ('reliability', 'credibility')),
  rating TEXT NOT NULL,
  who    TEXT NOT NULL,
  added  TEXT NOT NULL,
  why    TEXT NOT NULL,
  nth    INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX rating_about ON rating(about);
CREATE INDEX rating_doc ON rating(doc) WHERE doc IS NOT NULL;
