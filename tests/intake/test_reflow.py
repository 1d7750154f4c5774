from sayso.intake.reflow import reflowed

LONG = "The harbour master said on Friday that the barges would pass the"


def test_lines_of_a_paragraph_are_joined_across_pages() -> None:
    assert reflowed([f"{LONG}\ngate again", f"in spring.\n{LONG}\nlock."]) == f"{LONG} gate again in spring.\n\n{LONG} lock."


def test_what_runs_along_every_page_is_dropped_and_numbers_at_the_foot() -> None:
    pages = [f"Quay Post {n}\n\n{LONG}\ngate {word}.\n\n- {n} -" for n, word in enumerate(("once", "twice", "again", "last"), 1)]
    assert "Quay Post" not in reflowed(pages)
    assert reflowed(pages).count("\n\n") == 3
    assert "- 2 -" not in reflowed(pages)


def test_words_cut_by_hyphens_are_whole_and_compounds_keep_theirs() -> None:
    text = reflowed([f"{LONG} old long-term lock\n{LONG} long-\nterm lock and the har-\nbour of Anglo-\nSaxons"])
    assert "pass the long-term lock and the harbour of Anglo-Saxons" in text


def test_blank_lines_and_headings_part_paragraphs() -> None:
    assert reflowed([f"Gate shut\n{LONG}\ngate.\n\nIce\n{LONG}"]).split("\n\n") == ["Gate shut", f"{LONG} gate.", "Ice", LONG]


def test_nothing_is_nothing() -> None:
    assert reflowed([]) == reflowed(["", "\n\n"]) == ""
