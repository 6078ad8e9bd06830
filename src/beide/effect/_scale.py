"""The scale on which a step in an outcome is estimated, and the way back.

Amounts are estimated as logarithms and ratings as they are. Shares are estimated as log odds,
straightened around the share before and the share after the start: unlike the logarithm of a
week's own odds this has no bias in weeks with few cases, and a week with all or none kept is no
special case.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit

from beide.effect._arrays import Floats
from beide.effect._grid import Grid, grid, noisy_grid
from beide.effect._series import Kind, Series


@dataclass(frozen=True, slots=True, eq=False)
class Scaled:
    """An outcome on the scale of estimation.

    Attributes
    ----------
    values
        ``(weeks,)``.
    variance
        The sampling variance of each week, ``(weeks,)``, known or only in proportion.
    is_known
        Whether the variance is known, so that the noise cannot be less.
    """

    values: Floats
    variance: Floats | None
    is_known: bool


def scaled(series: Series, *, at: int, as_before: bool = False) -> Scaled:
    """Return a series on its scale of estimation.

    Parameters
    ----------
    series
        The outcome by week.
    at
        The first week of the step.
    as_before
        Take the share before as that of all weeks, so that nothing depends on the weeks after.
    """
    if series.kind is Kind.SHARE:
        return _straightened(series, at, as_before=as_before)
    values = np.log(series.values) if series.kind is Kind.AMOUNT else series.values
    if series.cases is None:
        return Scaled(values, None, is_known=False)
    if series.spread is None:
        return Scaled(values, 1.0 / series.cases, is_known=False)
    return Scaled(values, series.spread**2 / series.cases, is_known=True)


def _straightened(series: Series, at: int, *, as_before: bool) -> Scaled:
    cases = np.ones(len(series.values)) if series.cases is None else series.cases
    values, variance = np.empty(len(cases)), np.empty(len(cases))
    for side in (slice(0, at), slice(at, None)):
        like = slice(0, at) if as_before else side
        share = usual_share(series.values[like], cases[like])
        room = share * (1 - share)
        values[side] = logit(share) + (series.values[side] - share) / room
        variance[side] = 1.0 / (cases[side] * room)
    return Scaled(values, variance, is_known=True)


def usual_share(values: Floats, cases: Floats) -> float:
    """Return the share over all weeks together, kept just off 0 and 1."""
    return float((values @ cases + 0.5) / (cases.sum() + 1.0))


def grid_for(series: Series, seen: Scaled) -> Grid:
    """Return the cells that fit a series."""
    if seen.variance is None:
        return grid(series.positions)
    return noisy_grid(series.positions, seen.variance, at_least_one=seen.is_known)


def change(kind: Kind, level: float, step: float) -> float:
    """Return a step as people count it: a ratio for amounts, else in the outcome's own unit.

    Parameters
    ----------
    kind
        What sort of outcome it is.
    level
        The outcome before the step, in its own unit.
    step
        The step, on the scale of estimation.
    """
    if kind is Kind.AMOUNT:
        return float(np.expm1(step))
    if kind is Kind.SHARE:
        return float(expit(logit(level) + step)) - level
    return step


def after(kind: Kind, level: float, change: float) -> float:
    """Return the level after a change as people count it, in the outcome's own unit."""
    return level * (1 + change) if kind is Kind.AMOUNT else level + change


def usual(series: Series) -> float:
    """Return the level of a series in its own unit."""
    if series.kind is Kind.AMOUNT:
        return float(np.exp(np.log(series.values).mean()))
    cases = np.ones(len(series.values)) if series.cases is None else series.cases
    if series.kind is Kind.SHARE:
        return usual_share(series.values, cases)
    return float((series.values @ cases) / cases.sum())
