"""Series from what was already counted by week."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from beide.effect._arrays import Dates, Floats
from beide.effect._checks import (
    check_above,
    check_lengths,
    check_once,
    check_share,
    finite,
    mondays,
)
from beide.effect._series import Kind, Series


def amounts(
    weeks: Sequence[date] | Dates,
    values: Sequence[float] | Floats,
    *,
    cases: Sequence[float] | Floats | None = None,
    lower_is_better: bool = True,
) -> Series:
    """Return a series of an amount, such as the weekly median lead time.

    Parameters
    ----------
    weeks
        A day in each week, ``(weeks,)``, in any order, each week once.
    values
        The amount, above zero, in any unit, ``(weeks,)``.
    cases
        On how many cases each week rests. With it, a week on few cases weighs less.
    lower_is_better
        True for lead times.

    Raises
    ------
    WrongOption
        When lengths differ, a week comes twice, or a value is not above zero.
    """
    values = finite(values, "values")
    check_above(values, 0.0, "values")
    return _ordered(Kind.AMOUNT, weeks, values, _counts(cases), lower_is_better=lower_is_better)


def shares(
    weeks: Sequence[date] | Dates,
    kept: Sequence[float] | Floats,
    cases: Sequence[float] | Floats,
    *,
    lower_is_better: bool = False,
) -> Series:
    """Return a series of a share, such as first-time-right.

    Parameters
    ----------
    weeks
        A day in each week, ``(weeks,)``, in any order, each week once.
    kept
        How many cases were as wished, between 0 and ``cases``, ``(weeks,)``.
    cases
        How many cases there were, ``(weeks,)``. Weeks without cases are left out.
    lower_is_better
        True for, say, the share that comes back.

    Raises
    ------
    WrongOption
        When lengths differ, a week comes twice, or ``kept`` is more than ``cases``.
    """
    kept, cases = finite(kept, "kept"), finite(cases, "cases")
    check_lengths(kept=len(kept), cases=len(cases), weeks=len(weeks))
    check_share(kept, cases)
    filled = cases > 0
    found = mondays(weeks)[filled]
    return _ordered(
        Kind.SHARE,
        found,
        kept[filled] / cases[filled],
        cases[filled],
        lower_is_better=lower_is_better,
    )


def ratings(
    weeks: Sequence[date] | Dates,
    means: Sequence[float] | Floats,
    *,
    cases: Sequence[float] | Floats | None = None,
    spread: float | None = None,
    lower_is_better: bool = False,
) -> Series:
    """Return a series of mean ratings.

    Parameters
    ----------
    weeks
        A day in each week, ``(weeks,)``, in any order, each week once.
    means
        The mean rating, on any bounded scale, ``(weeks,)``.
    cases
        How many ratings each week has, ``(weeks,)``.
    spread
        The standard deviation of one rating within a week, above zero. With ``cases`` it tells
        how much a week's mean moves by chance alone.
    lower_is_better
        True when a low rating is good.

    Raises
    ------
    WrongOption
        When lengths differ, a week comes twice, or ``spread`` is not above zero.
    """
    if spread is not None:
        check_above(np.array([spread]), 0.0, "spread")
    return _ordered(
        Kind.RATING,
        weeks,
        finite(means, "means"),
        _counts(cases),
        spread=spread,
        lower_is_better=lower_is_better,
    )


def _counts(cases: Sequence[float] | Floats | None) -> Floats | None:
    if cases is None:
        return None
    counts = finite(cases, "cases")
    check_above(counts, 0.0, "cases")
    return counts


def _ordered(
    kind: Kind,
    weeks: Sequence[date] | Dates,
    values: Floats,
    cases: Floats | None,
    *,
    spread: float | None = None,
    lower_is_better: bool,
) -> Series:
    found = mondays(weeks)
    check_lengths(weeks=len(found), values=len(values))
    if cases is not None:
        check_lengths(weeks=len(found), cases=len(cases))
    order = np.argsort(found)
    return Series(
        kind=kind,
        weeks=check_once(found[order]),
        values=values[order],
        cases=None if cases is None else cases[order],
        spread=spread,
        lower_is_better=lower_is_better,
    )
