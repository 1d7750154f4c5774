from collections.abc import Iterator

import pytest

from tests.intake.net.serving import Site, served


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        yield site
