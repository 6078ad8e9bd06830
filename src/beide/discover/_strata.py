"""Comparable cases: of one type, from one week, or from one month where weeks hold too few."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Codes, Flags, Floats

PERIODS = (1, 4, 13)
"""Weeks that are taken together: the shortest that leaves enough cases to compare."""
ENOUGH = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Strata:
    """Groups of comparable cases.

    Attributes
    ----------
    order
        The places of the cases, sorted by stratum.
    code
        The stratum of each sorted case, from 0.
    starts
        Where each stratum begins in the sorted cases, and the end of the last.
    kept
        How many good cases each has.
    weeks
        How many weeks were taken together.
    """

    order: Codes
    code: Codes
    starts: Codes
    kept: Codes
    weeks: int

    @property
    def size(self) -> Codes:
        """How many cases each stratum has."""
        return np.diff(self.starts)

    @property
    def share(self) -> Floats:
        """The share of good cases in each stratum."""
        return np.asarray(self.kept / self.size)

    @property
    def spread(self) -> Floats:
        """The hypergeometric k(n-k) / (n^2 (n-1)); zero where there is nothing to compare."""
        size = self.size.astype(np.float64)
        variety = self.kept * (size - self.kept)
        return np.asarray(variety / np.maximum(size**2 * (size - 1), 1.0))


def strata(*, key: Codes, week: Codes, good: Flags, shortest: int = 1) -> Strata:
    """Group cases by a key and the shortest period that leaves half of them 3 others or more.

    Parameters
    ----------
    key
        What may not differ within a stratum: the type of case, and what was found before.
    week
        The week of each case.
    good
        Whether each case went well.
    shortest
        The shortest period to try, in weeks: one of ``PERIODS``.

    Returns
    -------
    Strata
        By the longest period where no period leaves enough.
    """
    for weeks in PERIODS[PERIODS.index(shortest) :]:
        _, code = np.unique(np.stack([key, week // weeks]), axis=1, return_inverse=True)
        code = code.reshape(-1)
        sizes = np.bincount(code)
        if np.median(sizes[code]) >= ENOUGH:
            break
    order = np.argsort(code, kind="stable")
    starts = np.concatenate([[0], np.cumsum(sizes)])
    return Strata(
        order=order,
        code=code[order].astype(np.int64),
        starts=starts.astype(np.int64),
        kept=np.bincount(code, weights=good).astype(np.int64),
        weeks=weeks,
    )


def joined(*keys: NDArray[Any]) -> Codes:
    """Return one code for every combination of codes that occurs."""
    _, code = np.unique(
        np.stack([key.astype(np.int64) for key in keys]), axis=1, return_inverse=True
    )
    return np.asarray(code.reshape(-1), dtype=np.int64)


def unsorted(grouped: Strata) -> Codes:
    """Return the stratum of each case in the order the cases came in."""
    code = np.empty_like(grouped.code)
    code[grouped.order] = grouped.code
    return code
