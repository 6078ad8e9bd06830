"""How large a difference is, and how sure."""

from dataclasses import dataclass
from math import inf, sqrt

import numpy as np

from beide.discover._arrays import Codes, Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Cases with a condition beside comparable cases without.

    Attributes
    ----------
    cases, kept
        How many cases have the condition, and how many of those went well.
    comparable
        How many of the cases have comparable ones without the condition.
    with_, without
        The share of good cases with the condition and, in comparable cases, without. Only strata
        that have both count, weighted as in ``difference``.
    difference
        The Mantel-Haenszel difference of the two shares. It was found by looking for it, so it
        flatters; ``at_least`` does not.
    at_least
        The lower bound that holds for everything that was searched at once.
    """

    cases: int
    kept: int
    comparable: int
    with_: float
    without: float
    difference: float
    at_least: float


def size(mask: Flags, good: Flags, code: Codes, *, limit: float) -> Size:
    """Compare the cases of a condition with comparable cases.

    Parameters
    ----------
    mask, good, code
        Whether the condition holds, whether the case went well, and its stratum; one value a case.
    limit
        How many standard errors the bound lies below the difference: the score that the best of all
        conditions reaches by chance.

    Returns
    -------
    Size
        Shares from 0 to 1.

    References
    ----------
    S. Greenland and J. M. Robins (1985), Estimation of a common effect parameter from sparse
    follow-up data. Biometrics 41, 55-68.
    """
    strata = int(code.max()) + 1
    n1 = np.bincount(code[mask], minlength=strata).astype(np.float64)
    n0 = np.bincount(code[~mask], minlength=strata).astype(np.float64)
    a1 = np.bincount(code[mask], weights=good[mask], minlength=strata)
    a0 = np.bincount(code[~mask], weights=good[~mask], minlength=strata)
    both = (n1 > 0) & (n0 > 0)
    n1, n0, a1, a0 = n1[both], n0[both], a1[both], a0[both]
    weight = n1 * n0 / (n1 + n0)
    total = float(weight.sum())
    if not total:
        return Size(
            cases=int(mask.sum()), kept=int(good[mask].sum()), comparable=0,
            with_=0.0, without=0.0, difference=0.0, at_least=-1.0,
        )  # fmt: skip
    with_ = float((weight * a1 / n1).sum() / total)
    without = float((weight * a0 / n0).sum() / total)
    inside = a1 * (n1 - a1) * n0**3 + a0 * (n0 - a0) * n1**3
    variance = float((inside / (n1 * n0 * (n1 + n0) ** 2)).sum()) / total**2
    pooled = (a1 + a0) * (n1 + n0 - a1 - a0) / np.maximum((n1 + n0) * (n1 + n0 - 1), 1)
    under_chance = float((weight * pooled).sum()) / total**2
    difference = with_ - without
    return Size(
        cases=int(mask.sum()),
        kept=int(good[mask].sum()),
        comparable=int(n1.sum()),
        with_=with_,
        without=without,
        difference=difference,
        at_least=difference - limit * sqrt(max(variance, under_chance)),
    )


def e_value(with_: float, without: float) -> float:
    """Return how strongly something unmeasured would have to matter to explain a difference away.

    It would have to make both the condition and the outcome this many times as likely.

    Parameters
    ----------
    with_, without
        The two shares of good cases, from 0 to 1.

    References
    ----------
    T. J. VanderWeele and P. Ding (2017), Sensitivity analysis in observational research:
    introducing the E-value. Annals of Internal Medicine 167, 268-274.

    >>> round(e_value(0.39, 0.1), 2)
    7.26
    """
    if with_ <= without:
        return 1.0
    if without <= 0:
        return inf
    ratio = with_ / without
    return ratio + sqrt(ratio * (ratio - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A condition in one quarter of the time; ``None`` where it holds for too few cases."""

    cases: int
    kept: int
    difference: float | None


FEWEST_IN_QUARTER = 5


def quarters(mask: Flags, good: Flags, code: Codes, week: Codes) -> tuple[Quarter, ...]:
    """Return a condition's difference in each quarter of the time that the weeks span."""
    first, span = int(week.min()), int(week.max() - week.min()) + 1
    part = np.minimum((week - first) * 4 // span, 3)
    found = []
    for number in range(4):
        here = part == number
        cases, kept = int((mask & here).sum()), int((mask & good & here).sum())
        one = size(mask[here], good[here], code[here], limit=0.0) if here.any() else None
        few = one is None or one.comparable < FEWEST_IN_QUARTER
        found.append(
            Quarter(cases=cases, kept=kept, difference=None if few or not one else one.difference)
        )
    return tuple(found)


def score(mask: Flags, good: Flags, code: Codes) -> float:
    """Return by how many standard deviations a condition has more good cases than chance gives.

    The variance is exact within strata (hypergeometric); 0 where nothing can be compared.
    """
    strata = int(code.max()) + 1 if len(code) else 0
    n = np.bincount(code, minlength=strata).astype(np.float64)
    k = np.bincount(code, weights=good, minlength=strata)
    n1 = np.bincount(code[mask], minlength=strata)
    expected = float((n1 * k / np.maximum(n, 1)).sum())
    each = n1 * (n - n1) * k * (n - k) / np.maximum(n**2 * (n - 1), 1)
    variance = float(each.sum())
    return (float(good[mask].sum()) - expected) / sqrt(variance) if variance > 0 else 0.0


def detectable(good: Flags, code: Codes, *, limit: float, share: float = 0.1) -> float:
    """Return the difference that is found four times out of five.

    For a condition that holds for ``share`` of the cases in every stratum, when a score must be
    above ``limit``.
    """
    n = np.bincount(code).astype(np.float64)
    k = np.bincount(code, weights=good)
    comparable = n > 1
    n, k = n[comparable], k[comparable]
    split = share * (1 - share)
    variance = float((split * n * k * (n - k) / (n * (n - 1))).sum())
    return (limit + _FOUR_IN_FIVE) * sqrt(variance) / (split * float(n.sum()))


_FOUR_IN_FIVE = 0.8416
