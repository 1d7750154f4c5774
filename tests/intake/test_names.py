import pytest

from sayso.intake.names import host, names


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("By Ana Mirel and Jost Harde", ("Ana Mirel", "Jost Harde")),
        ("ANA MIREL", ("Ana Mirel",)),
        ("Ana Mirel, Staff Writer", ("Ana Mirel",)),
        ("Ana Mirel in Brennick; Jost Harde", ("Ana Mirel", "Jost Harde")),
        ("https://quay.example/staff/ana-mirel", ()),
        ("ana@quay.example", ()),
        ("Ana Mirel (@anamirel)", ("Ana Mirel",)),
        ("Associated Press", ("Associated Press",)),
        ("admin", ()),
        ("", ()),
    ],
)
def test_bylines_become_names(words: str, want: tuple[str, ...]) -> None:
    assert names(words) == want


def test_a_name_stands_once_in_order() -> None:
    assert names(["Jost Harde", "Ana Mirel", "jost-harde"]) == ("Jost Harde", "Ana Mirel")


@pytest.mark.parametrize("url", ["ftp://quay.example/x", "javascript:alert(1)", "http://[", "", None])
def test_only_http_addresses_have_a_host(url: str | None) -> None:
    assert host(url) is None
