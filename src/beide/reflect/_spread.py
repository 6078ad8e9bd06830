"""Where a team's average lies and how far its people really differ, beyond what each is unsure of.

A moment estimator (DerSimonian and Laird) found spread where there was none: people are asked
until it is clear, and that makes single estimates lie further out than their variances say. What
someone's answers make likely is not touched by when the asking stopped, so that is used instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from beide.reflect._grid import Array

STEP = 0.075
REACH = 3.6
MEANS: Array = np.arange(-16, 17, dtype=np.float64) * 2 * STEP
SPREADS: Array = np.arange(25, dtype=np.float64) * STEP
POINTS: Array = np.arange(-REACH, REACH + STEP / 2, STEP)
# People who share a tension differ less than people picked from everywhere (1).
USUAL = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """How likely each mean and each spread of a team is on one dimension, (means, spreads)."""

    weights: Array

    @property
    def means(self) -> Array:
        """The probability of each of ``MEANS``."""
        found: Array = self.weights.sum(axis=1)
        return found

    @property
    def spreads(self) -> Array:
        """The probability of each of ``SPREADS``."""
        found: Array = self.weights.sum(axis=0)
        return found

    def above(self, border: float) -> float:
        """Return the probability that the mean lies above a border."""
        shares = np.clip((MEANS - border) / (2 * STEP) + 0.5, 0, 1)
        return float(self.means @ shares)


def likelihoods(evidence: Array, nodes: Array) -> Array:
    """Return how well each mean and spread explains each person's answers, as a logarithm.

    Parameters
    ----------
    evidence
        How well each node fits the answers of each person, (n, nodes).
    nodes
        Where the nodes are.

    Returns
    -------
    Array
        Shape (n, means, spreads).
    """
    right = np.clip(np.searchsorted(nodes, POINTS), 1, len(nodes) - 1)
    share = np.clip((POINTS - nodes[right - 1]) / (nodes[right] - nodes[right - 1]), 0, 1)
    logged = np.log(evidence)
    fine = np.exp(logged[:, right - 1] * (1 - share) + logged[:, right] * share)
    found: Array = np.log(fine @ normals().T).reshape(len(evidence), len(MEANS), len(SPREADS))
    return found


def team_spread(found: Array, attention: Array) -> Spread:
    """Return what likelihoods (n, means, spreads) say together; attention (n) weighs people.

    Before any answer the mean is as likely anywhere as one person's place is, and a small spread
    is likelier than a wide one.

    References
    ----------
    A. Gelman (2006), Prior distributions for variance parameters in hierarchical models. Bayesian
    Analysis 1, 515-534.
    """
    before = -(MEANS[:, None] ** 2) / 2 - (SPREADS[None, :] / USUAL) ** 2 / 2
    together = before + np.tensordot(attention, found, axes=1)
    weights = np.exp(together - together.max())
    return Spread(weights / weights.sum())


def quantile(values: Array, weights: Array, levels: Sequence[float]) -> tuple[float, ...]:
    """Return quantiles of values that have weights."""
    order = values.argsort()
    reached = weights[order].cumsum()
    places = np.minimum(np.searchsorted(reached, np.array(levels) * reached[-1]), len(values) - 1)
    return tuple(float(value) for value in values[order][places])


@lru_cache(maxsize=1)
def normals() -> Array:
    """Return normal distributions over ``POINTS``, (means times spreads, points)."""
    # A spread of nothing is everyone at the one nearest point.
    wide = np.maximum(SPREADS, STEP / 10)
    apart = (POINTS[None, None] - MEANS[:, None, None]) / wide[None, :, None]
    shapes = np.exp(-(apart**2) / 2).reshape(-1, len(POINTS))
    found: Array = shapes / shapes.sum(axis=1, keepdims=True)
    return found
