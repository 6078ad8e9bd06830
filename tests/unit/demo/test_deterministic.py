"""The same seed gives the same data; another seed gives other data."""

import numpy as np

from beide.demo._generate import generate
from beide.demo.data import DemoData


def same(one: DemoData, other: DemoData) -> bool:
    return (
        np.array_equal(one.events.complete, other.events.complete)
        and np.array_equal(one.events.role, other.events.role)
        and np.array_equal(one.orders.rating, other.orders.rating)
        and one.orders.number == other.orders.number
    )


def test_the_same_seed_gives_the_same_data(data: DemoData) -> None:
    assert same(data, generate(seed=data.truths.seed))


def test_another_seed_gives_other_data(data: DemoData) -> None:
    assert not same(data, generate(seed=data.truths.seed + 1))


def test_no_global_randomness_is_used(data: DemoData) -> None:
    np.random.seed(1)  # noqa: NPY002
    assert same(data, generate())
    after = np.random.random()  # noqa: NPY002
    np.random.seed(1)  # noqa: NPY002
    assert after == np.random.random()  # noqa: NPY002
