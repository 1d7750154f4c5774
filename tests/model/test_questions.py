import pytest

from sayso.errors import UsageError
from sayso.model.questions import answer, sealed, unaltered

ASKED = {
    "claim": "0123456789abcdef.f1-4", "text": "Is the Quarry road open?", "criteria": "A car drove on it.", "due": "2031-04-30",
    "who": "Ada", "opened": "2031-04-07T10:00:00Z",
}  # fmt: skip


def test_the_same_words_give_the_same_id_and_another_due_date_another() -> None:
    assert sealed(**ASKED) == sealed(**ASKED)
    assert sealed(**ASKED).id != sealed(**(ASKED | {"due": "2031-05-01"})).id


def test_a_change_of_any_part_is_noticed() -> None:
    question = sealed(**ASKED, since="2031-04-01", until="2031-04-30", sources="the Courier")
    assert unaltered(question)
    for name in ("text", "criteria", "sources", "due", "since", "until", "who", "opened", "claim", "sha256", "id"):
        altered = type(question)(**({n: getattr(question, n) for n in question.__struct_fields__} | {name: "2030-01-01"}))
        assert not unaltered(altered), name


@pytest.mark.parametrize(
    "wrong",
    [
        {"due": "soon"}, {"due": "2031-02-30"}, {"text": "  "}, {"who": ""}, {"criteria": "x" * 4001}, {"text": "a\0b"},
        {"since": "2031-05-01", "until": "2031-04-01"}, {"text": "\ud800"},
    ],
)  # fmt: skip
def test_what_can_not_be_asked_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        sealed(**(ASKED | wrong))


def test_an_answer_is_one_of_four() -> None:
    assert [answer(word) for word in ("Yes", "NO", "ambiguous", "annulled")] == ["yes", "no", "ambiguous", "void"]
    with pytest.raises(UsageError, match="maybe"):
        answer("maybe")
