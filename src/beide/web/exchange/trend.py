"""Thirteen weeks held against the thirteen before: what moved, and whether weeks do that anyway.

A week is like the week before it, so thirteen weeks tell less than thirteen separate ones. How
alike they are is guessed from the weeks themselves and never taken as less than is usual for work
that goes on. With nothing going on this says "higher" or "lower" in at most 8 of 100 cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt
from statistics import fmean
from typing import Literal

WEEKS = 13
FEWEST = 8
_LEAST_ALIKE, _MOST_ALIKE = 0.3, 0.85
# Student's t, 95% in the middle, for 2 to 12 degrees of freedom.
_T95 = (4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179)

Direction = Literal["higher", "lower", "alike"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The average of the last weeks and of the weeks before, and how far chance can carry them.

    ``low`` and ``high`` are the ends of the 95% interval of the difference.
    """

    recent: float
    before: float
    low: float
    high: float
    weeks: int

    @property
    def direction(self) -> Direction:
        """Which way it went, when that is more than weeks differ by themselves."""
        if self.low > 0:
            return "higher"
        return "lower" if self.high < 0 else "alike"


def last_monday(today: date) -> date:
    """Return the Monday of the last week that is over."""
    return today - timedelta(days=today.weekday() + 7)


def trend_of(values: Mapping[date, float], *, until: date) -> Trend | None:
    """Compare the 13 weeks up to a Monday with the 13 before.

    Parameters
    ----------
    values
        A number for each Monday; weeks may be missing.
    until
        The Monday of the last week that counts.

    Returns
    -------
    Trend or None
        Nothing when fewer than 8 weeks of either part are known.
    """
    recent, before = part(values, until=until), part(values, until=until - WEEKS * timedelta(7))
    if min(len(recent), len(before)) < FEWEST:
        return None
    difference = fmean(recent) - fmean(before)
    reach = _reach(recent, before)
    return Trend(
        recent=fmean(recent),
        before=fmean(before),
        low=difference - reach,
        high=difference + reach,
        weeks=len(recent) + len(before),
    )


def part(values: Mapping[date, float], *, until: date) -> list[float]:
    """Return what is known of the 13 weeks up to a Monday, the oldest first."""
    mondays = (until - timedelta(weeks=back) for back in reversed(range(WEEKS)))
    return [values[monday] for monday in mondays if monday in values]


def _reach(recent: Sequence[float], before: Sequence[float]) -> float:
    """Return how far apart two parts can be when nothing changed."""
    left = [_around_mean(recent), _around_mean(before)]
    weeks = len(recent) + len(before)
    spread = sum(value * value for each in left for value in each)
    alike = _alike(left, spread)
    fewer = (1 + alike) / (1 - alike)
    freedom = min(max(int(weeks / fewer) - 2, 2), len(_T95) + 1)
    variance = spread / (weeks - 2) * fewer * (1 / len(recent) + 1 / len(before))
    return _T95[freedom - 2] * sqrt(variance)


def _alike(parts: Sequence[Sequence[float]], spread: float) -> float:
    """Return how much a week resembles the week before, allowing for how few there are."""
    if not spread:
        return _LEAST_ALIKE
    pairs = ((one, other) for each in parts for one, other in pairwise(each))
    seen = sum(one * other for one, other in pairs) / spread
    guessed = seen + (1 + 4 * max(seen, 0.0)) / WEEKS
    return min(max(guessed, _LEAST_ALIKE), _MOST_ALIKE)


def _around_mean(values: Sequence[float]) -> list[float]:
    mean = fmean(values)
    return [value - mean for value in values]
