"""The plane on which people stand, as a grid of small squares.

Rows are the configuration, columns the paradigm. The edges of the squares fall on 0 and on the
border of "just next to it"; without that, probabilities come out a few points wrong.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray

from beide.change import Form

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

REACH = 3.6
WIDTH = 0.3

# A form is found at 2 * (configuration changes) + (paradigm shifts).
FORMS: tuple[Form, ...] = tuple(
    Form.of(configuration_changes=changes, paradigm_shifts=shifts)
    for changes in (False, True)
    for shifts in (False, True)
)


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Where the squares are, and how likely each is before anything is answered.

    ``edges`` holds n + 1 positions, ``nodes`` the n middles, ``prior`` is n by n and sums to 1.
    ``near`` says for each side (stays, changes) which middles lie on it or just next to it.
    """

    edges: Array
    nodes: Array
    prior: Array
    near: Array

    @property
    def half(self) -> int:
        """How many squares lie on one side of 0."""
        return len(self.nodes) // 2


@lru_cache(maxsize=16)
def grid(near: float, correlation: float) -> Grid:
    """Return the grid on which ``near`` is an edge; 24 by 24 when it is 0.3.

    Parameters
    ----------
    near
        How far "just next to it" reaches, in standard deviations.
    correlation
        Of the two-dimensional normal distribution that holds before any answer.

    Returns
    -------
    Grid
        Shared; do not write in its arrays.
    """
    cells = max(1, round(near / WIDTH))
    half = ceil(round(REACH * cells / near, 6))
    edges: Array = np.arange(-half, half + 1, dtype=np.float64) * (near / cells)
    nodes = (edges[:-1] + edges[1:]) / 2
    sides = np.array([nodes < near, nodes > -near], dtype=np.float64)
    return Grid(edges=edges, nodes=nodes, prior=_normal(nodes, correlation), near=sides)


def _normal(nodes: Array, correlation: float) -> Array:
    one, other = nodes[:, None], nodes[None, :]
    squared = one**2 - 2 * correlation * one * other + other**2
    density = np.exp(-squared / (2 * (1 - correlation**2)))
    weights: Array = density / density.sum()
    return weights
