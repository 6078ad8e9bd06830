"""The grid: covariances entry by entry, priors that add up, windows that share a factor."""

import numpy as np
import pytest

from beide.effect._grid import DRIFT, EXCESS, PERSISTENCE, grid, noisy_grid
from beide.effect._posterior import step, whitened
from tests.unit.effect import reference
from tests.unit.effect.data import noise

POSITIONS = (0, 1, 2, 4, 5, 9, 10, 11)


def test_cells_are_persistence_by_drift() -> None:
    cells = grid(POSITIONS)
    assert len(cells.whiten) == len(PERSISTENCE) * len(DRIFT) == 55
    factor = np.linalg.inv(cells.whiten[17])
    lasts, drift = PERSISTENCE[17 // 5], DRIFT[17 % 5]
    wanted = reference.covariance(np.array(POSITIONS, dtype=float), lasts, drift)
    np.testing.assert_allclose(factor @ factor.T, wanted, atol=1e-9)
    assert cells.log_root[17, -1] == pytest.approx(np.linalg.slogdet(wanted)[1] / 2)


def test_prior_adds_up_to_one() -> None:
    assert np.exp(grid(POSITIONS).log_prior).sum() == pytest.approx(1.0)


def test_sampling_alone_is_as_likely_as_each_excess() -> None:
    cells = noisy_grid(POSITIONS, np.full(8, 0.3), at_least_one=True)
    prior = np.exp(cells.log_prior)
    assert len(prior) == 1 + 55 * len(EXCESS)
    assert prior[0] == pytest.approx(1.0)
    assert prior[1:56].sum() == pytest.approx(1.0)
    np.testing.assert_allclose(cells.whiten[0], np.eye(8) / np.sqrt(0.3))


def test_only_proportions_matter_where_the_variance_is_not_known() -> None:
    variance = np.linspace(0.5, 2.0, 8)
    one = noisy_grid(POSITIONS, variance, at_least_one=False)
    other = noisy_grid(POSITIONS, 7 * variance, at_least_one=False)
    np.testing.assert_allclose(one.whiten, other.whiten)


def test_a_window_of_long_series_is_a_short_series() -> None:
    series = noise(40, seed=3)[None]
    window = step(whitened(grid(tuple(range(40))), series), at=15, until=25)
    alone = step(whitened(grid(tuple(range(25))), series[:, :25]), at=15)
    np.testing.assert_allclose(window.weights, alone.weights, atol=1e-12)
    np.testing.assert_allclose(window.scales, alone.scales)


def test_many_series_at_once_are_each_alone() -> None:
    series = np.array([noise(30, seed=seed) for seed in range(3)])
    cells = grid(tuple(range(30)))
    together = step(whitened(cells, series), at=20)
    for row, one in enumerate(series):
        alone = step(whitened(cells, one[None]), at=20)
        np.testing.assert_allclose(together.mean[row], alone.mean[0])
        np.testing.assert_allclose(together.sd[row], alone.sd[0])
