from sayso.show.lists import narrowing

COUNTS = [
    ("Ilse Bramm", "The Quay Post", 3),
    ("We", "The Quay Post", 9),
    ("Ilse Bramm", "Tideway", 2),
    ("unstated", "Tideway", 1),
]


def test_the_most_frequent_values_lead_to_what_they_narrow() -> None:
    found = narrowing("/said", "in", {}, COUNTS, 1)
    assert [(f.label, f.count) for f in found] == [("The Quay Post", 12), ("Tideway", 3)]
    assert found[0].href == "/said?in=The+Quay+Post"


def test_a_pronoun_that_stands_for_nobody_known_narrows_nothing() -> None:
    assert [(f.label, f.count) for f in narrowing("/said", "by", {}, COUNTS, 0)] == [("Ilse Bramm", 5), ("unstated", 1)]


def test_a_chosen_value_leads_back_to_all() -> None:
    (back,) = narrowing("/said", "by", {"by": "Ilse Bramm", "act": "say"}, COUNTS, 0)
    assert back.on
    assert back.href == "/said?act=say"
