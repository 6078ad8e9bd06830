"""How large work is, where a log does not quite tell: by trying it in the simulation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from beide.room._arrays import Floats
from beide.room._control import Cancel, stop_when
from beide.room._distance import distance
from beide.room._fit import Fit
from beide.room._network import Network
from beide.room._run import traced, world_of
from beide.room._ways import servers
from beide.room._weeks import as_it_was, weeks_of

_TRIED = (0.64, 0.8, 0.9, 1.0, 1.1, 1.25, 1.56)
_FINE = (0.94, 0.96, 0.98, 1.0, 1.02, 1.04, 1.06)
_ROUNDS = 2
_APART = 1.2
"""Scales that differ by less than this say about the same."""
_AS_WELL = 1.1
"""A distance up to this much larger fits as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaled:
    """A fit whose work has the size that fits best.

    Attributes
    ----------
    fit
        The fit, with its work made larger or smaller.
    scales
        What the work of each role was multiplied with, ``(roles,)``.
    undecided
        The roles for which a clearly different size fits as well.
    """

    fit: Fit
    scales: Floats
    undecided: tuple[int, ...]


def scaled(found: Fit, *, cancel: Cancel | None = None) -> Scaled:
    """Fit the size of work, with the same real weeks simulated for each size.

    Inferred work may be much smaller or larger than it seems. Work of which the start is known may
    be a little larger: it lies unfinished while someone is away, and counts as work meanwhile.
    Raises ``Cancelled`` when ``cancel`` says so; it is asked before each size.
    """

    def tried_at(scale: float, of: Sequence[int]) -> Floats:
        stop_when(cancel)
        return _distances(found, _times(factor, of, scale))

    roles = [role for role in range(len(found.network.roles)) if role not in found.outside]
    factor = np.ones(len(found.network.roles))
    undecided: tuple[int, ...] = ()
    if found.inferred:
        tried = {scale: tried_at(scale, found.inferred) for scale in _TRIED}
        for role in found.inferred:
            factor[role] = min(_TRIED, key=lambda scale: tried[scale][role])
        undecided = tuple(role for role in found.inferred if _is_open(tried, role, factor[role]))
    for _ in range(_ROUNDS):
        tried = {scale: tried_at(scale, roles) for scale in _FINE}
        for role in roles:
            factor[role] *= min(_FINE, key=lambda scale: tried[scale][role])
    fitted = replace(found, network=with_work(found.network, factor))
    return Scaled(fit=fitted, scales=factor, undecided=undecided)


def _times(factor: Floats, roles: Sequence[int], scale: float) -> Floats:
    found = factor.copy()
    found[list(roles)] *= scale
    return found


def with_work(network: Network, factor: Floats) -> Network:
    """Return the network with the work of each role multiplied, ``(roles,)``."""
    return replace(network, work=network.work * np.append(factor, 1.0)[network.role])


def _is_open(tried: Mapping[float, Floats], role: int, best: float) -> bool:
    enough = tried[best][role] * _AS_WELL
    apart = [scale for scale in _TRIED if not 1 / _APART < scale / best < _APART]
    return any(tried[scale][role] <= enough for scale in apart)


def _distances(found: Fit, factor: Floats) -> Floats:
    """Return for each role how far simulated times at it are from the real ones, ``(roles,)``."""
    network = with_work(found.network, factor)
    weeks = weeks_of(network)
    _, visits = traced(network, world_of(network, servers(network.people)), as_it_was(weeks))
    distances = np.zeros(len(network.roles))
    for role, duty in enumerate(found.duties):
        mine = visits.role == role
        if mine.any():
            spent = duty.before(visits.ended[mine]) - duty.before(visits.ready[mine])
            real = found.sojourn[network.role == role]
            distances[role] = distance(spent, real) / max(real.mean(), 1e-9)
    return distances
