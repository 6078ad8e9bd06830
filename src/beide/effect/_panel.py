"""Teams by months: what one thing does before the other does, in the same team.

Team and month effects and team trends are taken off both. Whether what is left goes together is
judged by giving each team's whole path to another team, at random, many times: that keeps how
months hang together within a team.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from beide.effect._arrays import Floats

_NOTHING = 1e-9
Orders = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lead:
    """How one thing goes with another a month later.

    Attributes
    ----------
    strength
        The change in what follows for one spread more of what leads, in spreads.
    p
        The share of permuted panels in which it was as strong or stronger.
    """

    strength: float
    p: float


@dataclass(frozen=True, slots=True, eq=False)
class _Left:
    """What is left of leader, follower and the follower's own past, ``(teams, months)``."""

    leader: Floats
    follower: Floats
    past: Floats


def lead(leader: Floats, follower: Floats, *, rng: np.random.Generator, permutations: int) -> Lead:
    """Return how the leader's last month goes with the follower's month.

    Parameters
    ----------
    leader, follower
        ``(teams, months)``, complete.
    rng
        Where the permutations come from.
    permutations
        How many; the p-value cannot be below one over this number plus one.
    """
    left = _Left(_alone(leader[:, :-1]), _alone(follower[:, 1:]), _alone(follower[:, :-1]))
    teams = len(leader)
    orders = np.vstack([np.arange(teams), *(rng.permutation(teams) for _ in range(permutations))])
    strength, evidence = _fits(left, orders)
    as_strong = np.abs(evidence) >= abs(evidence[0]) * (1 - _NOTHING)
    return Lead(_in_spreads(float(strength[0]), left), float(as_strong.mean()))


def _fits(left: _Left, orders: Orders) -> tuple[Floats, Floats]:
    """Return the coefficient and the partial correlation for each order of the leader's paths."""
    own = np.arange(len(left.leader))
    with_follower = (left.leader @ left.follower.T)[orders, own].sum(axis=1)
    with_past = (left.leader @ left.past.T)[orders, own].sum(axis=1)
    leader2, past2 = float((left.leader**2).sum()), float((left.past**2).sum())
    both, follower2 = float((left.past * left.follower).sum()), float((left.follower**2).sum())
    past2 = max(past2, _NOTHING)
    spare = np.maximum(leader2 - with_past**2 / past2, _NOTHING)
    joint = with_follower - with_past * both / past2
    rest = max(follower2 - both**2 / past2, _NOTHING)
    return joint / spare, joint / np.sqrt(spare * rest)


def _alone(panel: Floats) -> Floats:
    """Return a panel without team effects, month effects and team trends."""
    months = np.arange(panel.shape[1], dtype=np.float64)
    trend = (months - months.mean()) / np.linalg.norm(months - months.mean())
    left = panel - panel.mean(axis=1, keepdims=True)
    left = left - (left @ trend)[:, None] * trend
    alone: Floats = left - left.mean(axis=0, keepdims=True)
    return alone


def _in_spreads(strength: float, left: _Left) -> float:
    return strength * float(np.std(left.leader)) / max(float(np.std(left.follower)), _NOTHING)
