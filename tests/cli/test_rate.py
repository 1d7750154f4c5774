"""`rate` takes letters for sources and numbers for claims, and lists what stands."""

import pytest

from tests.release.made import ledger, record


@pytest.fixture
def path(tmp_path):
    return ledger(tmp_path / "a.sayso")


def test_ratings_are_given_and_listed(sayso, path):
    who = ("--ledger", path, "--who", "Ada", "--why", "long known")
    assert sayso("rate", "source", "Sill Courier", "b", *who).out == "Sill Courier: B, usually reliable\n"
    assert sayso("rate", "claim", record("s", "said"), "5", *who).code == 0
    listed = sayso("rate", "list", "--ledger", path).out.splitlines()
    assert [line.split(": ")[1][0] for line in listed] == ["5", "B"]
    assert "long known" in listed[1]


def test_the_scales_are_not_mixed(sayso, path):
    who = ("--ledger", path, "--who", "Ada", "--why", "x")
    assert sayso("rate", "source", "Sill Courier", "3", *who).code == 2
    assert sayso("rate", "claim", record("s", "said"), "B", *who).code == 2
