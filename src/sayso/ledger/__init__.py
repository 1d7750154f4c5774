"""One SQLite file: the schema, the one writer, the read-only View. The only database code."""
