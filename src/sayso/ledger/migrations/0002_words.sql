-- Full-text indexes. Both can be made again from their tables: INSERT INTO words(words) VALUES ('rebuild').
CREATE VIRTUAL TABLE words USING fts5(
  text, content = 'document', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO words(words, rank) VALUES ('secure-delete', 1);
INSERT INTO words(words) VALUES ('rebuild');

CREATE VIRTUAL TABLE said USING fts5(
  speaker, source, about, content,
  content = 'statement', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO said(said, rank) VALUES ('secure-delete', 1);
INSERT INTO said(said) VALUES ('rebuild');
