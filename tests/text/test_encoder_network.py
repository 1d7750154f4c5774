import json
import shutil

import pytest

from sayso.errors import ModelError
from sayso.model import Document
from sayso.text.encoder_network import Manifest, load_reader
from sayso.text.packaged import verified
from tests.text.encoder_weights import WEIGHTS, needs_weights

TEXT = "“We wait,” Bo Ruiz told the Tarn Gazette. Officials say the bridge is safe, according to the Gazette.\n\n" * 8


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(WEIGHTS, tmp_path / "weights")


@needs_weights
def test_an_altered_file_is_refused_by_name(copy):
    with (copy / "pairs.int8.onnx").open("ab") as f:
        f.write(b"\0")
    with pytest.raises(ModelError, match=r"pairs\.int8\.onnx: sha256"):
        load_reader(copy)


@needs_weights
def test_a_missing_file_is_said_with_what_to_do(copy):
    (copy / "words.int8.onnx").unlink()
    with pytest.raises(ModelError, match="install them again"):
        verified(copy, Manifest, "weights")


@needs_weights
def test_a_manifest_that_is_none_is_refused(copy):
    (copy / "manifest.json").write_text("[]")
    with pytest.raises(ModelError, match="can't be read"):
        verified(copy, Manifest, "weights")


@needs_weights
def test_two_readers_read_the_same_to_the_last_digit():
    document = Document(id="d", text=TEXT, origin="d", sha256="")
    first, second = load_reader(WEIGHTS), load_reader(WEIGHTS)
    second.attributions(Document(id="e", text="Another text, said Ana.", origin="e", sha256=""))
    assert first.attributions(document) == second.attributions(document) != ()


@needs_weights
def test_the_files_are_small_enough_for_a_wheel():
    names = json.loads((WEIGHTS / "manifest.json").read_text())["files"]
    assert sum((WEIGHTS / name).stat().st_size for name in names) < 30_000_000
