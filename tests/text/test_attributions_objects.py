from tests.reading import said


def test_an_evaluation_is_content() -> None:
    assert ("The bishop", "criticized", "the strike as reckless") in said("The bishop criticized the strike as reckless.")
    assert ("Pahl", "called", "the inquiry “a theatre”") in said(
        "Minister Joren Weld spoke first. Pahl called the inquiry “a theatre”."
    )


def test_an_accusation_holds_its_charge() -> None:
    assert ("The prefect", "accused", "the guild of hiding grain") in said("The prefect accused the guild of hiding grain.")


def test_a_call_for_something_has_it_as_content() -> None:
    assert ("The bishop", "called for", "a truce") in said("The bishop called for a truce.")


def test_a_topic_is_no_content() -> None:
    assert said("The mayor and the bishop talked about the harbour.") == []


def test_what_is_done_is_not_said() -> None:
    assert said("The guild repaired the bridge and opened the gate.") == []
