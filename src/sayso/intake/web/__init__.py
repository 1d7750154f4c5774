"""What is parsed in a process that can be killed: web pages (metadata by an own reader, body by trafilatura), PDF, Parquet."""
