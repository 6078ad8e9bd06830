"""Weeks in which a level seems to have changed. To explore with, never to claim with."""

import numpy as np

from beide.effect._arrays import Floats

SHORTEST = 6
_STRICTNESS = 3.0


def change_points(steady: Floats, *, persistence: float) -> tuple[int, ...]:
    """Return the first week of each level after the first, by optimal partitioning.

    Parameters
    ----------
    steady
        The weeks in units of their own spread, ``(weeks,)``.
    persistence
        How much of one week's deviation is left the next week. The more, the larger a change must
        be, because lasting noise looks like levels.

    References
    ----------
    R. Killick, P. Fearnhead and I. A. Eckley (2012), Journal of the American Statistical
    Association 107, 1590-1598, through the package ruptures.
    """
    if len(steady) < 2 * SHORTEST or not np.ptp(steady):
        return ()
    from ruptures import Pelt

    long_run = (1 + persistence) / (1 - persistence)
    strictness = _STRICTNESS * np.log(len(steady)) * long_run
    found = Pelt(model="l2", min_size=SHORTEST, jump=1).fit(steady).predict(pen=strictness)
    return tuple(int(week) for week in found[:-1])
