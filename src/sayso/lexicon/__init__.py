"""Data given to the readers: states, demonyms, outlets, titles, cues. Every entry with its source."""
