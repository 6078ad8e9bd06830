"""Real weeks, drawn again: how a log could have been, and a year that it could have led to."""

from dataclasses import dataclass

import numpy as np

from beide.room._arrays import WEEK, Ints
from beide.room._network import Network
from beide.room._run import Stream

_SURE = 0.95
_NORMAL = 1.6448536269514722
"""The 95% point of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """The cases of a network by the week in which they arrived, in order of arrival.

    Attributes
    ----------
    network
        The network.
    order
        Cases by week and then by time in the week, ``(cases,)``.
    first
        Where each week begins in ``order``, and where the last one ends, ``(weeks + 1,)``.
    """

    network: Network
    order: Ints
    first: Ints


def weeks_of(network: Network) -> Weeks:
    """Return the cases of a network week by week."""
    order = np.lexsort((network.offset, network.week))
    first = np.searchsorted(network.week[order], np.arange(network.weeks + 1))
    return Weeks(network, order.astype(np.int64), first.astype(np.int64))


def as_it_was(weeks: Weeks) -> Stream:
    """Return the weeks in their own order, every case counted that counts."""
    return stream(weeks, np.arange(weeks.network.weeks), warm=0)


def another_year(
    weeks: Weeks, rng: np.random.Generator, *, length: int, warm: int, resample: bool = True
) -> Stream:
    """Return a year of weeks drawn from a log that could have been.

    Parameters
    ----------
    weeks
        The real weeks.
    rng
        Chance.
    length, warm
        How many weeks count, and how many come before them to get going.
    resample
        Whether the log itself is drawn again first, so that what it happened to hold is in the
        answer too. Without, every year is made of all the real weeks.

    Notes
    -----
    Fewer weeks are drawn than there are: a bootstrap of a few weeks understates its spread, by
    dividing by n instead of n - 1 and by taking the normal for Student's t. Within a year weeks
    are drawn freely: were each to come equally often, busy spells would be too rare.
    """
    real = np.arange(weeks.network.weeks)
    drawn = rng.choice(real, size=fair_size(len(real))) if resample else real
    picked = rng.choice(drawn, size=length + warm)
    return stream(weeks, picked, warm=warm)


def fair_size(weeks: int) -> int:
    """Return how many weeks to draw so that the bootstrap is as wide as Student's interval.

    >>> fair_size(13), fair_size(26), fair_size(104)
    (10, 23, 101)
    """
    from scipy.special import stdtrit

    if weeks < 3:
        return weeks
    narrow = _NORMAL / float(stdtrit(weeks - 1, _SURE))
    return max(2, round((weeks - 1) * narrow**2))


def stream(weeks: Weeks, picked: Ints, *, warm: int) -> Stream:
    """Return these weeks one after the other; cases in the first ``warm`` do not count."""
    lengths = np.diff(weeks.first)[picked]
    place = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    case = weeks.order[np.repeat(weeks.first[picked], lengths) + place]
    turn = np.repeat(np.arange(len(picked)), lengths)
    arrives = turn * float(WEEK) + weeks.network.offset[case]
    return Stream(arrives, case, weeks.network.counted[case] & (turn >= warm))
