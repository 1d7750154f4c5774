"""What a wheel holds: the package with its data, and nothing of the workshop."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sayso import samples
from tests import tree


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=tree.PROJECT, check=True, capture_output=True)
    (wheel,) = out.glob("sayso-*.whl")
    return zipfile.ZipFile(wheel).namelist()


def test_it_holds_every_module_and_data_file(inside: list[str]) -> None:
    source = tree.PROJECT / "src"
    ours = {file.relative_to(source).as_posix() for file in tree.files() if source in file.parents}
    assert ours - set(inside) == set()
    assert {f"sayso/samples/articles/{name}.jsonl" for name in samples.names()} <= set(inside)
    assert "sayso/py.typed" in inside


def test_it_holds_nothing_of_the_workshop(inside: list[str]) -> None:
    assert {Path(name).parts[0] for name in inside} - {"sayso"} == {name.split("/")[0] for name in inside if ".dist-info" in name}
