import pytest

from sayso.bind.sources import Sources
from sayso.model import Statement
from sayso.text.parsing import parse
from tests.bind.made import document, reader, speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Orla Venn, a teacher, keeps the archive. “Nothing was lost,” Venn said.", "Orla Venn"),
        ("Halden mayor Toma Reszek closed the port. The mayor said it was unsafe.", "Toma Reszek"),
        ("Orla Venn and her lawyer said the archive was lost.", "Orla Venn"),
        ("After the death of Colonel Piet Lom, Orla Venn said the war was lost.", "Orla Venn"),
        ("“It is over,” he said.", None),
        (
            "In a statement issued on Monday by the harbour ministry, it was claimed that the bridge had been mined.",
            "harbour ministry",
        ),
        ("The letter from the audit office said nobody had checked the dam.", "audit office"),
    ],
)
def test_the_source_is_bound_to_who_speaks(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1] == speaker


def test_a_statement_speaks_for_who_issued_it() -> None:
    text = "In a statement, the Kenyan ministry of health said the clinics were open. The statement said no drugs were lacking."
    assert speakers(text)[-1] == speakers(text)[0] is not None


def test_a_document_that_nobody_issued_speaks_for_nobody() -> None:
    assert speakers("The report said the clinics were open.") == [None]


def test_every_source_found_lies_in_its_statements_source() -> None:
    doc = document("“It is over,” said Orla Venn. Bram Oduya, her rival, agreed that it was. “Is it?” asked the mayor.")
    parsed = parse(doc, next(reader().engine.analyse([doc])), reader().lexicon)
    statements = [r for r in reader().read(doc) if isinstance(r, Statement)]
    for key, i in Sources(parsed, statements).of.items():
        head = parsed.mentions[i].head
        source = next(s.source for s in statements if s.id == key)
        assert any(start <= head[0] and head[1] <= end for start, end in source)
