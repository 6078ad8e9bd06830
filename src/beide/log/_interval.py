"""How sure a share is."""

from math import sqrt
from typing import NamedTuple


class Interval(NamedTuple):
    """From the lowest to the highest share that fits what was seen."""

    low: float
    high: float


def wilson(kept: int, cases: int, *, confidence: float = 0.95) -> Interval:
    """Return Wilson's score interval for a share.

    It keeps its promise for few cases and for shares near 0 and 1, where the usual interval fails.

    Parameters
    ----------
    kept
        How often it happened, from 0 to ``cases``.
    cases
        How often it could have happened, at least 1.
    confidence
        How often such an interval holds the true share, between 0 and 1.

    Returns
    -------
    Interval
        Two shares between 0 and 1.

    References
    ----------
    E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference.
    Journal of the American Statistical Association 22, 209-212.

    >>> [round(end, 3) for end in wilson(9, 10)]
    [0.596, 0.982]
    """
    from statistics import NormalDist

    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share = kept / cases
    around = share + z * z / (2 * cases)
    reach = z * sqrt(share * (1 - share) / cases + z * z / (4 * cases * cases))
    whole = 1 + z * z / cases
    low, high = (around - reach) / whole, (around + reach) / whole
    # At the ends the formula gives 0 and 1 exactly; in floating point only almost.
    return Interval(0.0 if kept == 0 else max(low, 0.0), 1.0 if kept == cases else min(high, 1.0))
