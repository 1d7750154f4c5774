"""Web pages to facts: metadata by an own reader, the body by trafilatura, both in a process that can be killed."""
