from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.http.app import application
from sayso.ledger import Ledger
from sayso.model import Problem
from tests.show import made


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("http") / "veld.sayso"
    with Ledger(path) as writer:
        writer.write(*made.sample(), reader="hand/1")
        for day in range(60):
            writer.write(
                made.document(
                    f"Tide table {day}: high water at noon.", outlet="Tide Office", published=f"2030-03-{day % 28 + 1:02}"
                ),
                (),
            )
        writer.problem(Problem(origin="<b>.pdf", why="not <i>text</i>", next="convert it"))
    return path


@pytest.fixture(scope="module")
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(application(ledger), base_url="http://127.0.0.1:8765", follow_redirects=False) as made_client:
        yield made_client
