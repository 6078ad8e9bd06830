"""What is believed about one number: Student's t distributions, weighted."""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln, stdtr, stdtrit

from beide.effect._arrays import Floats

_MOST_STEPS = 60
_PRECISE = 1e-9
"""How near a quantile comes, as a part of the range of the cells'."""
_UNLIKELY = 1e-7


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """Weighted t distributions with the same degrees of freedom, for one series or for many.

    Attributes
    ----------
    weights, means, scales
        ``(series, cells)``; the weights of a series add up to 1.
    freedom
        Degrees of freedom, above 2.
    """

    weights: Floats
    means: Floats
    scales: Floats
    freedom: float

    def below(self, value: Floats | float) -> Floats:
        """Return the probability that the number is below a value, ``(..., series)``."""
        value = np.asarray(value, dtype=np.float64)[..., None]
        chances = stdtr(self.freedom, (value - self.means) / self.scales)
        total: Floats = (self.weights * chances).sum(axis=-1)
        return total

    def density(self, value: Floats) -> Floats:
        """Return the density at a value, ``(..., series)``."""
        away = (value[..., None] - self.means) / self.scales
        power = -(self.freedom + 1) / 2
        each = np.exp(power * np.log1p(away**2 / self.freedom)) / self.scales
        constant = np.exp(gammaln(-power) - gammaln(self.freedom / 2))
        found: Floats = (self.weights * each).sum(axis=-1)
        return found * float(constant / np.sqrt(np.pi * self.freedom))

    def quantiles(self, *chances: float) -> Floats:
        """Return what the number is below with these probabilities, ``(chances, series)``."""
        wanted = np.array(chances)[:, None]
        likely = self._without_unlikely() if len(self.weights) == 1 else self
        return _solved(likely, wanted)

    def _without_unlikely(self) -> "Mixture":
        """Return one series without the cells that change nothing."""
        kept = self.weights[0] > _UNLIKELY
        weights = self.weights[:, kept] / self.weights[:, kept].sum()
        return Mixture(weights, self.means[:, kept], self.scales[:, kept], self.freedom)

    @property
    def mean(self) -> Floats:
        """The mean, ``(series,)``."""
        total: Floats = (self.weights * self.means).sum(axis=1)
        return total

    @property
    def sd(self) -> Floats:
        """The standard deviation, ``(series,)``."""
        within = self.scales**2 * self.freedom / (self.freedom - 2)
        between = (self.means - self.mean[:, None]) ** 2
        found: Floats = np.sqrt((self.weights * (within + between)).sum(axis=1))
        return found


def _solved(belief: Mixture, wanted: Floats) -> Floats:
    """Return quantiles by Newton's method, kept between the lowest and the highest cell's.

    The density tells how far to go; where that leads outside what is still possible, the range is
    halved instead, so that it always ends.
    """
    each = belief.means + belief.scales * stdtrit(belief.freedom, wanted)[..., None]
    low, high = each.min(axis=2), each.max(axis=2)
    enough = _PRECISE * (high - low)
    value = (belief.weights * each).sum(axis=2)
    for _ in range(_MOST_STEPS):
        off = belief.below(value) - wanted
        low, high = np.where(off < 0, value, low), np.where(off < 0, high, value)
        further = value - off / belief.density(value)
        inside = (low <= further) & (further <= high)
        following = np.where(inside, further, (low + high) / 2)
        moved, value = np.abs(following - value), following
        if (moved <= enough).all():
            break
    return np.asarray(value)
