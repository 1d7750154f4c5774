from sayso.model import Mention
from tests.bind.made import document, reader


def test_every_mention_is_a_record_with_its_kernel_inside_its_anchor() -> None:
    text = "Danish Foreign Minister Orla Venn met US forces in Oslo. She left."
    records = [r for r in reader().read(document(text)) if isinstance(r, Mention)]
    assert [r.kind for r in records] == ["person", "group", "place", "pronoun"]
    for record in records:
        assert record.anchor == (record.span,)
        assert record.span[0] <= record.kernel[0] < record.kernel[1] <= record.span[1]


def test_the_same_text_gives_the_same_records() -> None:
    text = "The NGB and the Northern Grain Board differ, Venn told Reuters. “We agree,” she said."
    assert reader().read(document(text)) == reader().read(document(text))
