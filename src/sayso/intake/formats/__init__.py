"""One module a format, found by its place here: `SUFFIXES`, `looks_like(head)`, `documents(data, origin, given)`."""
