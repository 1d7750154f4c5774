"""Print what the readings of the short texts lack: `python -m tests.short [--pin]`."""

import pathlib
import sys

from sayso.run import Reader
from tests.short.check import document_of, faults
from tests.short.markup import cases

reader, wrong = Reader.load(), {}
for name, case in cases().items():
    if found := faults(case, reader.read(document_of(case))):
        wrong[name] = found
        print(name, *found, sep="\n    ")
print(f"{len(wrong)} of {len(cases())} fail")
if "--pin" in sys.argv:
    pathlib.Path(__file__).with_name("expected_failures.txt").write_text("\n".join(sorted(wrong)) + "\n", encoding="utf-8")
