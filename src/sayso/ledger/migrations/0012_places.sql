-- The country of the place where an event is told to have happened, as the place's mention has it; the rows are made anew from records.
DELETE FROM deed;
DELETE FROM actor;
ALTER TABLE deed ADD COLUMN country TEXT;
CREATE INDEX deed_places ON deed(place, country, reality, doc) WHERE place IS NOT NULL;
