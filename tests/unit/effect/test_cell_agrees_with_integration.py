"""The closed form of every cell agrees with dense matrices and numerical integration."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.effect._arrays import Floats
from beide.effect._grid import DRIFT, PERSISTENCE, grid, noisy_grid
from beide.effect._mixture import Mixture
from beide.effect._posterior import GROWTHS, step, whitened
from tests.unit.effect import reference

SIZES = st.integers(14, 26)
SEEDS = st.integers(0, 2**32 - 1)


def cells_of(positions: tuple[int, ...]) -> list[Floats]:
    at = np.array(positions, dtype=np.float64)
    return [
        reference.covariance(at, float(lasts), float(drift))
        for lasts in PERSISTENCE
        for drift in DRIFT
    ]


def drawn(seed: int, size: int) -> tuple[Floats, int, tuple[int, ...]]:
    """Return a series, the first week of the step, and weeks with gaps."""
    rng = np.random.default_rng(seed)
    gaps = rng.choice([1, 1, 1, 2, 5], size - 1)
    positions = (0, *(int(place) for place in np.cumsum(gaps)))
    return rng.normal(1.0, 0.3, size), int(rng.integers(4, size - 2)), positions


def designs(at: int, positions: tuple[int, ...]) -> list[Floats]:
    places = np.array(positions, dtype=np.float64)
    return [reference.design(places, at, growth) for growth, _ in GROWTHS]


def weighted(prior: Floats, evidence: Floats) -> Floats:
    """Return weights of evidence times prior, of the growth and of the cell."""
    growth = np.repeat([chance for _, chance in GROWTHS], len(prior))
    weights = growth * np.tile(np.exp(prior), len(GROWTHS)) * evidence
    found: Floats = weights / weights.sum()
    return found


@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, size=SIZES)
def test_unknown_scale(seed: int, size: int) -> None:
    series, at, positions = drawn(seed, size)
    cells = grid(positions)
    belief = step(whitened(cells, series[None]), at=at)
    weights, means, variances, below = reference.integrated(
        series, cells_of(positions), designs(at, positions)
    )
    np.testing.assert_allclose(belief.weights[0], weighted(cells.log_prior, weights), atol=2e-4)
    np.testing.assert_allclose(belief.means[0], means, rtol=1e-6, atol=1e-9)
    own = belief.scales[0] ** 2 * belief.freedom / (belief.freedom - 2)
    np.testing.assert_allclose(own, variances, rtol=5e-3)
    np.testing.assert_allclose(below_each(belief), below, atol=2e-3)


@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, size=SIZES, noise=st.sampled_from([0.01, 0.09, 0.5]))
def test_known_sampling_variance(seed: int, size: int, noise: float) -> None:
    """Below, at and above what the weeks vary: the weights and variances stay exact."""
    series, at, positions = drawn(seed, size)
    variance = noise * np.random.default_rng(seed).uniform(0.5, 2.0, size)
    cells = noisy_grid(positions, variance, at_least_one=True)
    belief = step(whitened(cells, series[None]), at=at)
    factors = np.linalg.inv(cells.whiten)
    dense = list(factors @ factors.transpose(0, 2, 1))
    weights, means, variances, below = reference.integrated(
        series, dense, designs(at, positions), least=1.0
    )
    np.testing.assert_allclose(belief.weights[0], weighted(cells.log_prior, weights), atol=2e-3)
    np.testing.assert_allclose(belief.means[0], means, rtol=1e-6, atol=1e-9)
    own = belief.scales[0] ** 2 * belief.freedom / (belief.freedom - 2)
    np.testing.assert_allclose(own, variances, rtol=2e-2)
    np.testing.assert_allclose(below_each(belief), below, atol=0.02)


def below_each(belief: Mixture) -> Floats:
    """Return the probability of a negative step in each cell."""
    each = [
        Mixture(np.ones((1, 1)), belief.means[:, [c]], belief.scales[:, [c]], belief.freedom)
        for c in range(belief.means.shape[1])
    ]
    return np.array([float(one.below(0.0)[0]) for one in each])
