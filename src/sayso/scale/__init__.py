"""Many articles on many machines: stages that any engine can run, each from whole folders of Parquet to whole folders of Parquet."""
