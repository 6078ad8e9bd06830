"""More cases than are searched at once: a sample of them, and what the others tell beforehand."""

from dataclasses import dataclass

import numpy as np

from beide.discover._arrays import Codes, Flags, Floats
from beide.discover._strata import strata

_FEWEST_OUTSIDE = 0.25
"""The part of the cases that lies outside the sample, for it to tell anything."""
_WHOLE = 1 << 20
"""Shares are counted in so many parts: sums of whole numbers are the same on every engine."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outside:
    """The cases outside the sample: they tell what to look at, without being searched themselves.

    Attributes
    ----------
    case, position
        The code of each case, and its last event that is known at the moment.
    surplus
        Whether it went well, less the share that did in its stratum, in parts of ``_WHOLE``.
    spread
        The variance of that, in the same parts.
    """

    case: Codes
    position: Codes
    surplus: Codes
    spread: Codes

    @classmethod
    def of(cls, *, case: Codes, position: Codes, good: Flags, key: Codes, week: Codes) -> "Outside":
        """Return cases outside a sample, compared within strata."""
        grouped = strata(key=key, week=week, good=good)
        share, size = grouped.share[grouped.code], grouped.size[grouped.code]
        ordered = good[grouped.order]
        variance = share * (1 - share) * size / np.maximum(size - 1, 1)
        return cls(
            case=case[grouped.order],
            position=position[grouped.order],
            surplus=np.rint((ordered - share) * _WHOLE).astype(np.int64),
            spread=np.rint(variance * _WHOLE).astype(np.int64),
        )


def standing(surplus: Codes, spread: Codes, cases: Codes, total: int) -> Floats:
    """Return by about how many standard deviations things went together with going well.

    Parameters
    ----------
    surplus, spread, cases
        For each thing the sums over the cases outside the sample that have it, and how many.
    total
        How many cases lie outside the sample.
    """
    variance = spread / _WHOLE * (1 - cases / total)
    return np.asarray(surplus / _WHOLE / np.sqrt(np.maximum(variance, 1.0)))


def enough_outside(cases: int, kept: int) -> bool:
    """Tell whether enough cases lie outside the sample to choose by."""
    return cases - kept >= _FEWEST_OUTSIDE * cases


def sampled(stratum: Codes, most: int, rng: np.random.Generator) -> Codes:
    """Return the places of the same part of every stratum, when there are too many cases."""
    count = len(stratum)
    if count <= most:
        return np.arange(count)
    shuffled = rng.permutation(count)
    ordered = shuffled[np.argsort(stratum[shuffled], kind="stable")]
    sizes = np.bincount(stratum)
    turn = np.empty(count, np.int64)
    turn[ordered] = np.arange(count) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.flatnonzero(turn < np.ceil(sizes * (most / count))[stratum])
