"""Series from cases: one day, one value and perhaps one kind for each case.

With kinds of cases the weeks are made comparable by post-stratification: each week is told as if
it had the mix of kinds that the whole period has. A kind without cases in some week is taken to
have deviated as the others did.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from beide.effect._arrays import Dates, Floats
from beide.effect._build import amounts, ratings, shares
from beide.effect._checks import check_above, check_share, finite
from beide.effect._mix import Mix, mix_of
from beide.effect._series import Series
from beide.errors import TooLittleData

Kinds = Sequence[str] | npt.NDArray[np.str_]


def weekly_medians(
    days: Sequence[date] | Dates,
    values: Sequence[float] | Floats,
    *,
    kinds: Kinds | None = None,
    lower_is_better: bool = True,
) -> Series:
    """Return the median of an amount by week, such as the lead time of completed cases.

    Parameters
    ----------
    days
        The day each case counts on, ``(cases,)``.
    values
        The amount, above zero, ``(cases,)``.
    kinds
        The kind of each case, ``(cases,)``, to keep the mix of cases the same.
    lower_is_better
        True for lead times.

    Returns
    -------
    Series
        In the unit of ``values``; with kinds, at the mix of the whole period.

    Raises
    ------
    WrongOption
        When lengths differ or a value is not above zero.

    References
    ----------
    Post-stratification: D. Holt and T. M. F. Smith (1979), Journal of the Royal Statistical
    Society A 142, 33-46.
    """
    values = finite(values, "values")
    check_above(values, 0.0, "values")
    mix = mix_of(days, kinds, len(values))
    logs = np.log(values)
    middle = np.array([np.median(logs[mix.kind == kind]) for kind in range(mix.kinds)])
    deviation, weight = logs - middle[mix.kind], mix.weights()
    medians = [
        _weighted_median(deviation[mix.week == week], weight[mix.week == week])
        for week in range(len(mix.weeks))
    ]
    return amounts(
        mix.weeks,
        np.exp(mix.share @ middle + np.array(medians)),
        cases=mix.cases(),
        lower_is_better=lower_is_better,
    )


def weekly_shares(
    days: Sequence[date] | Dates,
    kept: Sequence[bool] | npt.NDArray[np.bool_],
    *,
    kinds: Kinds | None = None,
    lower_is_better: bool = False,
) -> Series:
    """Return the share of cases that were as wished, by week, such as first-time-right.

    Parameters
    ----------
    days
        The day each case counts on, ``(cases,)``.
    kept
        Whether each case was as wished, ``(cases,)``.
    kinds
        The kind of each case, ``(cases,)``, to keep the mix of cases the same.
    lower_is_better
        True for, say, the share that comes back.

    Returns
    -------
    Series
        Between 0 and 1. With kinds, ``cases`` is the number of plain cases that would be as sure.

    Raises
    ------
    WrongOption
        When lengths differ or ``kept`` is neither true nor false.
    """
    found = finite(np.asarray(kept, dtype=np.float64), "kept")
    check_share(found, np.ones(len(found)))
    mix = mix_of(days, kinds, len(found))
    chance = mix.means(found)
    share = np.clip(mix.level(found), 0.0, 1.0)
    cases = _as_sure(mix, chance)
    return shares(mix.weeks, share * cases, cases, lower_is_better=lower_is_better)


def weekly_ratings(
    days: Sequence[date] | Dates,
    values: Sequence[float] | Floats,
    *,
    kinds: Kinds | None = None,
    lower_is_better: bool = False,
) -> Series:
    """Return the mean rating by week.

    Parameters
    ----------
    days
        The day each rating counts on, ``(cases,)``.
    values
        The rating, on any bounded scale, ``(cases,)``.
    kinds
        The kind of each case, ``(cases,)``, to keep the mix of cases the same.
    lower_is_better
        True when a low rating is good.

    Returns
    -------
    Series
        With the standard deviation of one rating within a week, pooled over weeks.

    Raises
    ------
    TooLittleData
        When no week has two ratings, or all ratings of every week are equal.
    """
    found = finite(values, "values")
    mix = mix_of(days, kinds, len(found))
    level = mix.level(found)
    left = found - mix.means(found)[mix.kind] - (level - mix.share @ mix.means(found))[mix.week]
    spare = len(found) - len(mix.weeks) - mix.kinds + 1
    spread = float(np.sqrt((left**2).sum() / spare)) if spare > 0 else 0.0
    if spread <= 0:
        raise TooLittleData(
            what_nl="binnen een week verschillen de waarderingen niet",
            what_en="ratings do not differ within a week",
            needed_nl="weken met twee of meer verschillende waarderingen",
            needed_en="weeks with two or more different ratings",
        )
    cases = 1.0 / mix.variance(np.ones(mix.kinds))
    return ratings(mix.weeks, level, cases=cases, spread=spread, lower_is_better=lower_is_better)


def _as_sure(mix: Mix, chance: Floats) -> Floats:
    """Return how many plain cases would be as sure as each week's share."""
    if mix.kinds == 1:
        return mix.cases()
    smooth = (chance * mix.size + 0.5) / (mix.size + 1)
    overall = mix.share @ smooth
    found: Floats = overall * (1 - overall) / mix.variance(smooth * (1 - smooth))
    return found


def _weighted_median(values: Floats, weights: Floats) -> float:
    """Return the value with half the weight on either side."""
    order = np.argsort(values)
    values, weights = values[order], weights[order]
    middle = np.cumsum(weights) - weights / 2
    return float(np.interp(weights.sum() / 2, middle, values))
