"""Parse -> records, one module a reader. The folder is the registry: see `sayso.run.readers`."""
