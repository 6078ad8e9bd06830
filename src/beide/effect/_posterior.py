"""A step in a series whose weeks hang together, integrated over the grid.

In each cell the outcome is a level, plus a step from one week on, at once or growing, plus noise
with that cell's covariance times an unknown scale. With flat priors on level and step, and one over
the scale on the scale, the step is Student's t in closed form and so is the cell's marginal
likelihood.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.special import gammainc, gammaln, hyp1f1

from beide.effect._arrays import Floats
from beide.effect._grid import Grid
from beide.effect._mixture import Mixture

GROWTHS = ((1.0, 0.9), (6.0, 0.05), (12.0, 0.05))
"""Over how many weeks a step may grow, and how likely each is beforehand."""
_NOTHING = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Whitened:
    """Series seen through each cell's covariance.

    ``series`` is ``(series, cells, weeks)`` and ``level`` is ``(cells, weeks)``.
    """

    grid: Grid
    series: Floats
    level: Floats


def whitened(grid: Grid, series: Floats) -> Whitened:
    """Return one or more series, ``(series, weeks)``, through every cell of a grid."""
    seen = np.matmul(grid.whiten, series.T).transpose(2, 0, 1)
    return Whitened(grid, seen, grid.whiten.sum(axis=2))


def step(seen: Whitened, *, at: int, until: int | None = None, is_gradual: bool = True) -> Mixture:
    """Return what is known of a step, from the weeks before ``until``.

    Parameters
    ----------
    seen
        Series through a grid.
    at
        The first week of the step; at least one week comes before it.
    until
        How many weeks to use; default all.
    is_gradual
        Whether the step may have grown over some weeks; then it is what it had grown to in the
        last week.
    """
    weeks = seen.level.shape[1] if until is None else until
    since = np.array(seen.grid.positions[at:weeks]) - seen.grid.positions[at] + 1.0
    growths = GROWTHS if is_gradual else GROWTHS[:1]
    fits = [_fit(seen, at, weeks, _grown(since, growth)) for growth, _ in growths]
    priors = [np.log(prior) for _, prior in growths]
    log_weights = [fit.log_weights + prior for fit, prior in zip(fits, priors, strict=True)]
    return Mixture(
        weights=_shares(np.concatenate(log_weights, axis=1)),
        means=np.concatenate([fit.means for fit in fits], axis=1),
        scales=np.concatenate([fit.scales for fit in fits], axis=1),
        freedom=weeks - 2.0,
    )


class _Fit(NamedTuple):
    """The closed form of every cell, ``(series, cells)``."""

    log_weights: Floats
    means: Floats
    scales: Floats


def _grown(since: Floats, growth: float) -> Floats:
    """Return how much of the step is there after so many weeks; in the last one it is all."""
    part = np.minimum(since / growth, 1.0)
    whole: Floats = part / part[-1]
    return whole


def _fit(seen: Whitened, at: int, weeks: int, grown: Floats) -> _Fit:
    series, level = seen.series[:, :, :weeks], seen.level[:, :weeks]
    rise = seen.grid.whiten[:, :weeks, at:weeks] @ grown
    level2, both, rise2 = (level**2).sum(1), (level * rise).sum(1), (rise**2).sum(1)
    determinant = level2 * rise2 - both**2
    on_level, on_rise = (series * level).sum(2), (series * rise).sum(2)
    means = (level2 * on_rise - both * on_level) / determinant
    base = (rise2 * on_level - both * on_rise) / determinant
    left = np.maximum((series**2).sum(2) - base * on_level - means * on_rise, _NOTHING)
    log_scale, variance = _scale(left, weeks - 2.0, at_least_one=seen.grid.at_least_one)
    flat = seen.grid.log_prior - seen.grid.log_root[:, weeks - 1] - 0.5 * np.log(determinant)
    return _Fit(flat + log_scale, means, np.sqrt(variance * level2 / determinant))


def _shares(log_weights: Floats) -> Floats:
    weights = np.exp(log_weights - log_weights.max(axis=1, keepdims=True))
    shares: Floats = weights / weights.sum(axis=1, keepdims=True)
    return shares


def _scale(left: Floats, freedom: float, *, at_least_one: bool) -> tuple[Floats, Floats]:
    """Return the log marginal likelihood of what is left, and the squared scale of the t.

    Where the scale cannot be below 1 its posterior is cut off there. The likelihood stays exact;
    the t gets the variance of the exact distribution.
    """
    half = freedom / 2
    if not at_least_one:
        return -half * np.log(left), left / freedom
    rest = left / 2
    whole, less = _log_lower(half, rest), _log_lower(half - 1, rest)
    expected = rest / (half - 1) * np.exp(less - whole)
    return whole - half * np.log(rest), expected * (freedom - 2) / freedom


def _log_lower(shape: float, value: Floats) -> Floats:
    """Return the logarithm of the regularised lower incomplete gamma, also where it is tiny."""
    small = np.minimum(value, shape)
    series = np.log(hyp1f1(1.0, shape + 1.0, small)) - small - gammaln(shape + 1.0)
    found: Floats = np.where(
        value < shape,
        series + shape * np.log(small),
        np.log(gammainc(shape, np.maximum(value, shape))),
    )
    return found
