-- Events are counted by type, how they are told and in whose voice on every page of them, and actors by the parts they take: from these
-- indexes alone.
CREATE INDEX deed_counts ON deed(type, reality, speaker, own, doc);
CREATE INDEX actor_parts ON actor(folded, speaks, acts, undergoes);
