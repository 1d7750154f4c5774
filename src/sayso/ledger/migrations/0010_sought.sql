-- What events and actors are looked for by, side by side in narrow indexes, so that no page reads the wide rows it does not show.
CREATE INDEX deed_sought ON deed(doers, sufferers, folded, placed, type, status, reality, speaker, own, dead, doc);
DROP INDEX actor_parts;
CREATE INDEX actor_parts ON actor(folded, country, sector, kind, speaks, acts, undergoes);
