-- Which input a problem came with, and the options given then, so that it can be read again as it was asked for.
ALTER TABLE problem ADD COLUMN file TEXT NOT NULL DEFAULT '';
ALTER TABLE problem ADD COLUMN given TEXT NOT NULL DEFAULT '';
UPDATE problem SET file = CASE instr(origin, '#') WHEN 0 THEN origin ELSE substr(origin, 1, instr(origin, '#') - 1) END;
