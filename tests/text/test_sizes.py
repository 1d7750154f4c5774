import pytest

from sayso.errors import UsageError
from sayso.model import Document
from sayso.text.encoder_network import load_reader
from sayso.text.sizes import CHOICE, SIZES, installed
from tests.text.encoder_weights import WEIGHTS, needs_weights


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """Two packages of weights that can be found, without a file in them."""
    monkeypatch.setattr("sayso.text.sizes.SIZES", {"base": "weights_of_a_test", "small": "small_weights_of_a_test"})
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delenv(CHOICE, raising=False)
    for name in ("weights_of_a_test", "small_weights_of_a_test"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").touch()
    return tmp_path


def test_the_largest_weights_are_used_unless_others_are_asked_for(packages, monkeypatch):
    assert installed() == packages / "weights_of_a_test"
    monkeypatch.setenv(CHOICE, "small")
    assert installed() == packages / "small_weights_of_a_test"
    monkeypatch.setenv(CHOICE, "")
    assert installed() == packages / "weights_of_a_test"


def test_a_size_that_is_none_or_not_there_is_told_with_what_to_do(packages, monkeypatch):
    monkeypatch.setenv(CHOICE, "tiny")
    with pytest.raises(UsageError, match="there are base and small"):
        installed()
    monkeypatch.setenv(CHOICE, "small")
    monkeypatch.setattr("sayso.text.sizes.SIZES", SIZES | {"small": "no_such_weights"})
    with pytest.raises(UsageError, match="no-such-weights is not installed"):
        installed()


SMALL = WEIGHTS.parents[2] / "sayso-weights-en-small" / "src" / SIZES["small"]


@needs_weights
def test_the_small_weights_read_and_name_themselves():
    text = "The bridge is safe, Mayor Ana Ruiz said on Friday. Critics said that the cables had not been looked at.\n"
    found = load_reader(SMALL).read(Document(id="d", text=text, origin="d", sha256=""))
    said = {text[slice(*a.source[0])]: text[slice(*a.content[0])] for a in found.attributions}
    assert said["Critics"].startswith("the cables had not been looked at")
    assert {a.by for a in found.attributions} == {"encoder-en-small/1.2"}
    assert len(found.tokens) > 20
