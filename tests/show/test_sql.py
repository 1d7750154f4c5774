from sayso.ledger.sql import Table
from sayso.show.csv import table
from sayso.show.sql import numbered, schema, sql_page


def test_numbers_are_told_from_words():
    found = Table(("a", "b", "c"), (("x", 1.5, None),))
    assert numbered(found) == [[("x", False), ("1.5", True), ("", False)]]
    assert numbered(None) == []


def test_a_cut_answer_says_so():
    assert "and more that are not shown" in sql_page("SELECT 1", Table(("a",), ((1,),), cut=True), "")
    assert "0 rows" in sql_page("SELECT 1", Table((), ()), "")


def test_every_table_is_beside_the_question():
    page = sql_page("", None, "")
    assert all(f"<code>{one.name}</code>" in page for one in schema())


def test_a_table_is_csv_that_a_spreadsheet_runs_nothing_of():
    assert table(["=a", "b"], [["@x", 2]]) == "'=a,b\r\n'@x,2\r\n"
    assert table(["=a"], [["@x"]], raw=True) == "=a\r\n@x\r\n"
    assert table([], []) == ""
