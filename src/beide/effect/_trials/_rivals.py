"""Two habits to hold the engine against: a t-test of before and after, and a broken line."""

import numpy as np
from scipy.special import stdtrit

from beide.effect._arrays import Floats

_LAGS = 4
_UPPER = 0.975


def t_test(series: Floats, *, at: int) -> Floats:
    """Return the sign of a significant difference of means, or 0, ``(series,)``.

    References
    ----------
    B. L. Welch (1947), Biometrika 34, 28-35.
    """
    before, after = series[:, :at], series[:, at:]
    one = before.var(axis=1, ddof=1) / before.shape[1]
    other = after.var(axis=1, ddof=1) / after.shape[1]
    freedom = (one + other) ** 2 / (
        one**2 / (before.shape[1] - 1) + other**2 / (after.shape[1] - 1)
    )
    change = after.mean(axis=1) - before.mean(axis=1)
    return _signs(change, np.sqrt(one + other), freedom)


def segmented(series: Floats, *, at: int) -> Floats:
    """Return the sign of a significant jump between two straight lines, or 0, ``(series,)``.

    With standard errors for autocorrelated weeks (four lags).

    References
    ----------
    W. K. Newey and K. D. West (1987), Econometrica 55, 703-708.
    """
    weeks = series.shape[1]
    time = np.arange(weeks, dtype=np.float64)
    is_after = (time >= at).astype(np.float64)
    design = np.column_stack([np.ones(weeks), time, is_after, is_after * (time - at)])
    bread = np.linalg.inv(design.T @ design)
    found = series @ design @ bread
    scores = (series - found @ design.T)[..., None] * design
    error = np.sqrt(_long_run(scores @ bread[:, 2]) * weeks / (weeks - design.shape[1]))
    return _signs(found[:, 2], error, np.full(len(series), weeks - design.shape[1]))


def _long_run(scores: Floats) -> Floats:
    """Return the variance of the sum of scores, ``(series, weeks)``, with Bartlett's weights."""
    total: Floats = (scores**2).sum(axis=1)
    for lag in range(1, _LAGS + 1):
        total = total + 2 * (1 - lag / (_LAGS + 1)) * (scores[:, lag:] * scores[:, :-lag]).sum(1)
    return np.maximum(total, 0.0)


def _signs(change: Floats, error: Floats, freedom: Floats) -> Floats:
    limit = stdtrit(freedom, _UPPER) * error
    found: Floats = np.sign(change) * (np.abs(change) > limit)
    return found
