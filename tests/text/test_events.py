from sayso.model import Event
from tests.bind.made import document, reader


def triggers(text: str) -> list[str]:
    return [text[slice(*r.trigger)] for r in reader().read(document(text)) if isinstance(r, Event)]


def test_one_act_is_told_by_one_word() -> None:
    assert triggers("The Iraqi army carried out air strikes on the militia on Sunday.") in (["strikes"], ["carried"])


def test_two_acts_of_one_type_stay_two() -> None:
    assert triggers("Iraqi soldiers killed two militants and attacked the Iranian embassy on Sunday.") == ["killed", "attacked"]
