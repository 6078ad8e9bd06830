"""The log that the tests of this folder ask."""

import pytest

from beide.log import Log
from tests.unit.discover.logs import orders


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Log:
    """Half a year of orders."""
    return orders(tmp_path_factory.mktemp("orders"))
