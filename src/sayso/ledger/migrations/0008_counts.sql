-- Events are counted by type, how they are told and in whose voice on every page of them: from this index alone.
CREATE INDEX deed_counts ON deed(type, reality, speaker, own);
