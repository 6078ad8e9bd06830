"""Weighted t distributions."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from beide.effect._mixture import Mixture

BELIEF = Mixture(
    weights=np.array([[0.2, 0.8], [1.0, 0.0]]),
    means=np.array([[-1.0, 2.0], [0.5, 9.0]]),
    scales=np.array([[0.3, 1.1], [2.0, 0.1]]),
    freedom=9.0,
)


def test_below_is_the_weighted_sum() -> None:
    wanted = 0.2 * t.cdf((0.4 + 1) / 0.3, 9) + 0.8 * t.cdf((0.4 - 2) / 1.1, 9)
    np.testing.assert_allclose(BELIEF.below(0.4)[0], wanted)


@given(chance=st.floats(0.001, 0.999))
def test_quantiles_undo_below(chance: float) -> None:
    found = BELIEF.quantiles(chance)
    assert found.shape == (1, 2)
    np.testing.assert_allclose(BELIEF.below(found[0]), chance, atol=1e-7)


def test_one_sure_cell_is_one_t() -> None:
    low, high = BELIEF.quantiles(0.025, 0.975)
    wanted = t.ppf([0.025, 0.975], 9, loc=0.5, scale=2.0)
    np.testing.assert_allclose([low[1], high[1]], wanted, atol=1e-7)


def test_mean_and_spread_agree_with_draws() -> None:
    rng = np.random.default_rng(0)
    which = rng.random(400_000) < 0.2
    draws = np.where(which, -1.0, 2.0) + np.where(which, 0.3, 1.1) * rng.standard_t(9, 400_000)
    np.testing.assert_allclose(BELIEF.mean[0], draws.mean(), atol=0.01)
    np.testing.assert_allclose(BELIEF.sd[0], draws.std(), atol=0.01)


@given(
    st.lists(
        st.tuples(st.floats(0.01, 1), st.floats(-50, 50), st.floats(0.01, 20)),
        min_size=1,
        max_size=6,
    ),
    st.floats(2.5, 120),
)
def test_quantiles_undo_below_whatever_the_cells(
    cells: list[tuple[float, float, float]], freedom: float
) -> None:
    weights, means, scales = (np.array([row]) for row in zip(*cells, strict=True))
    belief = Mixture(weights / weights.sum(), means, scales, freedom)
    found = belief.quantiles(0.025, 0.5, 0.975)[:, 0]
    # Between two cells that lie far apart nothing is likely, and any value there is as good.
    for value, chance in zip(found, (0.025, 0.5, 0.975), strict=True):
        np.testing.assert_allclose(belief.below(value)[0], chance, atol=1e-6)
