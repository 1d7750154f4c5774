"""Write the golden readings anew: `python -m tests.golden`. Look at `git diff tests/golden` before keeping them."""

from tests import golden

for name, lines in golden.readings().items():
    text = "".join(f"{line}\n" for line in lines)
    golden.golden(name).write_text(text, encoding="utf-8", newline="\n")
    print(name, text.count("\n"))
for stale in sorted(set(golden.FOLDER.glob("*.jsonl")) - {golden.golden(name) for name in golden.readings()}):
    stale.unlink()
