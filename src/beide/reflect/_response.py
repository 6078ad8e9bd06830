"""How likely each answer is, for someone at a known position."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from beide.reflect._grid import Array, Grid, Whole, grid
from beide.reflect._model import POINTS, Bank, Dimension, Rules, Statement

DIMENSIONS = tuple(Dimension)


def graded(a: float, b: Array, positions: Array) -> Array:
    """Return the probability of each of five answers towards change.

    Parameters
    ----------
    a
        How sharply the statement tells people apart, above 0.
    b
        Four rising thresholds.
    positions
        Where people stand, any shape.

    Returns
    -------
    Array
        The shape of ``positions`` after a first axis of five; sums to 1 along it.

    References
    ----------
    F. Samejima (1969), Estimation of latent ability using a response pattern of graded scores.
    Psychometrika Monograph Supplement 17.
    """
    b = np.asarray(b, dtype=np.float64)
    steps = b.reshape(-1, *[1] * np.ndim(positions))
    at_least = 1 / (1 + np.exp(-a * (positions - steps)))
    ends = np.ones((1, *np.shape(positions)))
    return -np.diff(np.concatenate([ends, at_least, 0 * ends]), axis=0)


def answer_chances(statement: Statement, positions: Array, careless: float) -> Array:
    """Return the probability of the answers 1 to 5, some of them given at random.

    A reversed statement is answered the other way round, so its five answers are turned.
    """
    chances = graded(statement.parameters.a, np.array(statement.parameters.b), positions)
    if statement.reversed:
        chances = chances[::-1]
    robust: Array = (1 - careless) * chances + careless / POINTS
    return robust


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """A bank worked out on a grid.

    ``chances`` is statements by answers by nodes; ``dimension``, ``key`` (+1 when agreeing means
    change, -1 when reversed) and ``anchor`` have a value for each statement; ``members`` lists the
    statements of each dimension.
    """

    grid: Grid
    chances: Array
    dimension: Whole
    key: Whole
    anchor: Array
    members: tuple[Whole, Whole]


def tables(bank: Bank, rules: Rules, *, careless: float | None = None) -> Tables:
    """Return a bank worked out under these rules; worked out once and shared."""
    share = rules.careless if careless is None else careless
    return _tables(bank, rules.near, rules.correlation, share)


@lru_cache(maxsize=16)
def _tables(bank: Bank, near: float, correlation: float, careless: float) -> Tables:
    on = grid(near, correlation)
    each = bank.statements
    dimension = np.array([DIMENSIONS.index(statement.dimension) for statement in each])
    return Tables(
        grid=on,
        chances=np.array([answer_chances(one, on.nodes, careless) for one in each]),
        dimension=dimension,
        key=np.array([-1 if statement.reversed else 1 for statement in each]),
        anchor=np.array([statement.anchor for statement in each], dtype=np.float64),
        members=(np.flatnonzero(dimension == 0), np.flatnonzero(dimension == 1)),
    )
