"""The engines that must answer alike. Spark is started once for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beide import engine as engines
from beide.engine import Engine, temporary


@pytest.fixture(scope="session")
def spark() -> Iterator[Engine]:
    made = engines.spark("local[2]")
    yield made
    made.close()


@pytest.fixture(params=["duckdb", "spark"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "spark":
        yield request.getfixturevalue("spark")
        return
    with temporary(tmp_path) as made:
        yield made
