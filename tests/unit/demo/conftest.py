"""Generated once for all tests that only look at it."""

import pytest

from beide.demo._generate import generate
from beide.demo.data import DemoData
from tests.unit.demo.measure import Waits, waits


@pytest.fixture(scope="session")
def data() -> DemoData:
    return generate()


@pytest.fixture(scope="session")
def worlds(data: DemoData) -> tuple[DemoData, ...]:
    """The demo data, and the same truths drawn five more times."""
    return (data, *(generate(seed=seed) for seed in range(5)))


@pytest.fixture(scope="session")
def waited(worlds: tuple[DemoData, ...]) -> tuple[tuple[DemoData, Waits], ...]:
    """Every world with the waits measured in it."""
    return tuple((world, waits(world)) for world in worlds)
