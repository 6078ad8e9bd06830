"""The mix of kinds of cases in each week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from beide.effect._arrays import Dates, Floats
from beide.effect._checks import check_lengths, mondays

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Mix:
    """Which case is in which week and of which kind.

    Attributes
    ----------
    weeks
        The Mondays on which there are cases, ``(weeks,)``.
    week, kind
        The index of each case's week and kind, ``(cases,)``.
    count
        How many cases each week has of each kind, ``(weeks, kinds)``.
    """

    weeks: Dates
    week: Indices
    kind: Indices
    count: Floats

    @property
    def kinds(self) -> int:
        """How many kinds there are."""
        return int(self.count.shape[1])

    @property
    def size(self) -> Floats:
        """How many cases of each kind, ``(kinds,)``."""
        total: Floats = self.count.sum(axis=0)
        return total

    @property
    def share(self) -> Floats:
        """The share of each kind in the whole period, ``(kinds,)``."""
        part: Floats = self.size / self.size.sum()
        return part

    def cases(self) -> Floats:
        """Return how many cases each week has, ``(weeks,)``."""
        total: Floats = self.count.sum(axis=1)
        return total

    def portions(self) -> Floats:
        """Return what each kind counts for in each week, ``(weeks, kinds)``; a week adds to 1."""
        present = (self.count > 0) * self.share
        portions: Floats = present / present.sum(axis=1, keepdims=True)
        return portions

    def weights(self) -> Floats:
        """Return what each case counts for in its week, ``(cases,)``."""
        each = self.portions() / np.maximum(self.count, 1)
        found: Floats = each[self.week, self.kind]
        return found

    def means(self, values: Floats) -> Floats:
        """Return the mean of each kind over all weeks, ``(kinds,)``."""
        total = np.bincount(self.kind, weights=values, minlength=self.kinds)
        return np.asarray(total / self.size, dtype=np.float64)

    def level(self, values: Floats) -> Floats:
        """Return the mean of each week at the mix of the whole period, ``(weeks,)``."""
        middle = self.means(values)
        deviation = (values - middle[self.kind]) * self.weights()
        by_week = np.bincount(self.week, weights=deviation, minlength=len(self.weeks))
        return np.asarray(by_week + float(self.share @ middle), dtype=np.float64)

    def variance(self, of_one: Floats) -> Floats:
        """Return the sampling variance of ``level`` from that of one case of each kind."""
        found: Floats = (self.portions() ** 2 * of_one / np.maximum(self.count, 1)).sum(axis=1)
        return found


def mix_of(
    days: Sequence[date] | Dates, kinds: Sequence[str] | npt.NDArray[np.str_] | None, cases: int
) -> Mix:
    """Return the mix of cases with a day and perhaps a kind each."""
    mondays_ = mondays(days)
    named = np.zeros(cases, dtype=np.int64) if kinds is None else np.asarray(kinds)
    check_lengths(days=len(mondays_), values=cases, kinds=len(named))
    weeks, week = np.unique(mondays_, return_inverse=True)
    names, kind = np.unique(named, return_inverse=True)
    count = np.zeros((len(weeks), len(names)))
    np.add.at(count, (week, kind), 1.0)
    return Mix(weeks, week, kind, count)
