"""The same answers the long way: dense covariances and numerical integration."""

import numpy as np
from scipy.stats import multivariate_normal

from beide.effect._arrays import Floats

_SCALES = 2001


def design(positions: Floats, at: int, growth: float) -> Floats:
    """Return a level and a step that grows over some weeks, week by week, ``(weeks, 2)``."""
    found = np.ones((len(positions), 2))
    for week, position in enumerate(positions):
        since = position - positions[at] + 1
        found[week, 1] = 0.0 if week < at else min(1.0, since / growth)
    found[:, 1] /= found[-1, 1]
    return found


def covariance(positions: Floats, persistence: float, drift: float) -> Floats:
    """Return what one cell of the grid says, entry by entry."""
    count = len(positions)
    found = np.empty((count, count))
    for one in range(count):
        for other in range(count):
            early = min(positions[one], positions[other]) - positions[0]
            apart = abs(positions[one] - positions[other])
            found[one, other] = persistence**apart + drift * early
    return found


def integrated(
    series: Floats, cells: list[Floats], designs: list[Floats], *, least: float | None = None
) -> tuple[Floats, Floats, Floats, Floats]:
    """Return the weight, the mean and variance of the step, and P(step < 0), for each cell.

    All cells come with the first design, then all with the next. The scale is summed over a fine
    grid, with weight one over itself. ``least`` is the smallest scale, if there is one.
    """
    spread = float(series.var()) + 1e-3
    low = 1e-4 * spread if least is None else least
    scales = np.exp(np.linspace(np.log(low), np.log(max(1e4 * spread, 1e4)), _SCALES))
    told = [_cell(series, cell, x, scales) for x in designs for cell in cells]
    highest = max(log.max() for log, *_ in told)
    weights, means, variances, below = [], [], [], []
    for log, mean, variance, chance in told:
        share = np.exp(log - highest)
        share[[0, -1]] /= 2
        total = share.sum()
        weights.append(total)
        means.append(mean)
        variances.append(float(share @ variance / total))
        below.append(float(share @ chance / total))
    sums = np.array(weights)
    return sums / sums.sum(), np.array(means), np.array(variances), np.array(below)


def _cell(
    series: Floats, cell: Floats, x: Floats, scales: Floats
) -> tuple[Floats, float, Floats, Floats]:
    from scipy.special import ndtr

    inverse = np.linalg.inv(cell)
    information = x.T @ inverse @ x
    found = np.linalg.solve(information, x.T @ inverse @ series)
    variance = np.linalg.inv(information)[1, 1] * scales
    left = series - x @ found
    # the likelihood at the best level and step, times the volume of their normal posterior
    best = multivariate_normal(np.zeros(len(series)), cell).logpdf(left)
    size = left @ inverse @ left
    count = len(series)
    log = best + size / 2 - size / 2 / scales - (count - 2) / 2 * np.log(scales)
    log = log - np.linalg.slogdet(information)[1] / 2
    return log, float(found[1]), variance, ndtr(-found[1] / np.sqrt(variance))
