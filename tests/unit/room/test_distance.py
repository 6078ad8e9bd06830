"""The distance between two sets of values is the one of SciPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import wasserstein_distance

from beide.room._distance import distance

values = st.lists(st.floats(-50, 50), min_size=1, max_size=30)


@given(one=values, other=values)
def test_agrees_with_scipy(one: list[float], other: list[float]) -> None:
    found = distance(np.array(one), np.array(other))
    assert found == pytest.approx(wasserstein_distance(one, other), abs=1e-9)


def test_nothing_is_no_distance() -> None:
    assert distance(np.array([]), np.array([1.0])) == 0
