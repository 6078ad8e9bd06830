"""How weeks may hang together: a grid of covariances, factored once."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.linalg.lapack import dtrtri

from beide.effect._arrays import Floats

PERSISTENCE = np.linspace(0.0, 0.9, 11)
"""How much of one week's deviation is left the next week."""
DRIFT = np.array([0.0, 0.003, 0.01, 0.03, 0.1])
"""The variance of a wandering level, a week, as a ratio of the variance of a week itself."""
_DRIFT_PRIOR = np.array([0.56, 0.11, 0.11, 0.11, 0.11])
EXCESS = (0.5, 4.0, 32.0)
"""The variance of a week itself, as a ratio of the sampling variance of a typical week."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A cell for each covariance, with everything that does not depend on the outcome.

    Attributes
    ----------
    positions
        The number of weeks since the first one, for each week.
    whiten
        For each cell the inverse of the lower Cholesky factor, ``(cells, weeks, weeks)``. Its
        leading block belongs to the leading weeks, so one factorisation serves every window.
    log_root
        Half the logarithm of the determinant of the first ``m`` weeks, ``(cells, weeks)``.
    log_prior
        The logarithm of each cell's prior weight.
    at_least_one
        Whether the covariances are a lower bound, so that their scale cannot be below 1.
    """

    positions: tuple[int, ...]
    whiten: Floats
    log_root: Floats
    log_prior: Floats
    at_least_one: bool = False


@lru_cache(maxsize=8)
def grid(positions: tuple[int, ...]) -> Grid:
    """Return the cells for weeks at these positions, each as sure as the other."""
    return _factored(positions, _moving(positions), _prior())


def noisy_grid(positions: tuple[int, ...], variance: Floats, *, at_least_one: bool) -> Grid:
    """Return the cells for weeks with sampling variances, known or in proportion.

    The first cell is sampling alone. In the others the weeks also move by themselves, by less or
    more than a typical week's sampling variance.
    """
    typical = float(np.median(variance))
    scaled = variance if at_least_one else variance / typical
    unit = typical if at_least_one else 1.0
    moving = _moving(positions) * unit
    sampling = np.diag(scaled)
    cells = [sampling[None], *(sampling + excess * moving for excess in EXCESS)]
    priors = [np.zeros(1), *(_prior() for _ in EXCESS)]
    prior = np.concatenate(priors)
    return _factored(positions, np.concatenate(cells), prior, at_least_one=at_least_one)


def _moving(positions: tuple[int, ...]) -> Floats:
    """Return persistence plus drift for every cell, ``(cells, weeks, weeks)``."""
    at = np.array(positions, dtype=np.float64) - positions[0]
    apart = np.abs(at[:, None] - at[None, :])
    lasting = PERSISTENCE[:, None, None] ** apart
    wandering = DRIFT[:, None, None] * np.minimum.outer(at, at)
    cells: Floats = lasting[:, None] + wandering[None, :]
    return cells.reshape(-1, len(at), len(at))


def _prior() -> Floats:
    even: Floats = np.tile(np.log(_DRIFT_PRIOR), len(PERSISTENCE)) - np.log(len(PERSISTENCE))
    return even


def _factored(
    positions: tuple[int, ...], cells: Floats, log_prior: Floats, *, at_least_one: bool = False
) -> Grid:
    factor = np.linalg.cholesky(cells)
    diagonal = np.diagonal(factor, axis1=1, axis2=2)
    return Grid(
        positions=positions,
        whiten=np.array([dtrtri(cell.T)[0].T for cell in factor]),
        log_root=np.cumsum(np.log(diagonal), axis=1),
        log_prior=log_prior,
        at_least_one=at_least_one,
    )
