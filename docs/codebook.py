"""The codebook as a page of the documentation: `python -m docs.codebook` writes docs/codebook.md from code and lexicon."""

from pathlib import Path

from sayso.release.book import page

PAGE = Path(__file__).with_name("codebook.md")

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
