"""How one person's view shifted between two times, no surer than the answers allow."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from beide.errors import WrongOption
from beide.reflect._grid import Array
from beide.reflect._model import Dimension
from beide.reflect._posterior import Posterior
from beide.reflect._response import DIMENSIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShift:
    """How far someone moved on one dimension, in standard deviations of the population.

    ``mean`` above 0 is towards change, ``sd`` how unsure that is, and ``more`` the probability
    that this person now stands further towards change than before.
    """

    mean: float
    sd: float
    more: float


def person_shift(before: Posterior, after: Posterior) -> Mapping[Dimension, PersonShift]:
    """Return how one person's view shifted between two times.

    Both times are taken as independent. They are about one person, so that the truth is a little
    surer than this.

    Parameters
    ----------
    before, after
        Where the person stood, as the cloud of a verdict or from ``posterior``, under the same
        rules.

    Returns
    -------
    Mapping of Dimension to PersonShift

    Raises
    ------
    WrongOption
        When the two clouds lie on different grids, because their rules differ.
    """
    if before.grid is not after.grid and not np.array_equal(before.grid.nodes, after.grid.nodes):
        raise WrongOption(
            option="after",
            expected_nl="een wolk op hetzelfde rooster als 'before', met dezelfde regels gemaakt",
            expected_en="a cloud on the same grid as 'before', made with the same rules",
            value=f"{len(after.grid.nodes)} by {len(after.grid.nodes)}",
        )
    nodes = before.grid.nodes
    found = {
        each: _moved(before.weights.sum(axis=1 - d), after.weights.sum(axis=1 - d), nodes)
        for d, each in enumerate(DIMENSIONS)
    }
    return MappingProxyType(found)


def _moved(
    before: Array,
    after: Array,
    nodes: Array,
) -> PersonShift:
    means = [float(masses @ nodes) for masses in (before, after)]
    variances = [
        float(masses @ (nodes - mean) ** 2)
        for masses, mean in zip((before, after), means, strict=True)
    ]
    # In the same square, either may be the higher one.
    below = before.cumsum() - before / 2
    return PersonShift(
        mean=means[1] - means[0],
        sd=float(np.sqrt(sum(variances))),
        more=float(np.clip(after @ below, 0, 1)),
    )
