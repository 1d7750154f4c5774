from eval import crossdoc_names
from sayso.run import Reader
from tests.reading import engine, lexicon

TEXT = "Donald Trump spoke in Ossel. Trump left early."


def label(span: list[int], entity: str, name: str) -> dict[str, object]:
    return {"span": span, "entity_id": entity, "name": name}


def test_a_short_name_leads_to_the_entry_of_the_full_one_and_strangers_are_left_out() -> None:
    labels = [label([0, 12], "Q1", "Donald Trump"), label([29, 34], "Q1", "Donald Trump"), label([22, 27], "<NIL>", "Ossel")]
    found = list(crossdoc_names.judged({"id": 1, "text": TEXT, "labels": labels}, Reader(engine(), lexicon())))
    assert found == [("Donald Trump", "Donald Trump")] * 2
