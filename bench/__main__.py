"""All measurements of speed, one after the other: `python -m bench`."""

from bench import reading

reading.main()
